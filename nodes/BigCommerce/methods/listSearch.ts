import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { ApiFailure, toNodeApiError } from '../transport/failure';
import { openStore } from '../transport/openStore';
import { readPage } from '../transport/pagination';
import type { Pagination } from '../transport/pagination';
import { SCOPES } from '../transport/scopes';
import type { Scope } from '../transport/scopes';
import type { ApiRequest, JsonObject, Query } from '../transport/types';

const PAGE_SIZE = 50;
/** A person waits for a dropdown; it must not sleep through a whole quota window more than once. */
const LONGEST_WAIT_MS = 40_000;

/** How one kind of record is searched. */
interface Search {
	path: string;
	/** None where every API account may read. */
	scope?: Scope;
	pagination: Pagination;
	/** The query that finds what was typed. Without text, the first page of everything. */
	query: (typed: string) => Query;
	label: (row: JsonObject) => string;
	value: (row: JsonObject) => unknown;
}

const text = (...parts: unknown[]) =>
	parts
		.filter((part) => (typeof part === 'string' && part !== '') || typeof part === 'number')
		.join(' ')
		.trim();

const SEARCHES = {
	searchProducts: {
		path: '/v3/catalog/products',
		scope: SCOPES.products,
		pagination: 'page',
		query: (typed) => ({ include_fields: 'name,sku', sort: 'name', ...(typed && { keyword: typed }) }),
		label: ({ name, sku }) => (sku ? `${text(name)} (${text(sku)})` : text(name)),
		value: ({ id }) => id,
	},
	searchOrders: {
		path: '/v2/orders',
		scope: SCOPES.orders,
		pagination: 'v2',
		query: (typed) => ({
			sort: 'id:desc',
			...(/^\d+$/.test(typed) ? { min_id: typed, max_id: typed } : typed && { email: typed }),
		}),
		label: ({ id, status, billing_address: address }) => {
			const { first_name: first, last_name: last } = (address ?? {}) as JsonObject;
			return [`#${text(id)}`, text(status), text(first, last)].filter(Boolean).join(' · ');
		},
		value: ({ id }) => id,
	},
	searchCustomers: {
		path: '/v3/customers',
		scope: SCOPES.customers,
		pagination: 'cursor',
		query: (typed) => (typed.includes('@') ? { 'email:in': typed } : typed ? { 'name:like': typed } : {}),
		label: ({ first_name: first, last_name: last, email }) => `${text(first, last)} (${text(email)})`,
		value: ({ id }) => id,
	},
	searchCategories: {
		path: '/v3/catalog/trees/categories',
		scope: SCOPES.products,
		pagination: 'page',
		query: (typed) => ({ include_fields: 'name', ...(typed && { 'name:like': typed }) }),
		label: ({ name }) => text(name),
		value: ({ category_id: id }) => id,
	},
	searchWebhooks: {
		path: '/v3/hooks',
		pagination: 'page',
		query: (typed) => (/^https?:/.test(typed) ? { destination: typed } : typed ? { scope: typed } : {}),
		label: ({ scope, destination, is_active: active }) =>
			`${text(scope)} → ${text(destination)}${active === false ? ' (switched off)' : ''}`,
		value: ({ id }) => id,
	},
} as const satisfies Record<string, Search>;

/**
 * One page of a search. An empty result means that the store has no such record: whatever goes wrong is
 * shown to the user instead.
 * @throws NodeApiError or NodeOperationError
 */
async function search(
	context: ILoadOptionsFunctions,
	{ path, scope, pagination, query, label, value }: Search,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const api = await openStore(context, { longestWaitMs: LONGEST_WAIT_MS });
	try {
		const request: ApiRequest = {
			method: 'GET',
			path,
			query: query(filter.trim()),
			scope: { scopes: scope ? [scope] : [], access: 'read' },
		};
		const { rows, next } = await readPage(api, { request, pagination }, PAGE_SIZE, token);
		return {
			results: rows.map((row) => ({ name: label(row), value: value(row) as string | number })),
			...(next === undefined ? {} : { paginationToken: next }),
		};
	} catch (error) {
		throw error instanceof ApiFailure
			? toNodeApiError(context.getNode(), error)
			: new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));
	}
}

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

export const listSearch = Object.fromEntries(
	Object.entries(SEARCHES).map(([name, definition]): [string, ListSearch] => [
		name,
		async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
			return await search(this, definition, filter, paginationToken);
		},
	]),
);
