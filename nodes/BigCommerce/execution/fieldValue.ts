import { tryToParseDateTime } from 'n8n-workflow';

import type { Field, FieldGroup, Wire } from '../resources/types';
import { textOf } from '../transport/textOf';
import type { JsonObject, JsonValue } from '../transport/types';

/** A value that cannot be sent; the message begins with the field's display name. */
export class FieldFault extends Error {
	constructor(
		readonly field: Field,
		problem: string,
	) {
		super(`${field.displayName} ${problem}`);
	}
}

/** Where the value goes: v2 bodies want RFC 2822 dates, everything else ISO 8601. */
export interface Destination {
	dates: 'iso' | 'rfc2822';
	/** For dates written without an offset. */
	timezone: string;
}

/** Values as the form stores them, by field name. */
type RawFields = Record<string, unknown>;

type Encoder = (raw: unknown, field: Field, to: Destination) => JsonValue;

/**
 * Turns what the user or an expression gave into what travels. `null` travels as null.
 * @returns `undefined` when the field is not set
 * @throws FieldFault when the value cannot be of the field's kind
 */
export function encodeValue(raw: unknown, field: Field, to: Destination): JsonValue | undefined {
	if (raw === undefined) return undefined;
	if (raw === null) return null;
	const encode = field.wire ? WIRES[field.wire] : TYPES[field.type];
	return encode ? encode(raw, field, to) : (raw as JsonValue);
}

const number: Encoder = (raw, field) => {
	const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
	if (typeof value !== 'number' || !Number.isFinite(value)) throw new FieldFault(field, 'must be a number');
	return value;
};

const text: Encoder = (raw, field) => {
	if (typeof raw === 'object') throw new FieldFault(field, 'must be text, not a list or an object');
	return textOf(raw);
};

const boolean: Encoder = (raw, field) => {
	if (raw === true || raw === 'true') return true;
	if (raw === false || raw === 'false') return false;
	throw new FieldFault(field, 'must be true or false');
};

const json: Encoder = (raw, field) => {
	if (typeof raw !== 'string') return raw as JsonValue;
	if (raw.trim() === '') throw new FieldFault(field, 'is empty, JSON is expected');
	try {
		return JSON.parse(raw) as JsonValue;
	} catch (error) {
		throw asFieldFault(field, error);
	}
};

function asFieldFault(field: Field, error: unknown): FieldFault {
	return new FieldFault(field, `is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
}

const date: Encoder = (raw, field, { dates, timezone }) => {
	if (raw === '') return '';
	let moment;
	try {
		moment = tryToParseDateTime(raw, timezone).toUTC();
	} catch {
		throw notADate(field);
	}
	const value = dates === 'iso' ? moment.toISO({ suppressMilliseconds: true }) : moment.toRFC2822();
	if (value === null) throw notADate(field);
	return value;
};

const notADate = (field: Field) =>
	new FieldFault(field, 'is not a date that can be understood, for example 2026-11-20T09:30:00Z');

/** A comma-separated text, a JSON list or a list. */
function listOf(raw: unknown, field: Field): unknown[] {
	if (Array.isArray(raw)) return raw;
	if (typeof raw === 'number') return [raw];
	if (typeof raw !== 'string') throw new FieldFault(field, 'must be a list, or text separated by commas');
	if (raw.trim().startsWith('[')) return listOf(json(raw, field, { dates: 'iso', timezone: 'UTC' }), field);
	return raw
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

const id: Encoder = (raw, field) => {
	const value = typeof raw === 'string' ? raw.trim() : raw;
	if (value === '') throw new FieldFault(field, 'is empty');
	const whole = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	if (typeof whole !== 'number' || !Number.isSafeInteger(whole) || whole < 1) {
		throw new FieldFault(field, `must be a positive whole number, not "${textOf(value)}"`);
	}
	return whole;
};

const value: Encoder = (raw) => {
	if (typeof raw !== 'string' || !/^\s*[[{]/.test(raw)) return raw as JsonValue;
	try {
		return JSON.parse(raw) as JsonValue;
	} catch {
		return raw;
	}
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const WIRES: Record<Wire, Encoder> = {
	id,
	decimal: (raw, field, to) => textOf(number(raw, field, to)),
	uuid: (raw, field) => {
		const value = textOf(raw).trim();
		if (value === '') throw new FieldFault(field, 'is empty');
		if (!UUID.test(value)) throw new FieldFault(field, `must be a UUID, not "${value}"`);
		return value.toLowerCase();
	},
	ids: (raw, field, to) =>
		listOf(raw, field).map((part) => {
			const value = number(part, field, to);
			if (!Number.isInteger(value)) throw new FieldFault(field, `must hold whole numbers, not "${textOf(part)}"`);
			return value;
		}),
	words: (raw, field, to) => listOf(raw, field).map((part) => text(part, field, to)),
	value,
	optionValue: (raw, field, to) =>
		typeof raw === 'string' && /^[1-9]\d{0,14}$/.test(raw.trim()) ? Number(raw) : value(raw, field, to),
	jsonText: (raw) => (typeof raw === 'string' ? raw : JSON.stringify(raw)),
	object: (raw, field, to) => {
		if (typeof raw !== 'object' || Array.isArray(raw)) throw new FieldFault(field, 'must be an object');
		const fields = fieldsIn(field);
		const missing = fields.find(({ name, required }) => required && !(name in (raw as RawFields)));
		if (missing) throw new FieldFault(missing, 'is empty');
		return encodeFields(raw as RawFields, fields, to);
	},
};

const TYPES: Partial<Record<Field['type'], Encoder>> = {
	number,
	string: text,
	boolean,
	json,
	dateTime: date,
	multiOptions: (raw, field) => listOf(raw, field) as JsonValue[],
	fixedCollection: (raw, field, to) => {
		const groups = groupsIn(field);
		// A bare list, from an expression, holds entries of the first form.
		const entries = Array.isArray(raw)
			? raw.map((entry: unknown) => [entry, groups[0]] as const)
			: groups.flatMap((group) =>
					[(raw as RawFields)[group.name] ?? []].flat().map((entry) => [entry, group] as const),
				);
		const encoded = entries.map(([entry, group]) => encodeFields(entry as RawFields, group?.values ?? [], to));
		return field.typeOptions?.multipleValues ? encoded : (encoded[0] ?? {});
	},
};

/** The fields in a collection. */
export const fieldsIn = ({ options = [] }: Field): Field[] =>
	options.filter((option): option is Field => 'type' in option);

const groupsIn = ({ options = [] }: Field) => options.filter((option): option is FieldGroup => 'values' in option);

/**
 * Encodes the fields that are set, in the order in which they are declared. A collection stands for the
 * fields in it; names that no field declares are left out.
 */
export function encodeFields(values: RawFields, fields: readonly Field[], to: Destination): JsonObject {
	const encoded: JsonObject = {};
	for (const field of fields) {
		if (!(field.name in values) || field.type === 'notice') continue;
		const raw = values[field.name];
		if (field.type === 'collection' && field.wire !== 'object') {
			const set = encodeFields((raw ?? {}) as RawFields, fieldsIn(field), to);
			if (field.required && Object.keys(set).length === 0) throw new FieldFault(field, 'is empty');
			Object.assign(encoded, set);
			continue;
		}
		const value = encodeValue(raw, field, to);
		if (field.required && (value ?? '') === '') throw new FieldFault(field, 'is empty');
		if (value !== undefined) encoded[field.name] = value;
	}
	return encoded;
}
