import type { Answer, Call } from './route';
import { problem } from './errors';
import type { JsonCache } from './json';
import type { Query } from './query';
import type { Key } from './table';

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
			throw problem(call.version, call.version === 'v2' ? 400 : 422, `The ${name} is not valid.`);
		}
		return value;
	};
	const limit = read('limit', Math.min(fallback, maximum));
	if (limit > maximum) {
		throw problem(call.version, 413, `The maximum limit is ${maximum}, ${limit} was asked for.`);
	}
	return { page: read('page', 1), limit };
}

/** v3 single: `{data, meta}`. */
export const v3Data = (data: unknown, status = 200): Answer => ({ status, body: { data, meta: {} } });

/** v3 list of all records, not paged. */
export const v3All = (data: readonly unknown[]): Answer => ({ status: 200, body: { data, meta: {} } });

export const noContent: Answer = { status: 204 };

export const ok = (body: unknown, status = 200): Answer => ({ status, body });

/** How a list is answered: the records, cut to a page and shaped. */
export type Pager = <T extends { id: Key }>(
	call: Call,
	records: readonly T[],
	shape?: (record: T) => unknown,
) => Answer;

export interface PageOptions {
	/** Largest `limit`. */
	maximum?: number;
	/** Whether `meta.pagination` has links; some endpoints leave them out. Default true. */
	links?: boolean;
	/** What else `meta.pagination` says. */
	extra?: object;
}

/** v3 `meta.pagination` for a page out of `total` records. */
export function pagination(
	query: Query,
	{ page, limit }: PageRequest,
	total: number,
	count: number,
	{ links = true, extra }: PageOptions = {},
): object {
	const totalPages = Math.ceil(total / limit);
	return {
		total,
		count,
		per_page: limit,
		current_page: page,
		total_pages: totalPages,
		...(links && {
			links: {
				...(page > 1 && { previous: query.with({ page: page - 1, limit }) }),
				...(page < totalPages && { next: query.with({ page: page + 1, limit }) }),
				current: query.with({ page, limit }),
			},
		}),
		...extra,
	};
}

/** The records of one page. */
export const pageOf = <T>(records: readonly T[], { page, limit }: PageRequest): readonly T[] =>
	records.slice((page - 1) * limit, page * limit);

/** v3 list with page numbers; records are shaped only for the page that is sent. */
export function v3Page<T>(
	call: Call,
	records: readonly T[],
	shape: (record: T) => unknown = (record) => record,
	options: PageOptions = {},
): Answer {
	const request = pageRequest(call, options.maximum);
	const data = pageOf(records, request).map(shape);
	const meta = { pagination: pagination(call.query, request, records.length, data.length, options) };
	return { status: 200, body: { data, meta } };
}

/** A page without links (seen on a live store: addresses, wishlists). */
export const pageWithoutLinks: Pager = (call, records, shape) => v3Page(call, records, shape, { links: false });

/** Sites alone page by offset in their meta (fact: sites v3 specification). */
export const offsetPage: Pager = (call, records, shape = (record) => record) => {
	const { page, limit } = pageRequest(call);
	const offset = (page - 1) * limit;
	const data = records.slice(offset, offset + limit).map(shape);
	return ok({ data, meta: { pagination: { offset, limit, total_items: records.length } } });
};

/** Channel listings page by `after`, the ID of the last one seen, without page numbers. */
export const afterIdPage: Pager = (call, records, shape = (record) => record) => {
	const { limit } = pageRequest(call);
	const after = call.query.integer('after') ?? 0;
	const data = records.filter(({ id }) => Number(id) > after).slice(0, limit);
	const last = data[data.length - 1];
	const meta = {
		count: data.length,
		total: records.length,
		links: {
			...(last && last !== records[records.length - 1] && { next: call.query.with({ after: Number(last.id), limit }) }),
			current: call.query.with({ limit }),
		},
		total_pages: Math.ceil(records.length / limit),
	};
	return ok({ data: data.map(shape), meta: { pagination: meta } });
};

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
