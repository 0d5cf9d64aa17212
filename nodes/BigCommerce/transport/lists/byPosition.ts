import { Ahead } from './ahead';
import { mend } from './mending';
import type { ListReader, Stretch } from './reader';
import { nextPage, overlappingWindow } from './windows';

/** A list whose pages bring nothing new so often is not paged at all, or moves too fast. */
const MOST_BARREN = 3;
/** Times that a list is read again whose total has changed meanwhile. */
const MOST_READINGS_AGAIN = 3;
/** Smaller pages have no room for an overlap. */
const LEAST_OVERLAPPING = 4;
/** No store has a list of so many pages; whoever gives more repeats itself. */
const MOST_PAGES = 20_000;

/**
 * Reads a list by page numbers, many pages at once. The list may change while it is read: rows that are
 * deleted or created shift all that stand behind them. Where rows have a key, each page repeats some rows of
 * the one before; as long as neighbours share a row, nothing that was there all the time fell between them.
 * Where they share none, that stretch is read again.
 * @param first the first page
 * @returns whether rows may be missing
 */
export async function readByPosition(reader: ListReader, first: Stretch): Promise<boolean> {
	reader.add(first);
	if (first.isLast || reader.collector.isFull) return false;
	// A list that gives fewer rows than asked for may count its pages by a size of its own.
	const size = Math.min(first.perPage ?? first.count, reader.size);
	return reader.collector.isKeyed && size === reader.size && size >= LEAST_OVERLAPPING
		? await readOverlapping(reader, first)
		: await readSideBySide(reader, first, size);
}

async function readOverlapping(reader: ListReader, first: Stretch): Promise<boolean> {
	const { collector } = reader;
	const ahead = new Ahead(reader, first, (end) => overlappingWindow(end, reader.size));
	let current = first;
	let barren = 0;
	let isTorn = false;
	while (!current.isLast && !collector.isFull) {
		const next = await ahead.next();
		if (!collector.share(current.rows, next.rows)) {
			const { isWhole, isAtEnd } = await mend(reader, current, next);
			isTorn ||= !isWhole;
			if (isAtEnd) return isTorn;
		}
		barren = reader.add(next) > 0 ? 0 : barren + 1;
		if (barren >= MOST_BARREN) return true;
		current = next;
	}
	return isTorn;
}

/** For rows without a key, and for lists with a page size of their own: only a changed total shows that they moved. */
async function readSideBySide(reader: ListReader, first: Stretch, size: number): Promise<boolean> {
	let reading = await readPages(reader, first, size);
	for (let again = 0; reading.hasMoved && again < MOST_READINGS_AGAIN; again++) {
		reader.collector.readAgain();
		const start = await reader.stretch(nextPage(first.start, size));
		reader.add(start);
		reading = await readPages(reader, start, size);
	}
	return reading.hasMoved || reading.isShort;
}

interface Reading {
	/** Whether the answers speak of different totals. */
	hasMoved: boolean;
	/** Whether the pages do not lead to the end that the answers speak of. */
	isShort: boolean;
}

async function readPages(reader: ListReader, first: Stretch, size: number): Promise<Reading> {
	const { collector } = reader;
	const ahead = new Ahead(reader, first, (end) => nextPage(end, size));
	const totals = new Set([first.total]);
	let barren = 0;
	let current = first;
	for (let pages = 1; !current.isLast && !collector.isFull; pages++) {
		current = await ahead.next();
		if (current.total !== undefined) totals.add(current.total);
		barren = reader.add(current) > 0 || current.count === 0 ? 0 : barren + 1;
		if (barren >= MOST_BARREN || pages > MOST_PAGES) return { hasMoved: false, isShort: true };
	}
	return { hasMoved: totals.size > 1, isShort: false };
}
