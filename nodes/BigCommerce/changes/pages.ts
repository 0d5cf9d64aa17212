import { readList, rowsOf } from '../transport/pagination';
import type { StoreApi } from '../transport/storeApi';
import type { JsonObject, Query, ReadRequest } from '../transport/types';
import type { Reader } from './sources';
import { listCall } from './sources';

/** The largest page that BigCommerce gives. */
export const PAGE_SIZE = 250;

/** Pages that one reading takes at most, so that it ends in time; the next goes on from there. */
export const MOST_PAGES = 20;

export const idOf = ({ id }: JsonObject): number => Number(id);

/**
 * Reads records in the order of their IDs, each page beginning behind the last ID of the one before. Page
 * numbers would skip records when others leave or join the list meanwhile.
 * @param above the ID behind which to begin
 * @throws ApiFailure, or Error when rows may be missing
 */
export async function readByIds(
	{ api, source }: Reader,
	query: Query,
	{ above = 0, mostPages = Infinity }: { above?: number; mostPages?: number } = {},
): Promise<JsonObject[]> {
	if (!source.above) {
		// The cursors of BigCommerce do the same.
		return await readWhole(api, listCall(source, query));
	}
	const rows: JsonObject[] = [];
	for (let [last, pages] = [above, 0]; pages < mostPages; pages++) {
		const request = listCall(source, { ...query, ...source.above(last), limit: PAGE_SIZE });
		const page = rowsOf(await api.send(request));
		rows.push(...page);
		if (page.length < PAGE_SIZE) break;
		const highest = Math.max(...page.map(idOf));
		if (highest <= last) throw new Error('BigCommerce gave the same page of a list twice');
		last = highest;
	}
	return rows;
}

/**
 * Reads a list of which no row may be missing.
 * @throws ApiFailure, or Error when the list changed too fast to be read in full
 */
export async function readWhole(api: StoreApi, request: ReadRequest): Promise<JsonObject[]> {
	const { rows, incomplete } = await readList(api, { request });
	if (incomplete) throw new Error(`BigCommerce did not give the list ${request.path} in full`);
	return rows;
}
