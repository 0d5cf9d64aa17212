import { isEmpty, trimmed } from './blanks';
import { Refusal } from './fault';
import { parseJson } from './jsonText';

/**
 * The parts of a value that holds several: a list, JSON text of one, or text in which `separator` stands
 * between them. Empty parts are none.
 */
export function partsOf(raw: unknown, separator: RegExp): readonly unknown[] | Refusal {
	if (isList(raw)) return raw.some(isEmpty) ? raw.filter(isPart) : raw;
	if (typeof raw !== 'string') return [raw];
	if (!trimmed(raw).startsWith('[')) return raw.split(separator).map(trimmed).filter(isPart);
	const list = parseJson(raw);
	if (list instanceof Refusal) return list;
	return isList(list) ? list.filter(isPart) : [list];
}

export const isList = (raw: unknown): raw is readonly unknown[] => Array.isArray(raw);
const isPart = (part: unknown): boolean => !isEmpty(part);

export const SEPARATORS = /[,;\r\n]/;

/** IDs hold no bar, names may. */
export const ID_SEPARATORS = /[,;|\r\n]/;

/** The parts that are not what they should be, for a message; the first ones are enough. */
const MOST_NAMED = 3;

/** Understands each part. @param must the refusal's words when some are not understood; the parts are named */
export function eachPart<T extends string | number>(
	parts: readonly unknown[],
	understand: (part: unknown) => T | Refusal | undefined,
	must: string,
): T[] | Refusal | undefined {
	const understood: T[] = [];
	const strange: unknown[] = [];
	let advice: string | undefined;
	for (const part of parts) {
		const value = understand(part);
		if (value instanceof Refusal) {
			strange.push(part);
			advice ??= value.advice;
			if (strange.length === MOST_NAMED) break;
		} else if (value !== undefined) understood.push(value);
	}
	if (strange.length > 0) return new Refusal(must, strange.length === 1 ? strange[0] : strange, advice);
	return understood.length > 0 ? understood : undefined;
}
