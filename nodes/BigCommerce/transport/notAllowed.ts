import type { Connection } from './connection';
import type { Words } from './failure';
import type { Problem } from './problemBody';
import { describeNeed, isGranted } from './scopes';
import { clause, sentences } from './sentences';
import type { ApiRequest } from './types';

/** 401 and 403: a missing scope, a token that is not accepted, or a record that belongs to somebody else. */
export function notAllowed(status: number, request: ApiRequest, connection: Connection, problem: Problem): Words {
	const need = request.scope;
	const title = clause(problem.title ?? '');
	const said = title === '' ? '' : `: ${title}`;
	const granted = need ? isGranted(need, connection.grantedScopes) : undefined;
	const isAboutScope = status === 403 || /scope|permission/i.test(title) || granted === false;
	if (need && need.scopes.length > 0 && granted !== true && isAboutScope) {
		return {
			message: `The connection lacks the scope ${describeNeed(need)}`,
			description:
				connection.kind === 'oAuth2'
					? 'Add the scope to the app in the Developer Portal and to the credential, then connect the credential again.'
					: 'Scopes of a store-level API account cannot be changed: create a new account with this scope (control panel, Settings, Store-level API accounts) and put its access token into the credential.',
		};
	}
	if (status === 403) {
		return {
			message: `BigCommerce does not allow this call (${request.method} ${request.path})${said}`,
			description: "The record may belong to another app, or the store's plan may not include the feature.",
		};
	}
	return {
		message: `BigCommerce did not accept the access token${said}`,
		description: sentences(
			`Check Store Hash and access token in the credential; the token must be of the store "${connection.storeHash}"`,
			need && need.scopes.length > 0
				? `If other operations work with this credential, it lacks the scope ${describeNeed(need)}`
				: '',
		),
	};
}
