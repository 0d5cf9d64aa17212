import { textOf } from './textOf';
import type { ApiRequest, Query } from './types';

/**
 * Collections that DELETE empties, or says it has, when it finds no filter that it knows; filters that it
 * does not know it passes over in silence. An empty list: it knows none.
 * Source: BigCommerce's OpenAPI files, DELETE operations without an ID at the end of their path.
 */
const FILTERS: ReadonlyArray<[collection: RegExp, filters: readonly string[]]> = [
	[/^\/v2\/(orders|customers|gift_certificates|banners|currencies|redirects|blog\/posts)$/, []],
	[/^\/v2\/orders\/[^/]+\/shipments$/, []],
	[/^\/v2\/customers\/[^/]+\/addresses$/, []],
	[/^\/v2\/coupons$/, ['id:in']],
	[/^\/v3\/customers(\/(addresses|attributes|attribute-values))?$/, ['id:in']],
	[
		/^\/v3\/customers\/subscribers$/,
		['email', 'first_name', 'last_name', 'source', 'order_id', 'date_created', 'date_modified'],
	],
	[/^\/v3\/pricelists$/, ['id:in', 'name']],
	[/^\/v3\/pricelists\/[^/]+\/records$/, ['currency', 'variant_id:in', 'sku:in']],
	[/^\/v3\/pricelists\/assignments$/, ['id', 'price_list_id', 'customer_group_id', 'channel_id', 'channel_id:in']],
];

const RECORD_AT_END = /\/(\d+|[0-9a-f]{8}-[0-9a-f-]{27,})$/i;

/** Paths that do not end in an ID and yet mean one record. */
const SINGLE_RECORD =
	/(\/(image|site|site\/checkout-url|currency-assignments|channel-menus|connection)|\/(coupons|consignments|items|scripts)\/[^/]+|\/records\/\d+\/[A-Za-z]{3})$/;

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
	Array.isArray(value) ? value.every(isEmpty) : textOf(value).trim() === '';

/**
 * Says why a call must not leave: an empty ID in the path, an empty filter, or a DELETE that would reach
 * more records than it names.
 * @returns `undefined` when the call is harmless
 */
export function reasonToRefuse({ method, path, query = {}, body }: ApiRequest): string | undefined {
	if (/[?#]/.test(path)) return `The path must not have a query or a fragment: ${path}`;
	const [, ...parts] = path.split('/').map((part) => part.replace(/%(20|09)/g, ' ').trim());
	if (parts.some((part) => /^(|undefined|null|NaN)$/.test(part))) return `An ID in the path is empty: ${path}`;
	if (parts.some((part) => /^(\.|%2e){1,2}$/i.test(part))) return `An ID in the path is not an ID: ${path}`;
	const chosen = Object.entries(query).find(
		([name, value]) => (method === 'DELETE' || /(:in|_id|^id)$/.test(name)) && isEmpty(value),
	);
	if (chosen) return `The filter ${chosen[0]} is empty`;
	return method === 'DELETE' && !namesItsRecords(path, query, body)
		? `DELETE ${path} without a filter that it knows would delete everything there`
		: undefined;
}

function namesItsRecords(path: string, query: Query, body: ApiRequest['body']): boolean {
	const filters = Object.keys(query).filter((name) => !NOT_FILTERS.includes(name));
	const known = FILTERS.find(([collection]) => collection.test(path))?.[1];
	if (known) return filters.length > 0 && filters.every((name) => known.includes(name));
	const inBody = typeof body === 'object' && body !== null && !Object.values(body).every(isEmpty);
	return RECORD_AT_END.test(path) || SINGLE_RECORD.test(path) || filters.length > 0 || inBody;
}
