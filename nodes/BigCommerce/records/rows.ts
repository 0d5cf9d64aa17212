import type { JsonObject } from '../transport/types';

/** A record as a list of the store gives it. Any field may be missing or of another type. */
export type Row = JsonObject;

const isWord = (part: unknown): part is string | number =>
	typeof part === 'number' || (typeof part === 'string' && part.trim() !== '');

/** What is text or a number among the parts, in one line. */
export const joined = (separator: string, ...parts: unknown[]): string =>
	parts
		.filter(isWord)
		.map((part) => String(part).trim().replace(/\s+/g, ' '))
		.join(separator);

export const text = (...parts: unknown[]): string => joined(' ', ...parts);

/** `Name (detail)`, or what there is of it. */
export function withDetail(name: string, detail: string): string {
	if (name === '' || detail === '') return name || detail;
	return `${name} (${detail})`;
}

/** The object in a field; an empty one where there is none. */
export const objectOf = (value: unknown): Row =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};

/** The objects in a list; none where there is no list. */
export const objectsOf = (value: unknown): Row[] =>
	Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null).map(objectOf) : [];

export const personOf = ({ first_name: first, last_name: last }: Row): string => text(first, last);

/** A row's ID, or nothing where it has none to choose it by. */
export function idOf(row: Row, field: string): string | number | undefined {
	const id = row[field];
	return isWord(id) ? id : undefined;
}
