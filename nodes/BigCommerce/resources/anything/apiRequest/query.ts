import { z } from 'zod';

import type { JsonObject, Query, QueryValue } from '../../../transport/types';
import { RequestFault } from './requestFault';

const single = z.union([z.string(), z.number(), z.boolean()]);
const queryJson = z.record(z.union([single, z.null(), z.array(z.union([z.string(), z.number()]))]));
const queryList = z.array(z.object({ name: z.string(), value: z.string() }));

/** Names that every object has. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const IN_FIELDS = 'Use Query Parameters for a value with special characters.';

/** The query parameters of the form, from either way to enter them. @throws RequestFault */
export function enteredQuery(options: JsonObject): Query {
	if (options.sendQuery !== true) return {};
	if (options.specifyQuery !== 'json') {
		const entries = queryList.parse(options.queryParameters ?? []);
		return queryOf(entries.map(({ name, value }) => [name, value]));
	}
	const parsed = queryJson.safeParse(options.queryJson);
	if (parsed.success) return queryOf(Object.entries(parsed.data));
	throw new RequestFault(
		'must be an object of texts, numbers, booleans or lists of them',
		'For example {"id:in": [1, 2], "sort": "name"}.',
	);
}

/**
 * The query that was written behind a path. Only what leaves no doubt: a `&` or a `#` in a value would cut
 * it in two and a plus become a blank, so that the call would find another record.
 * @throws RequestFault
 */
export function readSearch(search: string): Query {
	const sign = /[#+]/.exec(search)?.[0];
	if (sign !== undefined) throw new RequestFault(`must not have a ${sign} behind the question mark`, IN_FIELDS);
	const parts = search.split('&').filter((part) => part !== '');
	const nameless = parts.find((part) => !/^[^=]+=/.test(part));
	if (nameless !== undefined) {
		throw new RequestFault(`has "${nameless}" where a name, = and a value should be`, IN_FIELDS);
	}
	return queryOf(new URLSearchParams(search));
}

/**
 * A name that comes more than once has a list of values.
 * @throws RequestFault for a parameter without a value, which the store might take for no filter at all
 */
function queryOf(pairs: Iterable<readonly [name: string, value: QueryValue | null]>): Query {
	const values = new Map<string, QueryValue>();
	for (const [entered, value] of pairs) {
		const name = entered.trim();
		if (name === '' || PROTOTYPE_NAMES.has(name)) {
			throw new RequestFault(`must not have the name "${name}"`, 'Name the parameter as the API reference does.');
		}
		if (value === null || isBlank(value)) {
			throw new RequestFault(
				`must have a value for ${name}`,
				'BigCommerce may take a filter without a value for none at all. Give it a value, or remove it.',
			);
		}
		const before = values.get(name);
		values.set(name, before === undefined ? value : [before, value].flat().map(String));
	}
	return Object.fromEntries(values);
}

const isBlank = (value: QueryValue): boolean =>
	Array.isArray(value) ? value.length === 0 || value.some(isBlank) : String(value).trim() === '';
