import type { EndpointFacts } from './endpoints';
import { factsOf } from './endpoints';
import { textOf } from './textOf';
import type { ApiRequest } from './types';

const RECORD_AT_END = /\/(\d+|[0-9a-f]{8}-[0-9a-f-]{27,})$/i;

/** Parameters that choose nothing. */
const NOT_FILTERS = [
	'limit',
	'page',
	'sort',
	'direction',
	'include',
	'include_fields',
	'exclude_fields',
	'delete_children',
];

const isEmpty = (value: unknown): boolean =>
	Array.isArray(value) ? value.every(isEmpty) : Number.isNaN(value) || visible(textOf(value)) === '';

/** Without blanks, and without characters that nobody sees (zero-width ones, a byte order mark). */
const visible = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '');

/**
 * Says why a call must not leave: an empty ID in the path, an empty filter, or a DELETE that would reach
 * more records than it names.
 * @returns `undefined` when the call is harmless
 */
export function reasonToRefuse(request: ApiRequest): string | undefined {
	const { method, path, query = {} } = request;
	if (/[?#]/.test(path)) return `The path must not have a query or a fragment: ${path}`;
	const parts = partsOf(path);
	if (!parts || !path.startsWith('/')) return `The path is not one that BigCommerce understands: ${path}`;
	if (parts.some((part) => part === '' || /^(undefined|null|NaN)$/i.test(part))) {
		return `An ID in the path is empty: ${path}`;
	}
	if (parts.some((part) => /^\.{1,2}$/.test(part))) return `An ID in the path is not an ID: ${path}`;
	const chosen = Object.entries(query).find(
		([name, value]) => (method === 'DELETE' || /(:in|_id|^id)$/.test(name)) && isEmpty(value),
	);
	if (chosen) return `The filter ${chosen[0]} is empty`;
	return method === 'DELETE' ? tooWide(request, parts) : undefined;
}

/**
 * The parts of a path as a server may read them, however they are written: decoded (more than once, as behind
 * a gateway), with backslashes for slashes.
 * @returns `undefined` for a path that servers read differently, or not at all
 */
function partsOf(path: string): string[] | undefined {
	let text = path;
	for (let round = 0; /%[0-9a-f]{2}/i.test(text); round++) {
		if (round > 3) return undefined;
		try {
			text = decodeURIComponent(text);
		} catch {
			return undefined;
		}
	}
	// URL parsers drop tabs and line breaks; other control characters have no business in a path.
	return hasControlCharacter(text.trim()) ? undefined : text.split(/[/\\]/).slice(1).map(visible);
}

const hasControlCharacter = (text: string): boolean => [...text].some((character) => character < ' ');

/** @param parts of the path, decoded */
function tooWide({ path, query = {}, body }: ApiRequest, parts: readonly string[]): string | undefined {
	const [version, ...rest] = parts.map((part) => part.toLowerCase().replace(/;.*$/, ''));
	const plain = `/${[version, ...rest].join('/').replace(/\.(json|xml)$/, '')}`;
	const facts = factsOf('DELETE', plain);
	const filters = Object.keys(query).filter((name) => !NOT_FILTERS.includes(name));
	const inBody = typeof body === 'object' && body !== null && !Object.values(body).every(isEmpty);
	if (namesItsRecords(plain, facts, filters, inBody)) return undefined;
	const stranger = facts.deleteFilters?.length
		? filters.find((name) => !facts.deleteFilters?.includes(name))
		: undefined;
	return stranger === undefined
		? `DELETE ${path} without a filter that it knows would delete everything there`
		: `DELETE ${path} does not know the filter ${stranger} and would delete everything there that the other filters find`;
}

function namesItsRecords(path: string, facts: EndpointFacts, filters: readonly string[], inBody: boolean): boolean {
	const { template, isDescribed, deleteFilters, deletesByBody } = facts;
	if (deletesByBody) return inBody;
	if (deleteFilters) return filters.length > 0 && filters.every((name) => deleteFilters.includes(name));
	if (RECORD_AT_END.test(path)) return true;
	const isV2 = path.startsWith('/v2/');
	// A DELETE of the reference whose path names no collection names one record; IDs of v2 are numbers.
	if (isDescribed && !(isV2 && template?.endsWith('}'))) return true;
	return !isV2 && (filters.length > 0 || inBody);
}
