/** A stretch of a list as `page` and `limit` can name it: it begins at a multiple of `limit`. */
export interface Window {
	/** From 1. */
	page: number;
	limit: number;
}

export const startOf = ({ page, limit }: Window): number => (page - 1) * limit;

const endOf = ({ page, limit }: Window): number => page * limit;

/** The window of this size that holds a position. */
const windowAt = (position: number, limit: number): Window => ({ page: Math.floor(position / limit) + 1, limit });

/** The best of the windows that hold the row before `end` and reach beyond it, among those of about full size. */
function bestAcross(end: number, most: number, score: (window: Window) => number): Window | undefined {
	let best: Window | undefined;
	for (let limit = most; limit >= most / 2; limit--) {
		const window = windowAt(end - 1, limit);
		if (endOf(window) > end && (!best || score(window) > score(best))) best = window;
	}
	return best;
}

/** Rows that neighbouring windows share: as many may vanish before a seam without tearing it. */
const OVERLAP = 3;

/**
 * The window after the one that ends at `end`. It repeats some of the last rows, which proves that no row fell
 * between the two answers, and reaches far. Where the page size allows no overlap it begins at the end.
 */
export function overlappingWindow(end: number, most: number): Window {
	const wished = Math.min(OVERLAP, Math.max(1, Math.floor(most / 8)));
	const score = (window: Window) => endOf(window) - (end - startOf(window) < wished ? most : 0);
	return bestAcross(end, most, score) ?? nextPage(end, most);
}

/** The window that begins about `back` rows before `end`, and reaches beyond it where it can. */
export function windowBefore(end: number, back: number, most: number): Window {
	const target = Math.max(0, end - back);
	if (back >= most) return windowAt(target, most);
	return bestAcross(end, most, (window) => -Math.abs(startOf(window) - target)) ?? windowAt(target, most);
}

/** The window after the one that ends at `end`, for pages of one size. */
export const nextPage = (end: number, limit: number): Window => windowAt(end, limit);
