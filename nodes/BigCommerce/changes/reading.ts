import type { JsonObject } from '../transport/types';
import { dateMarkAt, readChanges } from './changed';
import { firstIdMark, readNewcomers } from './newcomers';
import { idOf } from './pages';
import type { Reader } from './sources';
import { listCall } from './sources';
import type { Marks } from './marks';
import { secondsOf, sendTimed } from './storeTime';

/** New orders that wait for a status are so many at most; the oldest are given up first. */
const MOST_WAITING = 5000;

/** Which records are wanted. */
export interface Wish {
	passes: (record: JsonObject) => boolean;
	/** Whether a record that does not pass now may do so with another status. */
	mayPassLater: (record: JsonObject) => boolean;
}

/** Which changes are read. `new`: each record once. `changed`: each record whenever it changed since the last reading. */
export type ChangeKind = 'new' | 'changed';

/**
 * Where the first reading begins.
 * @param lookBack seconds before now
 * @throws ApiFailure
 */
export async function firstMarks(reader: Reader, kind: ChangeKind, lookBack: number): Promise<Marks> {
	const { api, source } = reader;
	if (kind === 'new' && source.above) return { ids: await firstIdMark(reader, lookBack) };
	const { settledAt } = await sendTimed(api, listCall(source, { limit: 1 }));
	return { dates: dateMarkAt(settledAt - lookBack) };
}

/**
 * Reads what is to be reported, and the marks for the next reading.
 * @throws ApiFailure
 */
export async function readNext(
	reader: Reader,
	kind: ChangeKind,
	marks: Marks,
	wish: Wish,
): Promise<{ records: JsonObject[]; marks: Marks }> {
	if (marks.dates && !marks.ids) {
		const field = kind === 'new' ? 'date_created' : 'date_modified';
		const { rows, mark } = await readChanges(reader, field, marks.dates);
		return { records: rows.filter(wish.passes), marks: { dates: mark } };
	}
	return await readNewAndWaiting(reader, marks, wish);
}

/** New records, and those of before that waited for another status and have it now. */
async function readNewAndWaiting(
	reader: Reader,
	{ ids = { start: 0, last: 0, seen: [] }, dates: before, waiting: waitedBefore = [] }: Marks,
	wish: Wish,
): Promise<{ records: JsonObject[]; marks: Marks }> {
	const { rows: born, mark } = await readNewcomers(reader, ids);
	const records = born.filter(wish.passes);
	const postponed = born.filter((row) => !wish.passes(row) && wish.mayPassLater(row));
	const waiting = new Set([...waitedBefore, ...postponed.map(idOf)]);
	if (waiting.size === 0) return { records, marks: { ids: mark } };
	// The status of those that are new can change from the moment on in which they got the one they have.
	const firstChange = Math.min(...postponed.map(({ date_modified: date }) => secondsOf(date)));
	const dates = before ?? dateMarkAt(firstChange - 1);
	const changes = await readChanges(reader, 'date_modified', dates);
	for (const row of changes.rows) {
		if (wish.passes(row) && waiting.delete(idOf(row))) records.push(row);
	}
	return { records, marks: { ids: mark, dates: changes.mark, waiting: [...waiting].slice(-MOST_WAITING) } };
}
