import { childPointer, isObject } from './json';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** The types of every place of a JSON value, by JSON pointer with `*` for each row number. */
export type Shape = ReadonlyMap<string, ReadonlySet<JsonType>>;

function typeOf(value: unknown): JsonType {
	if (value === null || value === undefined) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value as JsonType;
}

/** The types in all of the values together. */
export function shapeOf(...values: unknown[]): Shape {
	const shape = new Map<string, Set<JsonType>>();
	const visit = (value: unknown, at: string): void => {
		shape.set(at, (shape.get(at) ?? new Set()).add(typeOf(value)));
		if (Array.isArray(value)) for (const item of value as unknown[]) visit(item, `${at}/*`);
		else if (isObject(value)) for (const [name, child] of Object.entries(value)) visit(child, childPointer(at, name));
	};
	for (const value of values) visit(value, '');
	return shape;
}

/** The records of an answer: of `data`, of a bare list, or the bare record. */
export function recordsOf(answer: unknown): unknown[] {
	const data = isObject(answer) && 'data' in answer ? answer['data'] : answer;
	return Array.isArray(data) ? (data as unknown[]) : [data];
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Places of the wanted shape that the given one lacks, where it has anything to hold them. */
export const missingPlaces = (wanted: Shape, given: Shape): string[] =>
	[...wanted.keys()].filter((at) => {
		if (at === '' || given.has(at)) return false;
		const holder = given.get(parentOf(at));
		const isRow = at.endsWith('/*');
		return !isRow && holder !== undefined && holder.has('object');
	});

/** Places whose type the wanted shape never has there. */
export const wrongTypes = (wanted: Shape, given: Shape): string[] =>
	[...given].flatMap(([at, types]) => {
		const allowed = wanted.get(at);
		if (!allowed) return [];
		const wrong = [...types].filter((type) => !allowed.has(type));
		return wrong.length > 0 ? [`${at} is ${wrong.join(' or ')}, recorded: ${[...allowed].join(' or ')}`] : [];
	});
