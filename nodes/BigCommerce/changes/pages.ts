import { readList } from '../transport/pagination';
import type { JsonObject, Query } from '../transport/types';
import type { Reader } from './source';
import { listCall } from './source';

/** The largest page that BigCommerce gives. */
export const PAGE_SIZE = 250;

/** Pages that one poll reads at most, so that it ends before the next; the next reads on. */
export const MOST_PAGES = 20;

export const idOf = ({ id }: JsonObject): number => Number(id);

/**
 * Reads records in the order of their IDs, each page beginning behind the last ID of the one before. Page
 * numbers would skip records when others leave or join the list meanwhile.
 * @param above the ID behind which to begin
 * @throws ApiFailure
 */
export async function readByIds(
	{ api, source }: Reader,
	query: Query,
	{ above = 0, mostPages = Infinity }: { above?: number; mostPages?: number } = {},
): Promise<JsonObject[]> {
	if (!source.above) {
		// The cursors of BigCommerce do the same.
		return await readList(api, { request: listCall(source, query), pagination: source.pagination });
	}
	const rows: JsonObject[] = [];
	for (let [last, pages] = [above, 0]; pages < mostPages; pages++) {
		const request = listCall(source, { ...query, ...source.above(last) });
		const page = await readList(api, { request, pagination: source.pagination, limit: PAGE_SIZE });
		rows.push(...page);
		if (page.length < PAGE_SIZE) break;
		const highest = Math.max(...page.map(idOf));
		if (highest <= last) throw new Error('BigCommerce gave the same page of a list twice');
		last = highest;
	}
	return rows;
}
