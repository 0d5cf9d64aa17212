import type { EndpointFacts, Pagination } from './endpoints';
import { factsOf, pageSizeFor } from './endpoints';
import type { Page } from './lists/answers';
import { readPageOf } from './lists/answers';
import { readByCursor } from './lists/byCursor';
import { readByPosition } from './lists/byPosition';
import { Collector } from './lists/collector';
import { shortQueries } from './lists/longFilters';
import type { PageSender } from './lists/reader';
import { ListReader, stretchOf } from './lists/reader';
import { payloadOf } from './payload';
import type { StoreApi } from './storeApi';
import type { JsonObject, JsonValue, Query, ReadRequest } from './types';

export type { Pagination } from './endpoints';
export { chunksByLength, needsOwnRequest } from './lists/longFilters';
export { rowsOf } from './payload';

export interface ListRequest {
	/**
	 * A `limit` in its query sets the page size, a `page` where to begin; both as far as the endpoint allows.
	 * All other parameters go along with every page.
	 */
	request: ReadRequest;
	/** Rows to return at most; `undefined` for all. */
	limit?: number | undefined;
	/** Whether a row is wanted, where the endpoint has no filter for it; `limit` counts those that are. */
	keeps?: ((row: JsonObject) => boolean) | undefined;
	/** Default: what the table of endpoints says; `auto` where it says nothing. */
	pagination?: Pagination | undefined;
	/** Rows per page at most. Default: what the table of endpoints says. */
	pageSize?: number | undefined;
}

export interface ListResult {
	/** In the store's order, each once. */
	rows: JsonObject[];
	/** Whether rows may be missing, because the list changed too fast or its pages lead nowhere. */
	incomplete: boolean;
}

/**
 * Reads a list, page by page or many pages at once. A row that is in the list all the time while it is read
 * is in the result, whatever is deleted or created meanwhile; where that cannot be made sure, `incomplete`
 * says so. The number of requests is bounded.
 * @throws ApiFailure from the first page that fails
 */
export async function readList(api: StoreApi, list: ListRequest): Promise<ListResult> {
	if (list.limit !== undefined && list.limit <= 0) return { rows: [], incomplete: false };
	const facts = factsOf('GET', list.request.path);
	const { query = {} } = list.request;
	const parts = query.sort === undefined ? shortQueries(query) : [query];
	const { signal, stop } = api.stopSwitch();
	const sender: PageSender = {
		send: async (request) => await api.send(request, signal),
		countPage: () => (api.effort.pages += 1),
	};
	try {
		return parts.length === 1
			? await readOne(sender, list, facts)
			: await readParts(
					parts.map((part) => ({ ...list.request, query: part })),
					async (request, limit) => await readOne(sender, { ...list, request, limit }, facts),
					{ rowKey: facts.rowKey, limit: list.limit },
				);
	} finally {
		stop(); // pages that were asked for in vain, or behind a failed one, need not wait their turn
	}
}

/** Reads lists that together are the one that was asked for, at once where all of their rows are wanted. */
async function readParts(
	requests: readonly ReadRequest[],
	read: (request: ReadRequest, limit: number | undefined) => Promise<ListResult>,
	{ rowKey, limit }: { rowKey: readonly string[]; limit: number | undefined },
): Promise<ListResult> {
	const collector = new Collector(rowKey, limit);
	const results =
		limit === undefined ? await Promise.all(requests.map(async (each) => await read(each, undefined))) : [];
	for (const { rows } of results) collector.add(rows);
	let incomplete = results.some((result) => result.incomplete);
	for (const request of limit === undefined ? [] : requests) {
		if (collector.isFull) break;
		const result = await read(request, limit);
		collector.add(result.rows);
		incomplete ||= result.incomplete;
	}
	return { rows: collector.rows, incomplete };
}

async function readOne(sender: PageSender, list: ListRequest, facts: EndpointFacts): Promise<ListResult> {
	const { page, ...query } = list.request.query ?? {};
	const all = list.limit === undefined;
	const mayBeSorted = all && facts.sortById && query.sort === undefined && query.direction === undefined;
	const request = { ...list.request, query: { ...(mayBeSorted ? facts.sortById : {}), ...query } };
	const size = pageSizeOf(list, facts, query);
	const pagination = list.pagination ?? facts.pagination;
	const reader = new ListReader(sender, request, facts, size, list.limit, list.keeps);
	const start = Math.max(1, Math.floor(Number(page ?? 1)) || 1);

	if (pagination === 'none') return await readWhole(reader, list.request);
	const byNumber = pagination === 'v2' || pagination === 'page' || page !== undefined;
	const window = { page: start, limit: size };
	if (!byNumber) return await readEither(reader, pagination);
	reader.origin = (start - 1) * size;
	const first = await reader.stretch(window);
	return resultOf(reader, await readByPosition(reader, first));
}

/** The page size that was asked for, within what the endpoint gives and what is wanted at all. */
function pageSizeOf({ limit, pageSize, keeps }: ListRequest, facts: EndpointFacts, query: Query): number {
	const asked = Math.floor(Number(query.limit ?? NaN));
	const most = pageSize ?? pageSizeFor(facts, query);
	return Math.min(asked >= 1 ? asked : Infinity, most, keeps ? Infinity : (limit ?? Infinity));
}

const resultOf = ({ collector }: ListReader, incomplete: boolean): ListResult => ({ rows: collector.rows, incomplete });

/** The whole list in one answer, unless it turns out to be paged all the same. */
async function readWhole(reader: ListReader, { query }: ReadRequest): Promise<ListResult> {
	const page = await reader.page({});
	const isAll = query?.page !== undefined || query?.limit !== undefined || (page.total ?? 0) <= page.count;
	const first = stretchOf(page, { page: 1, limit: page.count });
	if (!isAll) return resultOf(reader, await readByPosition(reader, first));
	reader.collector.add(page.rows);
	return resultOf(reader, false);
}

/** Follows whatever the first answer shows: cursors, page numbers, or the end. */
async function readEither(reader: ListReader, pagination: Pagination): Promise<ListResult> {
	const answer = await reader.answer({ limit: reader.size });
	const page = readPageOf(answer, reader.facts.listKey);
	const single = payloadOf(answer);
	if (pagination === 'auto' && page.count === 0 && isObject(single)) return { rows: [single], incomplete: false };
	const isByCursor = hasCursor(page, reader.facts);
	const incomplete = isByCursor
		? await readByCursor(reader, page)
		: await readByPosition(reader, stretchOf(page, { page: 1, limit: reader.size }));
	return resultOf(reader, incomplete);
}

/** Price lists and customers show cursors beside page numbers, and only the cursors lead on. */
const hasCursor = ({ cursors }: Page, { cursorField }: EndpointFacts): boolean =>
	cursorField !== undefined || cursors?.after !== undefined || cursors?.before !== undefined;

const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

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
	const facts = factsOf('GET', request.path);
	const style = pagination ?? facts.pagination;
	const sender: PageSender = { send: async (each) => await api.send(each), countPage: () => {} };
	const reader = new ListReader(sender, request, facts, size, undefined);
	if (style === 'cursor') {
		const page = await reader.page({ limit: size, ...(token === undefined ? {} : { after: token }) });
		const { cursors, count } = page;
		const isLast = count === 0 || (cursors?.hasNext ?? count >= size) === false;
		return { rows: page.rows, next: isLast ? undefined : cursors?.after };
	}
	if (style === 'none') return { rows: (await reader.page({})).rows, next: undefined };
	const number = Number(token ?? 1);
	const { rows, isLast } = await reader.stretch({ page: number, limit: size });
	return { rows, next: isLast ? undefined : String(number + 1) };
}
