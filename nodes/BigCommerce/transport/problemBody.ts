import type { JsonObject } from './types';

/** What an answer says of one field. */
export interface FieldProblem {
	/** BigCommerce's own name of it, with dots; in batches often after the record's number: `0.email`. */
	field: string;
	message: string;
	/** Values that it would take, where the answer names them. */
	allowed?: string[];
}

/** What the body of a refused call says, whichever of BigCommerce's shapes it has. */
export interface Problem {
	/** The sentence meant for people, if there is one. */
	title: string | undefined;
	/** What else it says: details of the title, titles of further errors. */
	more: string[];
	fields: FieldProblem[];
	/** Of a batch: what it says of single records, where it repeats the record. */
	records?: RecordProblem[];
}

export interface RecordProblem {
	/** The record as the answer repeats it. */
	data: JsonObject;
	fields: FieldProblem[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Keys under which an error holds others, or messages by field. */
const NESTED = ['errors', 'batch_errors', 'field_errors', 'error', 'details'];

/** Keys of lists of values that would be right. */
const ALLOWED = /^(allowed|available|valid|accepted|possible|supported|permitted|enum)(_?(values?|options?))?$/i;

/** v2 names the field within its sentence, and the reason beside it. */
const NAMED_FIELD = /\bfield '([\w.[\]-]+)'/i;
const REASONS = ['invalid_reason', 'conflict_reason', 'reason'];

/** What has been found so far. */
interface Findings {
	titles: string[];
	fields: FieldProblem[];
	records: RecordProblem[];
}

/**
 * Finds the title and the field messages in any error body: v2's array with its nested details, v3's object,
 * the lists of promotions and trees, the batch and field errors of price lists and variants, the gateway's
 * plain text.
 * Source: the error schemas in BigCommerce's OpenAPI files, and bodies reported by users of its API clients.
 */
export function readProblem(body: unknown): Problem {
	const found: Findings = { titles: [], fields: [], records: [] };
	readError(body, found);
	// Refunds put what went wrong where the data should be.
	if (isRecord(body) && found.titles.length + found.fields.length === 0) {
		readError(
			[body.data].flat().filter((entry) => isRecord(entry) && Number(entry.status) >= 400),
			found,
		);
	}
	const unique = new Map(found.fields.map((entry) => [`${entry.field}\n${entry.message}`, entry]));
	const [title, ...more] = new Set(found.titles);
	return {
		title,
		more,
		fields: [...unique.values()],
		...(found.records.length > 0 ? { records: found.records } : {}),
	};
}

/** An error, a list of errors, or just its words. */
function readError(value: unknown, found: Findings): void {
	if (Array.isArray(value)) {
		for (const entry of value) readError(entry, found);
	} else if (isRecord(value)) {
		const words = [value.title, value.message, value.detail].map(text).filter((each) => each !== undefined);
		found.titles.push(...words);
		const field = words.map((each) => NAMED_FIELD.exec(each)?.[1]).find((name) => name !== undefined);
		if (words.length === 0) readTyped(value, found);
		const before = found.fields.length;
		for (const key of NESTED) {
			const inner = value[key];
			if (isRecord(inner) && !isError(inner)) readFields(inner, '', found.fields, field);
			else readError(inner, found);
		}
		if (isRecord(value.data) && isRecord(value.field_errors)) {
			found.records.push({ data: value.data as JsonObject, fields: found.fields.slice(before) });
		}
		if (field !== undefined && found.fields.length === before) found.fields.push({ field, message: 'is not valid' });
	} else {
		const message = text(value);
		if (message !== undefined && !looksLikeHtml(message)) found.titles.push(message);
	}
}

/**
 * An error that only its type names, about a thing that it describes:
 * `{type: 'InvalidProductOptionValue', product: {name, product_option: {display_name, value}}}`.
 */
function readTyped({ type, ...about }: Record<string, unknown>, { fields }: Findings): void {
	const name = text(type);
	if (name === undefined || !/^[A-Z][a-z]+([A-Z][a-z]+)+$/.test(name)) return;
	const message = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
	const trail = trailOf(about);
	const value = trail[trail.length - 1]?.thing.value;
	const words = typeof value === 'string' || typeof value === 'number' ? `${message}: ${value}` : message;
	fields.push({ field: trail.map(({ key, thing }) => `${key} ${nameOf(thing)}`.trim()).join(', '), message: words });
}

/** The thing that an error is about, and the thing within it, down to the innermost. */
function trailOf(value: Record<string, unknown>): Array<{ key: string; thing: Record<string, unknown> }> {
	const entry = Object.entries(value).find(([, inner]) => isRecord(inner));
	if (!entry) return [];
	const [key, thing] = entry as [string, Record<string, unknown>];
	return [{ key: key.replaceAll('_', ' '), thing }, ...trailOf(thing)];
}

function nameOf({ display_name, name, id }: Record<string, unknown>): string {
	const named = text(display_name) ?? text(name);
	return named !== undefined ? `"${named}"` : typeof id === 'number' ? String(id) : '';
}

/**
 * Messages by field; fields of a record in the record have theirs below its name.
 * @param named the field that the sentence above names: a reason beside it is about that field
 */
function readFields(value: unknown, field: string, fields: FieldProblem[], named?: string): void {
	if (Array.isArray(value)) {
		for (const entry of value) readFields(entry, field, fields);
	} else if (isRecord(value)) {
		const allowed = Object.entries(value).flatMap(([key, list]) =>
			ALLOWED.test(key) && Array.isArray(list) ? list.filter(isPlain).map(String) : [],
		);
		const before = fields.length;
		for (const [key, entry] of Object.entries(value)) {
			if (ALLOWED.test(key) && Array.isArray(entry)) continue;
			const isReason = REASONS.includes(key) && named !== undefined;
			const isWords = allowed.length > 0 && field !== '' && ['title', 'message', 'detail'].includes(key);
			readFields(entry, isReason ? named : isWords ? field : join(field, key), fields, named);
		}
		if (allowed.length > 0) {
			if (fields.length === before) fields.push({ field: named ?? field, message: 'is not valid' });
			for (const entry of fields.slice(before)) entry.allowed = allowed;
		}
	} else {
		const message = typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value);
		if (message !== undefined) fields.push({ field, message });
	}
}

const isPlain = (value: unknown): value is string | number | boolean =>
	['string', 'number', 'boolean'].includes(typeof value);

const join = (field: string, key: string): string => (field ? `${field}.${key}` : key);

/** Fields, too, may be named `title`, `type` or `code`; only errors have a status in figures, or hold others. */
const isError = (value: Record<string, unknown>): boolean =>
	typeof (value.status ?? value.code) === 'number' || NESTED.some((key) => typeof value[key] === 'object');

export function looksLikeHtml(body: unknown): boolean {
	return typeof body === 'string' && /^\s*<(!doctype|html|head|body|\?xml)/i.test(body);
}
