import type { Chosen, Endpoint } from '../model/endpoint';
import { fillPath, isByField, parseEndpoint } from '../model/endpoint';
import type { Field } from '../model/field';
import { flatFields } from '../model/field';
import type { Method } from '../transport/types';
import { needsOwnRequest } from '../transport/pagination';
import type { JsonObject, JsonValue, Query } from '../transport/types';
import { textOf } from '../transport/textOf';
import type { ItemPlan } from './itemPlan';

/** The endpoint that an item calls, with its path filled in. */
export function targetOf<M extends Method>(chosen: Chosen<Endpoint<M>>, plan: ItemPlan): { method: M; path: string } {
	const endpoint = isByField(chosen) ? chosen.of[valueOf(plan, chosen.byField)] : chosen;
	if (endpoint === undefined) throw plan.refuse('There is no endpoint for this choice');
	const { method, path } = parseEndpoint(endpoint);
	return { method, path: fillPath(path, plan.path) };
}

function valueOf({ options, path, body }: ItemPlan, name: string): string {
	return textOf(options[name] ?? path[name] ?? body[name]);
}

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** So many keys in one filter: each answer is one page. */
const MOST_KEYS = 250;

interface KeyFilter {
	/** Takes several keys when it ends in `:in`; empty where the list takes none. */
	filter: string;
	exact?: string | undefined;
}

/** How many keys one request may look up. */
export const mostKeys = ({ filter }: KeyFilter): number => (filter === '' || filter.endsWith(':in') ? MOST_KEYS : 1);

/** What asks for keys that share a request, see `chunksByLength`. */
export function keyQuery({ filter, exact }: KeyFilter, keys: readonly string[]): Query {
	const [first = ''] = keys;
	if (filter === '') return {};
	if (!filter.endsWith(':in')) return { [filter]: first };
	return exact !== undefined && needsOwnRequest(first) ? { [exact]: first } : { [filter]: [...keys] };
}

/** Keys as they are compared: blanks around them and upper or lower case mean nothing. */
export const keyText = (value: JsonValue | undefined): string => textOf(value).trim().toLowerCase();

/** What several fields of a record say, as one text. */
export const keyOf = (record: JsonObject, fields: readonly string[]): string =>
	fields.length === 1 ? keyText(record[fields[0]!]) : JSON.stringify(fields.map((field) => keyText(record[field])));

/** Several rows of one key: customers of different storefronts may have the same email address. */
export function rowsByKey(rows: readonly JsonObject[], fields: readonly string[]): Map<string, JsonObject[]> {
	const found = new Map<string, JsonObject[]>();
	for (const row of rows) {
		const key = keyOf(row, fields);
		const own = found.get(key);
		if (own) own.push(row);
		else found.set(key, [row]);
	}
	return found;
}

/** How the form names a field of the body. */
export function labelOf(fields: readonly Field[], name: string): string {
	return flatFields(fields).find((field) => field.name === name)?.displayName ?? name;
}

export const pick = (record: JsonObject, names: readonly string[]): JsonObject =>
	Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));

export const omit = (record: JsonObject, names: readonly string[]): JsonObject =>
	Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
