import type { Connection } from './connection';
import { ApiFailure } from './failure';
import { looksLikeHtml, readProblem } from './problemBody';
import type { Problem } from './problemBody';
import { describeNeed, isGranted } from './scopes';
import type { ApiRequest, ApiResponse } from './types';

/** Turns a refused call into a failure that says what happened and how to get on. */
export function refusal(request: ApiRequest, response: ApiResponse, connection: Connection): ApiFailure {
	const problem = readProblem(response.body);
	const [message, advice] = words(request, response, connection, problem);
	const fields = problem.fields.map(({ field, message: text }) => `${field}: ${text}`);
	const said = problem.title && !message.includes(problem.title) ? `BigCommerce says: ${problem.title}` : undefined;
	const description = [said, ...problem.more, ...fields, advice]
		.filter((line) => line !== undefined && line !== '')
		.join('\n');
	return new ApiFailure('refused', message, description, {
		method: request.method,
		path: request.path,
		status: response.status,
		problem,
	});
}

function words(
	request: ApiRequest,
	{ status, body }: ApiResponse,
	connection: Connection,
	problem: Problem,
): [message: string, advice: string] {
	const call = `${request.method} ${request.path}`;
	switch (status) {
		case 401:
		case 403:
			return notAllowed(status, request, connection, problem);
		case 404:
			return [
				`BigCommerce has no such record (${call})`,
				'Check the ID; the record may have been deleted, or belong to another store.',
			];
		case 409:
			return [
				`This conflicts with a record that exists already: ${problem.title ?? call}`,
				'Use another name, SKU, code or email address, or update the existing record instead. For a cart, read it again first.',
			];
		case 413:
			return [
				`BigCommerce takes less at once than was sent (${call})`,
				'Send fewer records per call or a smaller limit.',
			];
		case 400:
		case 422:
			return [
				`BigCommerce did not accept the values: ${problem.title ?? firstField(problem) ?? call}`,
				'Correct the fields named here and run the node again.',
			];
		case 423:
			return ['The record is locked at the moment', 'Something else is changing it. Run the node again in a minute.'];
		case 429:
			return [
				'The store is too busy to take more requests',
				'Run the node again later, or give it a longer wait under Request Options > Longest Wait.',
			];
		case 507:
			return [
				`The store's plan does not allow more of these records (${call})`,
				'Delete some records or move the store to a larger plan.',
			];
		default:
			if (status < 500) return [`BigCommerce refused the call with status ${status} (${call})`, ''];
			return [`BigCommerce could not answer (status ${status})`, brokenStoreAdvice(request, body)];
	}
}

function brokenStoreAdvice({ method }: ApiRequest, body: unknown): string {
	return [
		looksLikeHtml(body) ? 'It sent a web page instead of data.' : '',
		'See status.bigcommerce.com and run the node again later.',
		method === 'GET' ? '' : 'The change may have been made all the same: look in the store before you repeat it.',
	]
		.filter(Boolean)
		.join(' ');
}

const firstField = ({ fields: [first] }: Problem) => first && `${first.field}: ${first.message}`;

function notAllowed(
	status: number,
	request: ApiRequest,
	connection: Connection,
	problem: Problem,
): [message: string, advice: string] {
	const need = request.scope;
	const speaksOfScope = /scope|permission/i.test(problem.title ?? '');
	const granted = need ? isGranted(need, connection.grantedScopes) : undefined;
	if (need && need.scopes.length > 0 && granted !== true && (status === 403 || speaksOfScope || granted === false)) {
		return [
			`The connection lacks the scope ${describeNeed(need)}`,
			connection.kind === 'oAuth2'
				? 'Add the scope to the app in the Developer Portal and to the credential, then connect the credential again.'
				: 'Scopes of a store-level API account cannot be changed: create a new account with this scope (control panel, Settings, Store-level API accounts) and put its access token into the credential.',
		];
	}
	if (status === 403) {
		return [
			'BigCommerce does not allow this call',
			"The record may belong to another app, or the store's plan may not include the feature.",
		];
	}
	return [
		'BigCommerce did not accept the access token',
		`Check Store Hash and access token in the credential; the token must be of the store "${connection.storeHash}".` +
			(need && need.scopes.length > 0
				? ` If other operations work with this credential, it lacks the scope ${describeNeed(need)}.`
				: ''),
	];
}
