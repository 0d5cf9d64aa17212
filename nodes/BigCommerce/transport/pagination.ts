import { z } from 'zod';

import { payloadOf } from './storeApi';
import type { StoreApi } from './storeApi';
import type { ApiRequest, ApiResponse, JsonObject } from './types';

/**
 * How a list is paged. `v2`: bare arrays without a total, ended by a short page or 204. `page`: v3 with
 * `meta.pagination`. `cursor`: v3 with `meta.cursor_pagination`. `none`: the whole list in one answer.
 * `auto`: whichever the first answer shows, for endpoints that nothing is known of.
 */
export type Pagination = 'v2' | 'page' | 'cursor' | 'none' | 'auto';

export interface ListRequest {
	request: ApiRequest;
	pagination: Pagination;
	/** Rows to return at most; `undefined` for all. */
	limit?: number | undefined;
	/** The largest page the endpoint gives. Default 250, the most that BigCommerce documents for its lists. */
	pageSize?: number | undefined;
}

const LARGEST_PAGE = 250;
/** Pages of a list of unknown length that are asked for ahead of the last known full one. */
const MOST_PAGES_AHEAD = 16;

const pageMeta = z.object({
	meta: z.object({ pagination: z.object({ total_pages: z.number(), per_page: z.number().min(1).optional() }) }),
});
const cursorMeta = z.object({
	meta: z.object({
		cursor_pagination: z.object({
			end_cursor: z.string().nullish(),
			links: z.object({ next: z.string().nullish() }).nullish(),
		}),
	}),
});

/**
 * Reads a list in the store's order, page by page or many pages at once.
 * @throws ApiFailure from the first page that fails
 */
export async function readList(api: StoreApi, list: ListRequest): Promise<JsonObject[]> {
	if (list.limit === 0) return [];
	const size = Math.min(list.pageSize ?? LARGEST_PAGE, list.limit ?? Infinity);
	const { signal, stop } = api.stopSwitch();
	const send: Send = async (request) => {
		const answer = await api.send(request, signal);
		api.effort.pages += 1;
		return answer;
	};
	try {
		const rows = await readers[list.pagination](send, list, size);
		return list.limit === undefined ? rows : rows.slice(0, list.limit);
	} finally {
		stop(); // pages that were asked for in vain, or behind a failed one, need not wait their turn
	}
}

/**
 * Reads one page, for dropdowns.
 * @param token what the page before gave as `next`
 * @returns `next` is `undefined` on the last page
 */
export async function readPage(
	api: StoreApi,
	{ request, pagination }: Pick<ListRequest, 'request' | 'pagination'>,
	size: number,
	token?: string,
): Promise<{ rows: JsonObject[]; next: string | undefined }> {
	if (pagination === 'cursor') {
		const answer = await api.send(
			paged(request, token === undefined ? { limit: size } : { limit: size, after: token }),
		);
		const rows = rowsOf(answer);
		return { rows, next: nextCursor(answer, rows.length, size) };
	}
	const page = Number(token ?? 1);
	const answer = await api.send(paged(request, { page, limit: size }));
	const rows = rowsOf(answer);
	const more = pagination === 'v2' ? rows.length === size : totalPages(answer) > page;
	return { rows, next: more ? String(page + 1) : undefined };
}

type Send = (request: ApiRequest) => Promise<ApiResponse>;

/** @param first the first page, when it has been read already */
type Reader = (send: Send, list: ListRequest, size: number, first?: ApiResponse) => Promise<JsonObject[]>;

const readers: Record<Pagination, Reader> = {
	none: async (send, { request }) => rowsOf(await send(request)),

	page: async (send, { request, limit }, size, first) => {
		const load = async (page: number) => await send(paged(request, { page, limit: size }));
		const pages = [first ?? (await load(1))];
		// Some lists give less per page than asked for.
		const wanted = limit === undefined ? Infinity : Math.ceil(limit / (perPage(pages[0]!) ?? size));
		// The list may grow while it is read: the last answer decides whether there is more.
		for (;;) {
			const total = Math.min(totalPages(pages[pages.length - 1]!), wanted);
			if (total <= pages.length) break;
			const numbers = Array.from({ length: total - pages.length }, (_, index) => pages.length + 1 + index);
			for (const answer of await Promise.all(numbers.map(load))) pages.push(answer);
		}
		return distinct(pages.map(rowsOf));
	},

	cursor: async (send, { request, limit }, size, first) => {
		const pages: JsonObject[][] = [];
		let count = 0;
		let after: string | undefined;
		let answer = first ?? (await send(paged(request, { limit: size })));
		for (;;) {
			const rows = rowsOf(answer);
			pages.push(rows);
			count += rows.length;
			const next = nextCursor(answer, rows.length, size);
			if (next === undefined || next === after || (limit !== undefined && count >= limit)) break;
			after = next;
			answer = await send(paged(request, { limit: size, after }));
		}
		return distinct(pages);
	},

	v2: async (send, { request, limit }, size, first) => {
		const load = async (page: number) =>
			rowsOf(page === 1 && first ? first : await send(paged(request, { page, limit: size })));
		const wanted = limit === undefined ? Infinity : Math.ceil(limit / size);
		const pages: JsonObject[][] = [];
		const underWay: Array<Promise<JsonObject[]>> = [];
		let ahead = 1;
		// Pages are asked for ahead, more boldly with every full one; the first short page is the last.
		for (let asked = 0; ;) {
			while (underWay.length < ahead && asked < wanted) {
				const page = load(++asked);
				page.catch(() => {}); // reported when its turn comes; behind the end nobody minds
				underWay.push(page);
			}
			const next = underWay.shift();
			if (!next) break;
			const rows = await next;
			pages.push(rows);
			// A list that is longer than asked for is not paged at all.
			if (rows.length !== size) break;
			ahead = Math.min(MOST_PAGES_AHEAD, ahead * 3);
		}
		return distinct(pages);
	},

	auto: async (send, list, size) => {
		const first = await send(paged(list.request, { limit: size }));
		const payload = payloadOf(first);
		if (!Array.isArray(payload)) return typeof payload === 'object' && payload !== null ? [payload] : [];
		return await readers[styleOf(list.request, first)](send, list, size, first);
	},
};

/** Price lists and customers show cursors beside page numbers, and only the cursors lead on. */
function styleOf({ path }: ApiRequest, { body }: ApiResponse): Pagination {
	if (path.startsWith('/v2/')) return 'v2';
	return cursorMeta.safeParse(body).data?.meta.cursor_pagination.end_cursor ? 'cursor' : 'page';
}

function paged(request: ApiRequest, page: Record<string, string | number>): ApiRequest {
	return { ...request, query: { ...request.query, ...page } };
}

/** The rows of a list answer; v2 says 204 without a body when there are none. */
export function rowsOf(answer: ApiResponse): JsonObject[] {
	const rows = payloadOf(answer);
	return Array.isArray(rows) ? (rows as JsonObject[]) : [];
}

const totalPages = ({ body }: ApiResponse): number => pageMeta.safeParse(body).data?.meta.pagination.total_pages ?? 1;

const perPage = ({ body }: ApiResponse): number | undefined => pageMeta.safeParse(body).data?.meta.pagination.per_page;

function nextCursor({ body }: ApiResponse, count: number, size: number): string | undefined {
	const parsed = cursorMeta.safeParse(body);
	if (!parsed.success || count === 0) return undefined;
	const { end_cursor: end, links } = parsed.data.meta.cursor_pagination;
	const more = links?.next ? true : links ? false : count >= size;
	return more ? (end ?? undefined) : undefined;
}

/** Joins pages; a row that slid onto the next page while the list was read is kept once. */
function distinct(pages: JsonObject[][]): JsonObject[] {
	const seen = new Set<unknown>();
	const rows: JsonObject[] = [];
	for (const page of pages) {
		for (const row of page) {
			const { id } = row;
			if (id !== undefined) {
				if (seen.has(id)) continue;
				seen.add(id);
			}
			rows.push(row);
		}
	}
	return rows;
}
