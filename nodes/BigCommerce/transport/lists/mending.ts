import type { Query } from '../types';
import type { ListReader, Stretch } from './reader';
import { windowBefore } from './windows';

/** How far before the torn seam each attempt begins, in pages: rows may have moved by so much. */
const LOOK_BACK = [0.5, 1, 2];
/** Steps from one end of a torn seam to the other. */
const MOST_STEPS = 12;

export interface Mended {
	/** Whether it is certain that no row is missing between the two. */
	isWhole: boolean;
	/** Whether the list has been read to its end by that. */
	isAtEnd: boolean;
}

/**
 * Reads what may have fallen between two answers that have no row in common, and collects it.
 * @param current,next neighbours by position, at different times
 */
export async function mend(reader: ListReader, current: Stretch, next: Stretch): Promise<Mended> {
	return isSortedById(reader, current, next)
		? await mendById(reader, current, next)
		: await mendByPosition(reader, current, next);
}

function isSortedById({ facts, request, collector }: ListReader, current: Stretch, next: Stretch): boolean {
	const { sort } = request.query ?? {};
	if (!facts.idFilters || (sort !== undefined && sort !== facts.sortById?.sort)) return false;
	const ids = [...current.rows, ...next.rows].map((row) => collector.idOf(row));
	return ids.every((id, index) => id !== undefined && (index === 0 || id > (ids[index - 1] ?? Infinity)));
}

/** Whatever moves: between two IDs there is nothing but the IDs between them. */
async function mendById(reader: ListReader, current: Stretch, next: Stretch): Promise<Mended> {
	const { collector, size } = reader;
	const { from, to } = reader.facts.idFilters!;
	const before = collector.idOf(next.rows[0]);
	let last = collector.idOf(current.rows[current.rows.length - 1])!;
	while (before === undefined || last + 1 < before) {
		const range: Query = { [from]: last + 1, ...(before === undefined ? {} : { [to]: before - 1 }) };
		const { rows, count } = await reader.page({ ...range, page: 1, limit: size });
		collector.add(rows);
		if (count < size) break;
		const reached = collector.idOf(rows[rows.length - 1]) ?? last;
		if (reached <= last) return { isWhole: false, isAtEnd: before === undefined };
		last = reached;
	}
	return { isWhole: true, isAtEnd: before === undefined };
}

/** Reads the stretch around the seam again, from farther back each time, until it holds both ends together. */
async function mendByPosition(reader: ListReader, current: Stretch, next: Stretch): Promise<Mended> {
	let from = current;
	let attempt = 0;
	for (let steps = 0; attempt < LOOK_BACK.length && steps < MOST_STEPS; steps++) {
		const back = Math.ceil(reader.size * LOOK_BACK[attempt]!);
		const bridge = await reader.stretch(windowBefore(from.end, back, reader.size));
		if (!reader.collector.share(from.rows, bridge.rows)) {
			attempt += 1; // the rows have moved farther
			continue;
		}
		reader.add(bridge);
		if (bridge.isLast) return { isWhole: true, isAtEnd: true };
		if (reader.collector.share(bridge.rows, next.rows)) return { isWhole: true, isAtEnd: false };
		from = bridge;
		attempt = 0;
	}
	return { isWhole: false, isAtEnd: false };
}
