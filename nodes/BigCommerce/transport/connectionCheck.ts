import type { Connection } from './connection';
import { ConnectionFault } from './connection';
import { ApiFailure } from './failure';
import { mayRead, PROBEABLE_SCOPES } from './scopeProbes';
import type { Access, Scope } from './scopes';
import { describeNeed } from './scopes';
import { sentences } from './sentences';
import type { StoreApi } from './storeApi';

/** What every token may do: manage its own webhooks. */
const DEFAULT_SCOPE_PARAMETER = 'default';

/**
 * Tries out an access token: does it work, and can it read what these scopes cover.
 * @param required scope parameters, for example `store_v2_orders`
 * @returns parameters that were proved, never an empty list. A modify parameter that is required proves
 * only its read-only twin: writing cannot be tried out without a write.
 * @throws ConnectionFault that says, in words for the credential's form, everything that is wrong
 */
export async function checkConnection(api: StoreApi, required: readonly string[]): Promise<string[]> {
	try {
		await api.send({ method: 'GET', path: '/v3/hooks', query: { limit: 1 } });
		const needs = required.flatMap(scopeOf);
		const scopes = [...new Set(needs.map(({ scope }) => scope))];
		const verdicts = new Map(
			await Promise.all(scopes.map(async (scope) => [scope, await mayRead(api, scope)] as const)),
		);
		const missing = needs.filter(({ scope }) => !verdicts.get(scope));
		if (missing.length > 0) throw new ConnectionFault(missingScopes(missing));
		return [DEFAULT_SCOPE_PARAMETER, ...scopes.flatMap(({ readOnly }) => readOnly ?? [])];
	} catch (error) {
		throw error instanceof ApiFailure ? new ConnectionFault(inWords(error, api.connection)) : error;
	}
}

interface RequiredScope {
	scope: Scope;
	access: Access;
}

function scopeOf(parameter: string): RequiredScope[] {
	const scope = PROBEABLE_SCOPES.find(({ modify, readOnly }) => modify === parameter || readOnly === parameter);
	return scope ? [{ scope, access: scope.modify === parameter ? 'modify' : 'read' }] : [];
}

function missingScopes(missing: RequiredScope[]): string {
	const names = missing.map(({ scope, access }) => describeNeed({ scopes: [scope], access }));
	const [these, account] = names.length === 1 ? ['this scope', 'it'] : ['these scopes', 'them'];
	return (
		`The access token works, but lacks ${these}: ${names.join('; ')}. ` +
		`The scopes of an API account cannot be changed: create a new one with ${account} in the control panel ` +
		'(Settings > Store-level API accounts) and put its access token here.'
	);
}

function inWords({ message, description, status }: ApiFailure, { apiUrl, storeHash }: Connection): string {
	switch (status) {
		case 401:
		case 403:
			return `BigCommerce does not accept this access token for the store "${storeHash}". Check that Access Token was copied whole, that its API account still exists, and that it was created in this store.`;
		case 404:
			return `BigCommerce has no store "${storeHash}" at ${apiUrl}. Check Store Hash: it is the part between "stores/" and the next slash in the API path of the API account.`;
		default:
			return sentences(message, description);
	}
}
