import { Query } from './query';
import { parseDate } from './format';
import type { Key } from './table';

/** What a filter compares: the record's value, or how to get it. */
export type FilterField<T> = (record: T) => unknown;
export type FilterFields<T> = Readonly<Record<string, FilterField<T>>>;

type Test = (value: unknown) => boolean;

/** A record's value and a query's text made comparable: dates and numbers as numbers, else text. */
function comparable(value: unknown, text: string): [number, number] | [string, string] {
	if (typeof value === 'number') {
		const asDate = /[-:,]/.test(text.slice(1)) ? parseDate(text) : Number(text);
		return [value, asDate];
	}
	if (typeof value === 'boolean') return [Number(value), Number(text === 'true' || text === '1')];
	const own = typeof value === 'string' ? value : JSON.stringify(value ?? '');
	const [ownDate, wantedDate] = [parseDate(own), parseDate(text)];
	if (/^\d{4}-\d\d-\d\dT/.test(own) && !Number.isNaN(wantedDate)) return [ownDate, wantedDate];
	return [own.toLowerCase(), text.toLowerCase()];
}

const equals = (value: unknown, text: string): boolean => {
	if (Array.isArray(value)) return value.some((item) => equals(item, text));
	const [own, wanted] = comparable(value, text);
	return own === wanted;
};

const ordered = (value: unknown, text: string, test: (difference: number) => boolean): boolean => {
	const [own, wanted] = comparable(value, text);
	return test(own === wanted ? 0 : own > wanted ? 1 : -1);
};

const contains = (text: string): Test => {
	const wanted = text.replaceAll('%', '').toLowerCase();
	return (value) => String(value).toLowerCase().includes(wanted);
};

function oneOf(text: string): Test {
	const wanted = text.split(',').map((part) => part.trim());
	const exact = new Set(wanted.map((part) => part.toLowerCase()));
	const test: Test = (value) =>
		Array.isArray(value)
			? value.some(test)
			: exact.has(String(value).toLowerCase()) || wanted.some((part) => equals(value, part));
	return test;
}

const notOneOf = (text: string): Test => {
	const listed = oneOf(text);
	return (value) => !listed(value);
};

/** Ways to ask for a field (fact: BigCommerce docs, filtering), with the query parameter of each. */
const WAYS: Readonly<Record<string, { parameter: (field: string) => string; test: (text: string) => Test }>> = {
	is: { parameter: (field) => field, test: (text) => (value) => equals(value, text) },
	contains: { parameter: (field) => field, test: contains },
	excludes: { parameter: (field) => field, test: notOneOf },
	in: { parameter: (field) => `${field}:in`, test: oneOf },
	not: { parameter: (field) => `${field}:not`, test: (text) => (value) => !equals(value, text) },
	not_in: { parameter: (field) => `${field}:not_in`, test: notOneOf },
	min: { parameter: (field) => `${field}:min`, test: (text) => (value) => ordered(value, text, (d) => d >= 0) },
	max: { parameter: (field) => `${field}:max`, test: (text) => (value) => ordered(value, text, (d) => d <= 0) },
	greater: { parameter: (field) => `${field}:greater`, test: (text) => (value) => ordered(value, text, (d) => d > 0) },
	less: { parameter: (field) => `${field}:less`, test: (text) => (value) => ordered(value, text, (d) => d < 0) },
	like: { parameter: (field) => `${field}:like`, test: contains },
	min_: { parameter: (field) => `min_${field}`, test: (text) => (value) => ordered(value, text, (d) => d >= 0) },
	max_: { parameter: (field) => `max_${field}`, test: (text) => (value) => ordered(value, text, (d) => d <= 0) },
};

/** Query parameter of a way to ask for a field. @throws Error for a way that does not exist */
export function filterParameter(field: string, way: string): string {
	const known = WAYS[way];
	if (!known) throw new Error(`There is no filter '${way}'`);
	return known.parameter(field);
}

/** One filter that a query may have. */
export interface Filter<T> {
	parameter: string;
	way: string;
	read: FilterField<T>;
}

/** Keeps the records that pass every filter of the query; an empty one is ignored. */
export function filtered<T>(records: readonly T[], query: Query, filters: readonly Filter<T>[]): readonly T[] {
	const tests = filters.flatMap(({ parameter, way, read }) => {
		const text = query.text(parameter);
		const test = text ? WAYS[way]?.test(text) : undefined;
		return test ? [(record: T) => test(read(record))] : [];
	});
	return tests.length === 0 ? records : records.filter((record) => tests.every((test) => test(record)));
}

/**
 * Keeps the records that pass every filter of the query, whichever way it asks for one of the
 * fields. A parameter that is no filter of the endpoint is ignored, as BigCommerce does.
 */
export function filterV3<T>(records: readonly T[], query: Query, fields: FilterFields<T>): readonly T[] {
	const filters = Object.keys(query.raw).flatMap((parameter) => {
		const [, field = '', way = 'is'] = /^([^:]*)(?::(.*))?$/.exec(parameter) ?? [];
		const read = Object.hasOwn(fields, field) ? fields[field] : undefined;
		return read && way in WAYS ? [{ parameter, way, read }] : [];
	});
	return filtered(records, query, filters);
}

/** v2 ranges: `min_x` and `max_x` beside plain `x`. */
export function filterV2<T>(records: readonly T[], query: Query, fields: FilterFields<T>): readonly T[] {
	const renamed: Record<string, string> = {};
	for (const name of Object.keys(query.raw)) {
		const text = query.text(name);
		const [, bound, field] = /^(min|max)_(.+)$/.exec(name) ?? [];
		if (text !== undefined) renamed[bound && field ? `${field}:${bound}` : name] = text;
	}
	return filterV3(records, new Query(renamed), fields);
}

/** Sorted copy by a field's value; stable, and by ID where values are equal. */
export function sortBy<T extends { id: Key }>(
	records: readonly T[],
	read: FilterField<T>,
	direction: 'asc' | 'desc' = 'asc',
): readonly T[] {
	const sign = direction === 'desc' ? -1 : 1;
	const compare = (a: unknown, b: unknown): number => {
		if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en');
		const [x, y] = [Number(a), Number(b)];
		return x === y ? 0 : x > y ? 1 : -1;
	};
	return [...records].sort((a, b) => sign * (compare(read(a), read(b)) || compare(a.id, b.id)));
}
