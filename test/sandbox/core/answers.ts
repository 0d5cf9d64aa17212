import type { Answer, Call } from './route';
import { refusal } from './errors';
import type { JsonCache } from './json';
import type { Query } from './query';

const DEFAULT_LIMIT = 50;
const MAXIMUM_LIMIT = 250;

export interface PageRequest {
	page: number;
	limit: number;
}

/**
 * Reads `page` and `limit`. A limit above the maximum answers 413 (fact: BigCommerce docs, status
 * codes); one below 1 or not a number answers 422 (v3) or 400 (v2).
 */
export function pageRequest(call: Call, maximum = MAXIMUM_LIMIT, fallback = DEFAULT_LIMIT): PageRequest {
	const read = (name: 'page' | 'limit', otherwise: number): number => {
		if (!call.query.has(name)) return otherwise;
		const value = call.query.integer(name);
		if (value === undefined || value < 1) {
			throw refusal(call.version, call.version === 'v2' ? 400 : 422, `The ${name} is not valid.`);
		}
		return value;
	};
	const limit = read('limit', Math.min(fallback, maximum));
	if (limit > maximum) {
		throw refusal(call.version, 413, `The maximum limit is ${maximum}, ${limit} was asked for.`);
	}
	return { page: read('page', 1), limit };
}

/** v3 single: `{data, meta}`. */
export const v3Data = (data: unknown, status = 200): Answer => ({ status, body: { data, meta: {} } });

/** v3 list of all records, not paged. */
export const v3All = (data: readonly unknown[]): Answer => ({ status: 200, body: { data, meta: {} } });

export const noContent: Answer = { status: 204 };

export const ok = (body: unknown, status = 200): Answer => ({ status, body });

/** v3 `meta.pagination` for a page out of `total` records. */
export function pagination(query: Query, { page, limit }: PageRequest, total: number, count: number): object {
	const totalPages = Math.ceil(total / limit);
	return {
		total,
		count,
		per_page: limit,
		current_page: page,
		total_pages: totalPages,
		links: {
			...(page > 1 && { previous: query.with({ page: page - 1, limit }) }),
			...(page < totalPages && { next: query.with({ page: page + 1, limit }) }),
			current: query.with({ page, limit }),
		},
	};
}

const pageOf = <T>(records: readonly T[], { page, limit }: PageRequest): readonly T[] =>
	records.slice((page - 1) * limit, page * limit);

/** v3 list with page numbers; records are shaped only for the page that is sent. */
export function v3Page<T>(
	call: Call,
	records: readonly T[],
	shape: (record: T) => unknown = (record) => record,
	maximum?: number,
): Answer {
	const request = pageRequest(call, maximum);
	const data = pageOf(records, request).map(shape);
	return {
		status: 200,
		body: { data, meta: { pagination: pagination(call.query, request, records.length, data.length) } },
	};
}

/** v2 list: a bare array, and 204 without a body when there is nothing to list. */
export function v2Page<T>(
	call: Call,
	records: readonly T[],
	shape: (record: T) => unknown = (record) => record,
	maximum?: number,
): Answer {
	const page = pageOf(records, pageRequest(call, maximum));
	return page.length === 0 ? noContent : ok(page.map(shape));
}

/** The same from a cache of JSON texts, for lists that are read in bulk. */
export function v2CachedPage<T extends object>(
	call: Call,
	records: readonly T[],
	cache: JsonCache<T>,
	shape: (record: T) => unknown,
): Answer {
	const page = pageOf(records, pageRequest(call));
	return page.length === 0 ? noContent : ok(cache.array(page, shape));
}
