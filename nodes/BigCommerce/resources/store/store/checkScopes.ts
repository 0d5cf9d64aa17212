import type { Endpoint } from '../../../model/endpoint';
import type { StoreCalls } from '../../../model/item';
import type { SequenceOperation } from '../../../model/operation';
import { ApiFailure } from '../../../transport/failure';
import { PROBE_PATHS, PROBEABLE_SCOPES } from '../../../transport/scopeProbes';
import { ALL_SCOPES, isGranted } from '../../../transport/scopes';
import type { Grant, Scope } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';

export const checkScopes: SequenceOperation = {
	kind: 'sequence',
	value: 'checkScopes',
	name: 'Check Scopes',
	action: 'Check store connection scopes',
	description: 'Check which OAuth scopes the connection has; reading is tried out',
	effect: 'none',
	endpoints: ['/v3/hooks', ...PROBE_PATHS].map((path) => `GET ${path}` as Endpoint),
	scope: [],
	run: async (_, store) => {
		// Every working token may do this, so a scope that fails afterwards is really missing.
		await store.read({ path: '/v3/hooks', query: { limit: 1 } });
		const { storeHash, grantedScopes } = store.connection;
		const scopes = grantedScopes?.complete
			? ALL_SCOPES.map((scope) => rowOf(scope, isRead(scope, grantedScopes), isModified(scope, grantedScopes)))
			: await allOf(ALL_SCOPES.map(async (scope) => await tryOut(store, scope)));
		return {
			store_hash: storeHash,
			known_from: grantedScopes?.complete ? 'token' : 'trying out',
			scopes,
			...(grantedScopes?.complete ? { granted: [...grantedScopes.parameters] } : {}),
		};
	},
};

/** `undefined` when nobody knows. */
type Verdict = boolean | undefined;

const isRead = (scope: Scope, grant: Grant): Verdict => isGranted({ scopes: [scope], access: 'read' }, grant);
const isModified = (scope: Scope, grant: Grant): Verdict => isGranted({ scopes: [scope], access: 'modify' }, grant);

/** No request is under way any more when the first of them is thrown. */
async function allOf<T>(promises: ReadonlyArray<Promise<T>>): Promise<T[]> {
	await Promise.allSettled(promises);
	return await Promise.all(promises);
}

async function tryOut(store: StoreCalls, scope: Scope): Promise<JsonObject> {
	const readable = PROBEABLE_SCOPES.includes(scope) ? await verdict(store.mayRead(scope)) : undefined;
	// Writing cannot be tried out, but what cannot be read cannot be written.
	return rowOf(scope, readable, readable === false ? false : undefined);
}

/** A store that gives no answer leaves it open; waiting that ended, ends the check. */
async function verdict(attempt: Promise<boolean>): Promise<Verdict> {
	return await attempt.catch((fault: unknown) =>
		fault instanceof ApiFailure && (fault.kind === 'refused' || fault.kind === 'unanswered')
			? undefined
			: Promise.reject(fault as Error),
	);
}

function rowOf({ name, readOnly, modify }: Scope, canRead: Verdict, canModify: Verdict): JsonObject {
	return {
		name,
		...(readOnly === undefined ? {} : { read_only_parameter: readOnly, read: canRead ?? 'unknown' }),
		...(modify === undefined ? {} : { modify_parameter: modify, modify: canModify ?? 'unknown' }),
	};
}
