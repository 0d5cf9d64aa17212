import { options } from '../../../model/collections';
import { choice, flag, integer, json, key, list, required, text } from '../../../model/fields';
import type { SequenceOperation } from '../../../model/operation';
import { answerTo } from './answer';
import { isRead, planOf, USUAL_LIMIT } from './plan';

const WITH_QUERY = { sendQuery: [true] };
const READING = { method: ['GET'] };
const WRITING = { method: ['POST', 'PUT', 'DELETE'] };

export const request: SequenceOperation = {
	kind: 'sequence',
	value: 'request',
	name: 'Request',
	action: 'Make API request',
	description: 'Call any endpoint of the v2 and v3 APIs, with quota and paging',
	effect: 'act',
	onlyReads: isRead,
	about: ['path'],
	endpoints: [],
	// Which one is needed depends on the path.
	scope: [],
	options: [
		choice(
			'method',
			'Method',
			[
				['GET', 'GET'],
				['POST', 'POST'],
				['PUT', 'PUT'],
				['DELETE', 'DELETE'],
			],
			{ preset: 'GET' },
		),
		required(
			key('path', 'Path', {
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
			{ preset: 'list', showFor: WITH_QUERY, description: 'How to enter the query parameters' },
		),
		list(
			'queryParameters',
			'Query Parameters',
			[
				required(text('name', 'Name', { placeholder: 'e.g. id:in' })),
				required(text('value', 'Value', { placeholder: 'e.g. 12,15' })),
			],
			{ placeholder: 'Add parameter', showFor: { ...WITH_QUERY, specifyQuery: ['list'] } },
		),
		required(
			json('queryJson', 'Query Parameters (JSON)', {
				placeholder: 'e.g. {"id:in": [12, 15]}',
				description: 'Names and values; lists are sent with commas between their values',
				showFor: { ...WITH_QUERY, specifyQuery: ['json'] },
			}),
		),
		flag('sendBody', 'Send Body', 'Whether the request has a body', { showFor: WRITING }),
		required(
			json('body', 'Body (JSON)', {
				placeholder: 'e.g. {"name": "Common Good"}',
				description: 'Body of the request, as BigCommerce describes it',
				showFor: { ...WRITING, sendBody: [true] },
			}),
		),
		flag('returnAll', 'Return All', 'Whether to return all results or only up to a given limit', { showFor: READING }),
		integer('limit', 'Limit', {
			min: 1,
			preset: USUAL_LIMIT,
			showFor: { ...READING, returnAll: [false] },
			description: 'Max number of results to return',
		}),
		options(
			flag('fullResponse', 'Full Response', 'Whether to return status and headers beside the body'),
			choice(
				'pagination',
				'Pagination',
				[
					['auto', 'Automatic'],
					['cursor', 'Cursor'],
					['page', 'Page Number'],
					['v2', 'Page Number Without Total'],
				],
				{ preset: 'auto', description: 'How pages are turned; Automatic knows the endpoints of BigCommerce' },
			),
			flag(
				'repeatIfUnanswered',
				'Repeat If Unanswered',
				'Whether a write is sent again when its answer is lost, though it may have been carried out',
			),
		),
	],
	prepare: (item, connection) => void planOf(item, connection),
	run: async (item, store) => await answerTo(planOf(item, store.connection), store),
};
