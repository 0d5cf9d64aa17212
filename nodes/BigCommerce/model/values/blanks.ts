/** Zero-width spaces and joiners, direction marks, soft hyphens. */
const UNSEEN = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069';

const ONLY_BLANKS = new RegExp(`^[\\s${UNSEEN}]*$`);
const LEADING = new RegExp(`^[\\s${UNSEEN}]+`);
const BLANK = new RegExp(`[\\s${UNSEEN}]`);

/** Printable ASCII but the blank: the usual ends of a text. */
const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;

/** Whether a text holds nothing but blanks and what nobody sees. */
export const isBlank = (text: string): boolean =>
	text === '' || (!isPlain(text.charCodeAt(0)) && ONLY_BLANKS.test(text));

/** Without blanks around it: no-break and zero-width ones too. */
export function trimmed(text: string): string {
	if (text === '' || (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)))) return text;
	let end = text.length;
	while (end > 0 && BLANK.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end).replace(LEADING, '');
}

/** The text of a cell: without blanks around it and the apostrophe by which spreadsheets keep it a text. */
export function cellText(text: string): string {
	const inner = trimmed(text);
	return inner.startsWith("'") ? inner.slice(1) : inner;
}

/**
 * Whether a raw value is none: nothing, blanks, a list or an object without content, a locator in which
 * nothing is chosen. `NaN` is not: it is a calculation that failed.
 */
export function isEmpty(raw: unknown): boolean {
	if (raw === undefined || raw === null) return true;
	if (typeof raw === 'string') return isBlank(raw);
	if (typeof raw !== 'object') return false;
	if (Array.isArray(raw)) return raw.length === 0;
	if ('__rl' in raw) return isEmpty('value' in raw ? raw.value : undefined);
	// Dates have no names to go through.
	return Object.keys(raw).length === 0 && !('toISOString' in raw);
}

/** Whether there is no value even in the depth; a toggle that is off says nothing. */
export function isHollow(raw: unknown, depth = 0): boolean {
	if (raw === false || isEmpty(raw)) return true;
	if (typeof raw !== 'object' || raw === null || depth > DEEPEST || '__rl' in raw || 'toISOString' in raw) return false;
	return Object.values(raw).every((value) => isHollow(value, depth + 1));
}

/** No value of a store is nested as deep. */
export const DEEPEST = 100;
