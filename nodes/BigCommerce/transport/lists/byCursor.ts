import { textOf } from '../textOf';
import type { Page } from './answers';
import type { ListReader } from './reader';

/**
 * Reads a list by cursors, one page after the other. A cursor stands at a row, so what moves elsewhere in the
 * list moves nothing here.
 * @param first the first page
 * @returns whether rows may be missing
 */
export async function readByCursor(reader: ListReader, first: Page): Promise<boolean> {
	const { collector } = reader;
	const direction = reader.request.query?.before === undefined ? 'after' : 'before';
	const used = new Set<string>();
	for (let page = first; ;) {
		const fresh = collector.add(page.rows);
		if (collector.isFull) return false;
		const { cursor, saysMore } = leadFrom(reader, page, direction);
		if (cursor === undefined) return false;
		// Cursors in a circle, and pages that bring nothing new, lead nowhere.
		if (used.has(cursor) || (collector.isKeyed && fresh === 0)) return saysMore || used.size > 1;
		used.add(cursor);
		page = await reader.page({ limit: reader.size, [direction]: cursor });
	}
}

interface Lead {
	/** `undefined` at the end of the list. */
	cursor: string | undefined;
	/** Whether the answer says that there is more, and not only how to ask. */
	saysMore: boolean;
}

function leadFrom({ facts, collector }: ListReader, page: Page, direction: 'after' | 'before'): Lead {
	const { cursors, rows, count, total } = page;
	if (count === 0) return { cursor: undefined, saysMore: false };
	if (!cursors) {
		const field = facts.cursorField;
		const last = field === undefined ? undefined : rows[rows.length - 1]?.[field];
		const isAtEnd = total !== undefined && collector.rows.length >= total;
		return { cursor: isAtEnd || last === undefined ? undefined : textOf(last), saysMore: false };
	}
	const more = direction === 'after' ? cursors.hasNext : cursors.hasPrevious;
	return { cursor: more === false ? undefined : cursors[direction], saysMore: more === true };
}
