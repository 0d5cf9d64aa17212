import { z } from 'zod';

import type { ItemInput } from '../../execution/itemInput';
import type { Query, QueryValue } from '../../transport/types';

const single = z.union([z.string(), z.number(), z.boolean()]);
const queryJson = z.record(z.union([single, z.null(), z.array(z.union([z.string(), z.number()]))]));
const queryList = z.array(z.object({ name: z.string(), value: z.string() }));

/** The query parameters of the form, from either way to enter them. @throws NodeOperationError when malformed */
export function enteredQuery(input: ItemInput): Query {
	if (input.option('sendQuery') !== true) return {};
	return input.option('specifyQuery') === 'json' ? fromJson(input) : fromList(input);
}

function fromJson(input: ItemInput): Query {
	const parsed = queryJson.safeParse(input.option('queryJson'));
	if (!parsed.success) {
		throw input.refuse(
			'Query Parameters (JSON) must be an object of texts, numbers, booleans or lists of them',
			'For example {"id:in": [1, 2], "sort": "name"}.',
		);
	}
	const set = Object.entries(parsed.data).filter((entry): entry is [string, QueryValue] => entry[1] !== null);
	return Object.fromEntries(set);
}

function fromList(input: ItemInput): Query {
	const entries = queryList.parse(input.option('queryParameters') ?? []);
	return queryOf(entries.map(({ name, value }) => [name, value]));
}

/** A name that comes more than once has a list of values. */
export function queryOf(pairs: Iterable<[name: string, value: string]>): Query {
	const query: Query = {};
	for (const [name, value] of pairs) {
		const before = query[name];
		query[name] = before === undefined ? value : [...([before].flat() as string[]), value];
	}
	return query;
}
