import type { Connection } from './connection';
import { factsOf } from './endpoints';
import type { CallOutcome, LabelOf, Words } from './failure';
import { ApiFailure } from './failure';
import { fieldsInWords } from './fieldWords';
import { notAllowed } from './notAllowed';
import { looksLikeHtml, readProblem } from './problemBody';
import type { Problem } from './problemBody';
import { asksForPause } from './quotaReport';
import { clause, sentences } from './sentences';
import type { ApiRequest, ApiResponse } from './types';

/** Turns a refused call into a failure that says what happened and how to get on. */
export function refusal(request: ApiRequest, response: ApiResponse, connection: Connection): ApiFailure {
	const problem = readProblem(response.body);
	const outcome = outcomeOf(request, response);
	const wordsWith = (labelOf: LabelOf) => words({ request, response, connection, problem, outcome, labelOf });
	const { message, description } = wordsWith(() => undefined);
	return new ApiFailure('refused', message, description, {
		method: request.method,
		path: request.path,
		status: response.status,
		problem,
		outcome,
		wordsWith,
	});
}

/** Statuses that say that nothing was done: not implemented, and no room for more records. */
const UNDONE_5XX = [501, 507];

/** Whether an answer leaves open what became of the call. */
export const leavesOpen = (response: ApiResponse): boolean =>
	response.status >= 500 && !UNDONE_5XX.includes(response.status) && !asksForPause(response);

const outcomeOf = ({ method }: ApiRequest, response: ApiResponse): CallOutcome =>
	method !== 'GET' && leavesOpen(response) ? 'unknown' : 'notDone';

interface Refused {
	request: ApiRequest;
	response: ApiResponse;
	connection: Connection;
	problem: Problem;
	outcome: CallOutcome;
	labelOf: LabelOf;
}

function words(refused: Refused): Words {
	const { request, response, connection, problem } = refused;
	const call = `${request.method} ${request.path}`;
	const said = reasons(refused);
	const because = said === '' ? '' : `: ${said}`;
	switch (response.status) {
		case 401:
		case 403:
			return notAllowed(response.status, request, connection, problem);
		case 404:
			return notFound(request, problem, because);
		case 409:
			return conflict(request, problem, said === '' ? call : said);
		case 413:
			return {
				message: `BigCommerce takes less at once than was sent (${call})${because}`,
				description: 'Send fewer records per call or a smaller limit.',
			};
		case 414:
			return {
				message: `The address of this call is too long for BigCommerce (${call}, ${longestFilter(request)})`,
				description: 'Use fewer values in the filter, or split them over several items.',
			};
		case 400:
		case 422:
			return {
				message: `BigCommerce did not accept the values: ${said === '' ? call : said}`,
				description:
					problem.fields.length > 0
						? 'Correct the values that are named.'
						: 'Compare what was sent with what BigCommerce expects for this call.',
			};
		case 423:
			return {
				message: `The record is locked at the moment (${call})${because}`,
				description: 'Something else is changing it; that usually takes less than a minute.',
			};
		case 429:
			return {
				message: `The store is too busy to take more requests (${call})${because}`,
				description: 'A longer wait can be allowed under Request Options > Longest Wait.',
			};
		case 507:
			return {
				message: `The store's plan does not allow more of these records (${call})${because}`,
				description: 'Delete some records or move the store to a larger plan.',
			};
		default:
			return response.status < 500
				? {
						message: `BigCommerce refused the call with status ${response.status} (${call})${because}`,
						description: '',
					}
				: broken(refused, because);
	}
}

/** Titles that say less than the fields they come with. */
const HOLLOW =
	/^(json data is missing or invalid|invalid input|input is invalid|bad request|unprocessable entity|payload contains invalid fields|the following fields are invalid:.*|the field '[^']+' is invalid|.*resource was not found|not found|conflict)$/i;

/** What BigCommerce gave as the reason: title, fields with their values, what else it said. */
function reasons({ request, problem, labelOf }: Refused): string {
	const fields = fieldsInWords(problem.fields, request, labelOf);
	const title = clause(problem.title ?? '');
	const isNeeded = title !== '' && !(HOLLOW.test(title) && fields !== '') && !fields.includes(title);
	const more = problem.more.map((each) => clause(each)).filter((each) => !title.includes(each));
	return [isNeeded ? title : '', ...more.slice(0, 3), fields].filter(Boolean).join(': ');
}

function notFound(request: ApiRequest, { title }: Problem, because: string): Words {
	const call = `${request.method} ${request.path}`;
	const isUnknownPath = factsOf(request.method, request.path).template === undefined;
	if (/\b(route|endpoint|url)\b/i.test(title ?? '') && !/resource at that url/i.test(title ?? '')) {
		return noSuchEndpoint(call);
	}
	if (isUnknownPath && !/\/(\d+|[0-9a-f-]{32,})$/i.test(request.path)) return noSuchEndpoint(call);
	const reason = HOLLOW.test(clause(title ?? '')) ? '' : because;
	return {
		message: `BigCommerce has no such record${isUnknownPath ? ' or endpoint' : ''} (${call})${reason}`,
		description: isUnknownPath
			? "Check the path against BigCommerce's API reference, and the ID."
			: 'Check the ID; the record may have been deleted, or belong to another store.',
	};
}

const noSuchEndpoint = (call: string): Words => ({
	message: `BigCommerce has no such endpoint: ${call}`,
	description: "Check the path and the method against BigCommerce's API reference.",
});

const MISSING_REFERENCE = /(do|does|did)(n't| not) exist|not found|no such|unknown|could not find/i;
/** Also said of what is in use already. */
const INVALID = /is invalid|is not valid/i;
const DUPLICATE = /duplicate|already|exists|unique|taken|in use/i;

/**
 * 409 has three meanings. Source: the descriptions of this status in BigCommerce's OpenAPI files
 * (products_catalog.v3: duplicate values, or a category, brand or tax class that does not exist; carts.v3 and
 * checkouts.v3: another version of the cart).
 */
function conflict({ path }: ApiRequest, { title, more, fields }: Problem, said: string): Words {
	const text = [title, ...more, ...fields.map(({ message }) => message)].join(' ');
	if (MISSING_REFERENCE.test(text) || (INVALID.test(text) && !DUPLICATE.test(text))) {
		return {
			message: `BigCommerce did not accept a record that this one refers to: ${said}`,
			description: 'Check the IDs of categories, brand, tax class and other records that are referred to.',
		};
	}
	if (/^\/v3\/(carts|checkouts)\//.test(path)) {
		return {
			message: `The cart has been changed meanwhile: ${said}`,
			description: 'Get the cart, and use its current version.',
		};
	}
	return {
		message: DUPLICATE.test(text)
			? `This conflicts with a record that exists already: ${said}`
			: `This conflicts with what the store holds: ${said}`,
		description:
			'Use another name, SKU, code, URL or email address where it has to be unique, or update the record that exists.',
	};
}

function broken({ request: { method, path }, response: { status, body }, outcome }: Refused, because: string): Words {
	const page = looksLikeHtml(body) ? 'It sent a web page instead of data.' : '';
	const lookUp = 'status.bigcommerce.com shows whether BigCommerce has an outage.';
	if (outcome === 'notDone') {
		return {
			message: `BigCommerce could not answer (status ${status})${because} (${method} ${path})`,
			description: sentences(page, lookUp),
		};
	}
	return {
		message: `BigCommerce could not answer (status ${status})${because}, so it is not known whether the change was made (${method} ${path})`,
		description: sentences('Check in the store whether it was made before you send it again.', page, lookUp),
	};
}

function longestFilter({ query = {} }: ApiRequest): string {
	const [longest] = Object.entries(query)
		.map(([name, value]) => ({ name, length: String(value).length }))
		.sort((a, b) => b.length - a.length);
	return longest ? `${longest.length} characters in ${longest.name}` : 'no filters';
}
