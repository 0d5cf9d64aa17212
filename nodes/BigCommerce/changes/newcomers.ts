import { rowsOf } from '../transport/pagination';
import type { JsonObject } from '../transport/types';
import { idOf, MOST_PAGES, readByIds } from './pages';
import type { Reader } from './sources';
import { listCall } from './sources';
import type { IdMark } from './marks';
import { secondsOf, sendTimed } from './storeTime';

/** A record may become visible after others with a higher ID; this far back every reading looks again. */
const OVERLAP_IDS = 100;

/**
 * Reads the records that were created since the last reading, by their IDs. Products cannot be filtered by the
 * date of their creation, and that of an imported order lies in the past.
 * @returns the records, and the mark for the next reading
 * @throws ApiFailure
 */
export async function readNewcomers(reader: Reader, mark: IdMark): Promise<{ rows: JsonObject[]; mark: IdMark }> {
	const above = Math.max(mark.start, mark.last - OVERLAP_IDS);
	const listed = await readByIds(reader, {}, { above, mostPages: MOST_PAGES });
	const seen = new Set(mark.seen);
	const rows = listed.filter((row) => !seen.has(idOf(row)));
	const ids = rows.map(idOf);
	const last = Math.max(mark.last, ...ids);
	return {
		rows,
		mark: { start: mark.start, last, seen: [...mark.seen, ...ids].filter((id) => id > last - OVERLAP_IDS) },
	};
}

/**
 * Where to begin.
 * @param lookBack seconds
 */
export async function firstIdMark(reader: Reader, lookBack: number): Promise<IdMark> {
	const { api, source } = reader;
	const call = listCall(source, { ...source.newestFirst('id'), limit: 1 });
	const { answer, settledAt } = await sendTimed(api, call);
	const newest = Math.max(0, ...rowsOf(answer).map(idOf));
	const start = lookBack > 0 ? await lastBefore(reader, settledAt - lookBack, newest) : newest;
	return { start, last: start, seen: [] };
}

/** The ID behind which the records are that were created since a moment, found by halving. */
async function lastBefore({ api, source }: Reader, moment: number, newest: number): Promise<number> {
	let [older, high] = [0, newest];
	while (older < high) {
		const middle = Math.floor((older + high) / 2);
		const [row] = rowsOf(await api.send(listCall(source, { ...source.above?.(middle), limit: 1 })));
		if (row && secondsOf(row.date_created) < moment) older = idOf(row);
		else high = middle;
	}
	return high;
}
