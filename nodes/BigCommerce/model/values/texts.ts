import type { TextField } from '../field';
import { trimmed } from './blanks';
import { Refusal } from './fault';
import { withoutNoise } from './numbers';
import type { Decode } from './reading';

/** Control characters but tab and line breaks, and halves of characters. */
const BROKEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;
const BROKEN_KEY = /[\p{Cc}\p{Cs}]/u;
const NOT_PLAIN = /[^\x20-\x7e]/;

/** Seen by nobody and of no meaning inside a key; joiners have one, in names and emoji. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Spreadsheets mark with an apostrophe what they are to keep as text: codes of digits, phone numbers. */
const MARKED = /^'(?=\+?\d[\d ().\/-]*$|\d[\dA-Za-z._\/-]*$)/;

/** What a spreadsheet makes of a long number. */
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d{2,3}$/i;

const LOST = 'Its digits are lost: in this form only the first of them are left.';

/** Characters that would lead out of a part of a path. */
const OUT_OF_PATH = /[/\\?#]|^\.{1,2}$/;

/** @param isPath whether it becomes a part of a path */
export const textDecoder = (field: TextField, isPath: boolean): Decode =>
	limited(field, isPath ? pathKey : field.kind === 'key' ? key : asGiven);

/** A text, with every blank. */
export function asGiven(raw: unknown): string | Refusal {
	const text = textFrom(raw);
	return typeof text === 'string' && BROKEN.test(text) ? broken(raw) : text;
}

/** A key: blanks around it and characters that nobody sees are dropped. */
export function key(raw: unknown): string | Refusal {
	const text = textFrom(typeof raw === 'string' ? seenIn(raw) : raw);
	if (typeof text !== 'string') return new Refusal(text.must, raw, text.advice);
	return BROKEN_KEY.test(text) ? broken(raw) : text.replace(MARKED, '');
}

const seenIn = (text: string): string => trimmed(NOT_PLAIN.test(text) ? text.replace(UNSEEN, '') : text);

/** A key that becomes a part of a path. */
export function pathKey(raw: unknown): string | Refusal {
	const text = key(raw);
	if (typeof text !== 'string' || !OUT_OF_PATH.test(text)) return text;
	return new Refusal('must not hold any of / \\ ? #', raw);
}

const broken = (raw: unknown): Refusal =>
	new Refusal(
		'must not hold control characters or halves of characters',
		raw,
		'Such characters come from a damaged file or a wrong encoding.',
	);

function textFrom(raw: unknown): string | Refusal {
	if (typeof raw === 'string')
		return SHORTENED.test(trimmed(raw)) ? new Refusal('must be given in full', raw, LOST) : raw;
	if (typeof raw !== 'number' || !Number.isFinite(raw)) return new Refusal('must be text', raw);
	return Math.abs(raw) > Number.MAX_SAFE_INTEGER || String(raw).includes('e')
		? new Refusal('must be given as text', raw, LOST)
		: String(withoutNoise(raw));
}

function limited({ most = Infinity }: TextField, decode: (raw: unknown) => string | Refusal): Decode {
	return (raw) => {
		const text = decode(raw);
		if (typeof text !== 'string') return text;
		if (text.length <= most) return text === '' ? undefined : text;
		const length = [...text].length;
		return length <= most ? text : new Refusal(`must have at most ${most} characters, not ${length}`);
	};
}
