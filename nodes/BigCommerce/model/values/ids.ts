import type { IdField, TextsField } from '../field';
import { cellText } from './blanks';
import { Refusal } from './fault';
import { eachPart, ID_SEPARATORS, partsOf, SEPARATORS } from './parts';
import type { Decode } from './reading';
import { key } from './texts';

/** Spreadsheets write IDs with decimals where a column has empty cells: `118.0`. */
const DIGITS = /^-?\d{1,15}(?:\.0{1,2})?$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @returns `undefined` for what is no whole number */
function wholeFrom(raw: unknown): number | undefined {
	const text = typeof raw === 'string' ? cellText(raw) : undefined;
	const value = text !== undefined && DIGITS.test(text) ? Number(text) : raw;
	return typeof value === 'number' && Number.isSafeInteger(value) ? value + 0 : undefined;
}

/** An ID, or 0 where that means something. @returns `undefined` for anything else */
export function idFrom(raw: unknown, mayBeZero: boolean): number | undefined {
	const whole = wholeFrom(raw);
	return whole !== undefined && (whole > 0 || (whole === 0 && mayBeZero)) ? whole : undefined;
}

export function uuidFrom(raw: unknown): string | undefined {
	const text = typeof raw === 'string' ? cellText(raw) : '';
	return UUID.test(text) ? text.toLowerCase() : undefined;
}

export function idDecoder({ kind, zero }: IdField): Decode {
	if (kind === 'uuid') return (raw) => uuidFrom(raw) ?? new Refusal('must be a UUID', raw);
	const must = zero === undefined ? 'must be a positive whole number' : 'must be a positive whole number or 0';
	return (raw) => idFrom(raw, zero !== undefined) ?? new Refusal(must, raw);
}

/** Several IDs or texts. Faulty parts are named. */
export function textsDecoder({ kind, mayBeNegative = false }: TextsField): Decode {
	const understand: (part: unknown) => string | number | Refusal =
		kind === 'words' ? key : mayBeNegative ? anyWhole : (part) => idFrom(part, true) ?? NO_ID;
	const separators = kind === 'words' ? SEPARATORS : ID_SEPARATORS;
	const must = kind === 'words' ? 'must hold texts only' : 'must hold whole numbers only';
	return (raw) => {
		const parts = partsOf(raw, separators);
		return parts instanceof Refusal ? parts : eachPart(parts, understand, must);
	};
}

const NO_ID = new Refusal('');
const anyWhole = (part: unknown): number | Refusal => wholeFrom(part) ?? NO_ID;
