import { queryString } from '../httpCall';
import type { Query, QueryValue } from '../types';

/** Longest part of an address that all servers between us and the store take, in characters. */
const LONGEST = 6000;
/** A filter gets at least so much of it, however long the others are. */
const LEAST_ROOM = 500;

/** A filter of this kind takes several values, of which any may match. */
const TAKES_MANY = /:in$/;

/**
 * Whether a value must not share an `:in` filter with others: its comma would split it, and what the parts
 * match would be taken for matches of the others.
 */
export const needsOwnRequest = (value: string | number): boolean => String(value).includes(',');

/**
 * Cuts values into as few lists as fit into one filter each: by number, and by the length of the address.
 * Values with a comma stand alone. The order is kept.
 * @param most values per list
 * @param textOf the text of a value in the address; without it only strings and numbers have a length
 */
export function chunksByLength<T>(values: readonly T[], most: number, textOf: (value: T) => string = plainText): T[][] {
	return cut(values, { most, room: LONGEST, textOf });
}

const plainText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function cut<T>(
	values: readonly T[],
	{ most, room, textOf }: { most: number; room: number; textOf: (value: T) => string },
): T[][] {
	const chunks: T[][] = [];
	let length = 0;
	let isClosed = true;
	for (const value of values) {
		const text = textOf(value);
		const own = lengthOf(text) + 1;
		const last = chunks[chunks.length - 1];
		const standsAlone = needsOwnRequest(text);
		if (!last || isClosed || standsAlone || last.length >= most || length + own > room) {
			chunks.push([value]);
			length = own;
		} else {
			last.push(value);
			length += own;
		}
		isClosed = standsAlone;
	}
	return chunks;
}

/** The length in an address. Half a character has none; whoever sends it is told so. */
function lengthOf(text: string): number {
	try {
		return encodeURIComponent(text).length;
	} catch {
		return text.length;
	}
}

/**
 * The query as one or several that together ask the same: lists of values that are too long for one address
 * are cut, and values with a comma asked for alone.
 */
export function shortQueries(query: Query): Query[] {
	const filters = Object.entries(query)
		.filter(([name]) => TAKES_MANY.test(name))
		.map(([name, value]) => ({ name, values: valuesOf(value) }))
		.filter(({ values }) => values.length > 1);
	const withComma = filters.find(({ values }) => values.some(needsOwnRequest));
	const length = addressLength(query);
	const longest = filters.sort((a, b) => joinedLength(b.values) - joinedLength(a.values))[0];
	const filter = withComma ?? (length > LONGEST ? longest : undefined);
	if (!filter) return [query];
	const room = Math.max(LEAST_ROOM, LONGEST - (length - joinedLength(filter.values)));
	const chunks = cut(filter.values, { most: Infinity, room, textOf: plainText });
	return chunks.length < 2 ? [query] : chunks.flatMap((values) => shortQueries({ ...query, [filter.name]: values }));
}

/** A text is a list that somebody has joined already. */
const valuesOf = (value: QueryValue): Array<string | number> =>
	typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [String(value)];

const joinedLength = (values: ReadonlyArray<string | number>): number =>
	values.reduce<number>((sum, value) => sum + lengthOf(String(value)) + 1, 0);

function addressLength(query: Query): number {
	try {
		return queryString(query).length;
	} catch {
		return 0; // half a character: refused when it is sent
	}
}
