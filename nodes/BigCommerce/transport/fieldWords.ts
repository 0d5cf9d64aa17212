import type { LabelOf } from './failure';
import type { FieldProblem } from './problemBody';
import { clause } from './sentences';
import type { ApiRequest, JsonValue } from './types';

/** More than this is no help. */
const MOST_FIELDS = 5;
const MOST_ALLOWED = 20;
const LONGEST_VALUE = 60;

/** Values that must not appear in an error text. */
const SECRET = /password|secret|token|authentication|header|certificate|private|api_?key/i;

/** What BigCommerce's JSON validator says, in words. Source: examples in its OpenAPI files. */
const VALIDATOR_WORDS: Record<string, string> = {
	'error.path.missing': 'is missing',
	'error.expected.jsstring': 'must be text',
	'error.expected.jsnumber': 'must be a number',
	'error.expected.jsboolean': 'must be true or false',
	'error.expected.jsarray': 'must be a list',
	'error.expected.jsobject': 'must be an object',
	'error.expected.uuid': 'must be a UUID',
};

/** `Email "a@": is not an address; Weight "abc": must be a number, and 3 more fields`. */
export function fieldsInWords(
	fields: readonly FieldProblem[],
	request: Pick<ApiRequest, 'body' | 'query'>,
	labelOf: LabelOf = () => undefined,
): string {
	const shown = fields.slice(0, MOST_FIELDS).map((field) => fieldInWords(field, request, labelOf));
	const rest = fields.length - shown.length;
	return [...new Set(shown)].join('; ') + (rest > 0 ? `, and ${rest} more ${rest === 1 ? 'field' : 'fields'}` : '');
}

function fieldInWords(
	{ field, message, allowed }: FieldProblem,
	request: Pick<ApiRequest, 'body' | 'query'>,
	labelOf: LabelOf,
): string {
	const { name, leaf } = namesOf(field);
	const reason = reasonInWords(message, leaf) + (allowed ? ` (allowed: ${listed(allowed)})` : '');
	if (name === '') return reason;
	const label = labelOf(name) ?? labelOf(leaf) ?? name;
	const value = SECRET.test(field) ? undefined : valueOf(request, field);
	return `${label}${valueInWords(value, reason)}: ${reason}`;
}

function listed(allowed: readonly string[]): string {
	const more = allowed.length - MOST_ALLOWED;
	return allowed.slice(0, MOST_ALLOWED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The field without the numbers of records and list entries, and the last part of it. */
function namesOf(field: string): { name: string; leaf: string } {
	if (/\s/.test(field)) return { name: field, leaf: field };
	const parts = partsOf(field).filter((part) => !/^\d+$/.test(part));
	return { name: parts.join('.'), leaf: parts[parts.length - 1] ?? '' };
}

const partsOf = (field: string): string[] => field.split(/[.[\]]+/).filter((part) => part !== '');

function reasonInWords(message: string, leaf: string): string {
	const words = VALIDATOR_WORDS[message.replace(/\.$/, '')] ?? clause(message);
	const quoted = leaf.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const own = new RegExp(
		`^(the )?(field )?['"\`]?${quoted}['"\`]? (?=(is|are|must|can|cannot|has|should|does|was) )`,
		'i',
	);
	return leaf === '' ? words : words.replace(own, '');
}

/** What was sent as that field, wherever in the body or the query it stands. */
function valueOf({ body, query }: Pick<ApiRequest, 'body' | 'query'>, field: string): JsonValue | undefined {
	const parts = partsOf(field);
	const inQuery = query?.[field] ?? query?.[parts.join('.')];
	if (inQuery !== undefined) return inQuery;
	if (typeof body !== 'object' || body === null || body instanceof FormData) return undefined;
	const direct = valueAt(body, parts);
	if (direct !== undefined || Array.isArray(body)) return direct;
	// `0.sku` of a batch whose records are wrapped: `{"items": [{"sku": …}]}`.
	const lists = Object.values(body).filter(Array.isArray);
	return lists.length === 1 && /^\d+$/.test(parts[0] ?? '') ? valueAt(lists[0] as JsonValue[], parts) : undefined;
}

function valueAt(value: JsonValue, parts: readonly string[]): JsonValue | undefined {
	let at: JsonValue | undefined = value;
	for (const part of parts) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
		at = Array.isArray(at) ? at[Number(part)] : at[part];
	}
	return at;
}

/** With a blank before it; empty where there is none to show, or where the reason has it. */
function valueInWords(value: JsonValue | undefined, reason: string): string {
	if (value === undefined || value === null || typeof value === 'object' || value === '') return '';
	const text = clause(String(value), LONGEST_VALUE);
	if (text.length > 1 && reason.includes(text)) return '';
	return typeof value === 'string' ? ` "${text}"` : ` ${text}`;
}
