import type { ItemInput } from '../../execution/itemInput';
import { readList } from '../../transport/pagination';
import type { Pagination } from '../../transport/pagination';
import { payloadOf } from '../../transport/storeApi';
import { textOf } from '../../transport/textOf';
import type { ApiRequest, ApiResponse, JsonObject, JsonValue, Method } from '../../transport/types';
import type { CustomOperation } from '../types';
import { choice, flag, json, list, options, required, text } from '../shared/fields';
import { PathFault, readPath } from './path';
import { enteredQuery } from './query';

const WITH_QUERY = { sendQuery: [true] };
const WRITING = { method: ['POST', 'PUT', 'DELETE'] };

export const request: CustomOperation = {
	kind: 'custom',
	value: 'request',
	name: 'Request',
	action: 'Make API request',
	description: 'Call any endpoint of the v2 and v3 APIs, with the rate limits, retries and paging of this node',
	endpoints: [],
	// Which one is needed depends on the path.
	scope: [],
	access: 'modify',
	options: [
		choice('method', 'Method', [
			['GET', 'GET'],
			['POST', 'POST'],
			['PUT', 'PUT'],
			['DELETE', 'DELETE'],
		]),
		required(
			text('path', 'Path', {
				placeholder: 'e.g. /v3/catalog/brands',
				description: 'Path below the store, from /v2/ or /v3/ on; a whole URL of the same store will do as well',
			}),
		),
		flag('sendQuery', 'Send Query Parameters', 'Whether the request has query parameters'),
		choice(
			'specifyQuery',
			'Specify Query Parameters',
			[
				['list', 'Using Fields Below'],
				['json', 'Using JSON'],
			],
			{ displayOptions: { show: WITH_QUERY }, description: 'How to enter the query parameters' },
		),
		list(
			'queryParameters',
			'Query Parameters',
			[
				required(text('name', 'Name', { placeholder: 'e.g. id:in' })),
				text('value', 'Value', { placeholder: 'e.g. 12,15' }),
			],
			{ placeholder: 'Add parameter', displayOptions: { show: { ...WITH_QUERY, specifyQuery: ['list'] } } },
		),
		required(
			json('queryJson', 'Query Parameters (JSON)', {
				placeholder: 'e.g. {"id:in": [12, 15]}',
				description: 'Names and values; lists are sent with commas between their values',
				displayOptions: { show: { ...WITH_QUERY, specifyQuery: ['json'] } },
			}),
		),
		flag('sendBody', 'Send Body', 'Whether the request has a body', { displayOptions: { show: WRITING } }),
		required(
			json('body', 'Body (JSON)', {
				placeholder: 'e.g. {"name": "Common Good"}',
				description: 'Body of the request, as BigCommerce describes it',
				displayOptions: { show: { ...WRITING, sendBody: [true] } },
			}),
		),
		flag('allPages', 'Return All', 'Whether to return all records of a list, page by page, instead of one answer', {
			displayOptions: { show: { method: ['GET'] } },
		}),
		options(
			choice(
				'pagination',
				'Pagination',
				[
					['auto', 'Automatic'],
					['cursor', 'Cursor'],
					['page', 'Page Number'],
					['v2', 'Page Number Without Total'],
				],
				{ description: 'How Return All turns pages; Automatic goes by the first answer, v2 lists have no total' },
			),
			flag('fullResponse', 'Full Response', 'Whether to return status and headers beside the body'),
		),
	],
	validate: (input) => void plan(input),
	turn: (input) => (input.option('method') === 'GET' ? undefined : plan(input).request.path),
	run: async (input) => {
		const { request, pagination, fullResponse } = plan(input);
		if (pagination) {
			const pageSize = Number(request.query?.limit) || undefined;
			return await readList(input.api, { request, pagination, pageSize });
		}
		const response = await input.api.send(request);
		return fullResponse ? { ...response, body: (response.body ?? null) as JsonValue } : rowsFrom(response);
	},
};

interface Plan {
	request: ApiRequest;
	/** Only when all pages are wanted. */
	pagination: Pagination | undefined;
	fullResponse: boolean;
}

/** What the parameters of an item ask for. @throws NodeOperationError when they cannot be sent */
function plan(input: ItemInput): Plan {
	const method = input.option('method') as Method;
	const { path, query } = pathOf(input);
	const body = input.option('body');
	const { pagination = 'auto', fullResponse } = input.collection('options');
	const allPages = input.option('allPages') === true;
	if (allPages && fullResponse === true) {
		throw input.refuse(
			'Full Response cannot be combined with Return All',
			'All pages together have no status and headers of their own.',
		);
	}
	return {
		request: input.request({
			method,
			path,
			query: { ...query, ...enteredQuery(input) },
			...(body === undefined ? {} : { body }),
		}),
		pagination: allPages ? (pagination as Pagination) : undefined,
		fullResponse: fullResponse === true,
	};
}

function pathOf(input: ItemInput) {
	try {
		return readPath(textOf(input.option('path')), input.api.connection);
	} catch (fault) {
		throw fault instanceof PathFault
			? input.refuse(
					`Path ${fault.message}`,
					"Enter the path as BigCommerce's API reference has it, from /v2/ or /v3/ on.",
				)
			: input.refuse(String(fault));
	}
}

/** One item per record. What was not done stands beside the records, so such an answer is kept whole. */
function rowsFrom(response: ApiResponse): JsonObject[] {
	const payload = response.status === 207 ? (response.body as JsonValue | undefined) : payloadOf(response);
	if (payload === undefined || payload === null) return [{ success: true }];
	return [payload]
		.flat()
		.map((row) => (typeof row === 'object' && row !== null && !Array.isArray(row) ? row : { value: row }));
}
