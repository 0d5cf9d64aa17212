import { inSentence, pluralOf } from '../model/words';
import type { Query } from '../transport/types';
import type { Way } from './listing';

/** Rows of a page that a person scrolls through. */
export const PAGE_SIZE = 50;
/** Rows of a page whose labels are compared; the most that BigCommerce's lists give. */
export const COMPARED_PAGE_SIZE = 250;
const MOST_COMPARED_PAGES = 10;

/** The store does the search. */
export const ask = (query: Query): Way => ({
	read: async (source, at) => await source.page(query, PAGE_SIZE, at),
});

/**
 * Labels are compared here, over a bounded number of pages.
 * @param query narrows what is compared
 */
export const compare = (
	typed: string,
	{ pages = MOST_COMPARED_PAGES, query = {} }: { pages?: number; query?: Query } = {},
): Way => ({
	read: async (source, at) => {
		const [, pagesBefore = '0', rowsBefore = '0', inner] = /^(\d+),(\d+):(.*)$/s.exec(at ?? '') ?? [];
		const { rows, next } = await source.page(query, COMPARED_PAGE_SIZE, inner);
		const fitting = { rows: rows.filter((row) => source.fits(row, typed)) };
		if (next === undefined) return fitting;
		const [pagesSeen, rowsSeen] = [Number(pagesBefore) + 1, Number(rowsBefore) + rows.length];
		if (pagesSeen < pages) return { ...fitting, next: `${pagesSeen},${rowsSeen}:${next}` };
		const several = inSentence(pluralOf(source.listing.record.displayName));
		return { ...fitting, note: `Not among the ${rowsSeen} ${several} that were compared? Use By ID.` };
	},
});

export const lastResort = (way: Way): Way => ({ ...way, isLastResort: true });
