import { rowsOf } from '../transport/pagination';
import type { JsonObject } from '../transport/types';
import { idOf, MOST_PAGES, PAGE_SIZE, readByIds } from './pages';
import type { DateField, Reader } from './sources';
import { listCall } from './sources';
import type { DateMark } from './marks';
import { secondsOf, sendTimed } from './storeTime';

/** Records may become visible after others with a later date; this far back every reading looks again. */
const OVERLAP_SECONDS = 120;

/** Begins behind a moment. @param settledAt Unix seconds */
export const dateMarkAt = (settledAt: number): DateMark => ({ start: settledAt + 1, until: settledAt, seen: {} });

/**
 * Reads what was created or changed since the last reading: all records whose date lies in a span of whole
 * seconds that are over by the store's clock, so nothing can be added to it unnoticed. A record that changes
 * while it is read leaves the span and belongs to the next.
 *
 * With more records than one reading shall take, the span ends at the date of the last that fits.
 * @returns the records, and the mark for the next reading
 * @throws ApiFailure
 */
export async function readChanges(
	reader: Reader,
	field: DateField,
	mark: DateMark,
): Promise<{ rows: JsonObject[]; mark: DateMark }> {
	const { api, source } = reader;
	const from = Math.max(mark.start, mark.until + 1 - OVERLAP_SECONDS);
	// One second more at both ends: nobody says whether the bounds of the filter belong to it.
	const call = listCall(source, { ...source.between(field, from - 1), limit: PAGE_SIZE });
	const { answer, settledAt } = await sendTimed(api, call);
	const all = rowsOf(answer);
	const isWhole = all.length < PAGE_SIZE;
	const to = isWhole ? settledAt : Math.min(settledAt, await lastThatFits(reader, field, mark.until + 1));
	if (to <= mark.until) return { rows: [], mark };
	const listed = isWhole ? all : await readByIds(reader, source.between(field, from - 1, to + 1));
	const dated = listed
		.map((row) => ({ row, id: idOf(row), date: secondsOf(row[field]) }))
		.filter(({ id, date }) => date >= from && date <= to && date > (mark.seen[id] ?? -Infinity));
	const remembered = [
		...Object.entries(mark.seen),
		...dated.map(({ id, date }): [string, number] => [String(id), date]),
	].filter(([, date]) => date > to - OVERLAP_SECONDS);
	return {
		rows: dated.map(({ row }) => row),
		mark: { start: mark.start, until: to, seen: Object.fromEntries(remembered) },
	};
}

/** The date of the last record that one reading shall take. */
async function lastThatFits({ api, source }: Reader, field: DateField, from: number): Promise<number> {
	const query = { ...source.between(field, from), ...source.oldestFirst(field), page: MOST_PAGES, limit: PAGE_SIZE };
	const last = rowsOf(await api.send(listCall(source, query))).at(-1);
	return last ? secondsOf(last[field]) : Infinity;
}
