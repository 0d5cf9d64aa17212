import { Query } from './query';
import { parseDate } from './format';

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

/** v3 filter operators by their suffix (fact: BigCommerce docs, filtering). */
const OPERATORS: Record<string, (text: string) => Test> = {
	'': (text) => (value) => equals(value, text),
	':in': (text) => oneOf(text),
	':not': (text) => (value) => !equals(value, text),
	':not_in': (text) => {
		const listed = oneOf(text);
		return (value) => !listed(value);
	},
	':min': (text) => (value) => ordered(value, text, (d) => d >= 0),
	':max': (text) => (value) => ordered(value, text, (d) => d <= 0),
	':greater': (text) => (value) => ordered(value, text, (d) => d > 0),
	':less': (text) => (value) => ordered(value, text, (d) => d < 0),
	':like': (text) => {
		const wanted = text.replaceAll('%', '').toLowerCase();
		return (value) => String(value).toLowerCase().includes(wanted);
	},
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

/**
 * Keeps the records that pass every filter of the query. A parameter that is no filter of the
 * endpoint is ignored, as BigCommerce does.
 */
export function filterV3<T>(records: readonly T[], query: Query, fields: FilterFields<T>): readonly T[] {
	const tests: ((record: T) => boolean)[] = [];
	for (const name of Object.keys(query.raw)) {
		const text = query.text(name);
		if (!text) continue;
		const [, field = '', suffix = ''] = /^([^:]*)(:.*)?$/.exec(name) ?? [];
		const read = Object.hasOwn(fields, field) ? fields[field] : undefined;
		const operator = OPERATORS[suffix];
		if (!read || !operator) continue;
		const test = operator(text);
		tests.push((record) => test(read(record)));
	}
	return tests.length === 0 ? records : records.filter((record) => tests.every((test) => test(record)));
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

/** Sorted copy by a field's value; stable, and by id where values are equal. */
export function sortBy<T extends { id: number }>(
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
	return [...records].sort((a, b) => sign * (compare(read(a), read(b)) || a.id - b.id));
}
