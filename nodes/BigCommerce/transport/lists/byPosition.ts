import { pageSizeFor } from '../endpoints';
import { Ahead } from './ahead';
import { mend } from './mending';
import type { ListReader, Stretch } from './reader';
import type { Window } from './windows';
import { nextPage, overlappingWindow } from './windows';

/** A list whose pages bring nothing new so often is not paged at all, or moves too fast. */
const MOST_BARREN = 3;
/** Times that a list whose rows have no key is read again when its total has changed meanwhile. */
const MOST_READINGS_AGAIN = 3;
/** Below this there is no room for an overlap. */
const LEAST_OVERLAPPING = 4;
/** No store has a list of so many pages; whoever gives more repeats itself. */
const MOST_PAGES = 20_000;

/** How pages follow one another, and what shows that nothing fell between two of them. */
interface Pace {
	windowAfter: (end: number) => Window;
	holds: (current: Stretch, next: Stretch) => boolean;
}

/**
 * Reads a list by page numbers, many pages at once. The list may change while it is read: rows that are
 * deleted or created shift all that stand behind them. Where rows have a key, each page repeats some rows of
 * the one before; as long as neighbours share a row, nothing that was there all the time fell between them.
 * Where an endpoint gives only small pages an overlap would cost too much: there the same total in both answers
 * has to do. Where neither holds, that stretch is read again.
 * @param first the first page
 * @returns whether rows may be missing
 */
export async function readByPosition(reader: ListReader, first: Stretch): Promise<boolean> {
	const { collector } = reader;
	reader.add(first);
	if (first.isLast || collector.isFull) return false;
	// A list that gives fewer rows than asked for may count its pages by a size of its own.
	const size = Math.min(first.perPage ?? first.count, reader.size);
	const obeys = size === reader.size;
	reader.size = size;
	if (!collector.isKeyed) return await readWithoutKeys(reader, first);
	const { facts, request } = reader;
	const isForced = pageSizeFor(facts, request.query) < facts.pageSize && first.total !== undefined;
	const pace: Pace =
		obeys && size >= LEAST_OVERLAPPING && !isForced
			? {
					windowAfter: (end) => overlappingWindow(end, size),
					holds: (current, next) => collector.share(current.rows, next.rows),
				}
			: { windowAfter: (end) => nextPage(end, size), holds: (current, next) => current.total === next.total };
	return await readOn(reader, first, pace);
}

async function readOn(reader: ListReader, first: Stretch, pace: Pace): Promise<boolean> {
	const { collector } = reader;
	const ahead = new Ahead(reader, first, pace.windowAfter);
	let current = first;
	let barren = 0;
	let isTorn = false;
	while (!current.isLast && !collector.isFull) {
		const next = await ahead.next();
		if (!pace.holds(current, next)) {
			const { isWhole, isAtEnd } = await mend(reader, current, next);
			isTorn ||= !isWhole;
			if (isAtEnd) return isTorn;
		}
		barren = reader.add(next) > 0 ? 0 : barren + 1;
		if (barren >= MOST_BARREN) return true;
		current = next;
	}
	return isTorn || (current.count === 0 && !collector.isFull && collector.rows.length < (current.total ?? 0));
}

/** All rows are kept, however alike; only a changed total shows that the list has moved. */
async function readWithoutKeys(reader: ListReader, first: Stretch): Promise<boolean> {
	let hasMoved = await readPages(reader, first);
	for (let again = 0; hasMoved && again < MOST_READINGS_AGAIN; again++) {
		reader.collector.startAgain();
		const start = await reader.stretch(nextPage(first.start, reader.size));
		reader.add(start);
		hasMoved = await readPages(reader, start);
	}
	return hasMoved;
}

/** @returns whether the answers speak of different totals */
async function readPages(reader: ListReader, first: Stretch): Promise<boolean> {
	const ahead = new Ahead(reader, first, (end) => nextPage(end, reader.size));
	const totals = new Set([first.total]);
	let current = first;
	for (let pages = 1; !current.isLast && !reader.collector.isFull; pages++) {
		if (pages > MOST_PAGES) return true;
		current = await ahead.next();
		reader.add(current);
		totals.add(current.total ?? first.total);
	}
	return totals.size > 1;
}
