import type { JsonValue } from '../../transport/types';
import type { JsonField } from '../field';
import { isEmpty, trimmed } from './blanks';
import { Refusal } from './fault';
import { faultIn, NotJson, parseJson } from './jsonText';
import type { Decode } from './reading';
import { asGiven } from './texts';

const WHOLE = /^[1-9]\d{0,14}$/;

/** Anything JSON can say but a mere text, from JSON text or as it is. */
const json: Decode = (raw) => {
	const value = typeof raw === 'string' ? parseJson(raw) : checked(raw);
	if (value instanceof Refusal) return value;
	if (typeof value === 'string') return new Refusal('must be a JSON object or list', raw);
	return isEmpty(value) ? undefined : (value as JsonValue);
};

/** Text; or a list or an object, which may be given as JSON text. Numbers and toggles stay what they are. */
const value: Decode = (raw) => {
	if (typeof raw !== 'string') return typeof raw === 'number' ? wholeDigits(raw) : checked(raw);
	const first = trimmed(raw).charAt(0);
	if (first !== '[' && first !== '{') return asGiven(raw);
	const parsed = parseJson(raw);
	// A text may well begin with a bracket.
	if (parsed instanceof NotJson) return asGiven(raw);
	return parsed instanceof Refusal ? parsed : isEmpty(parsed) ? undefined : (parsed as JsonValue);
};

/** A whole number names a value by its ID. */
const optionValue: Decode = (raw, reading) =>
	typeof raw === 'string' && WHOLE.test(trimmed(raw)) ? Number(trimmed(raw)) : value(raw, reading);

/** JSON that travels as text. */
const jsonText: Decode = (raw) => {
	if (typeof raw !== 'string') {
		const fault = faultIn(raw);
		return fault ?? JSON.stringify(raw);
	}
	const parsed = parseJson(raw);
	return parsed instanceof Refusal ? parsed : trimmed(raw);
};

const checked = (raw: unknown): JsonValue | Refusal => faultIn(raw) ?? (raw as JsonValue);

function wholeDigits(raw: number): number | Refusal {
	const text = asGiven(raw);
	return text instanceof Refusal ? text : raw;
}

export const JSONS: Record<JsonField['kind'], Decode> = { json, value, optionValue, jsonText };
