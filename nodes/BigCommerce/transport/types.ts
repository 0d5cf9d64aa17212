import type { IHttpRequestMethods } from 'n8n-workflow';

import type { ScopeNeed } from './scopes';

export type Method = Extract<IHttpRequestMethods, 'GET' | 'POST' | 'PUT' | 'DELETE'>;

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Values of a query string: lists travel comma-joined, as BigCommerce's `id:in` filters want them. */
export type QueryValue = string | number | boolean | Array<string | number>;
export type Query = Record<string, QueryValue>;

/** One call of the store's API. */
export interface ApiRequest {
	method: Method;
	/** Below `/stores/{store_hash}`, for example `/v3/catalog/products/5`. */
	path: string;
	query?: Query;
	body?: JsonValue | FormData;
	/** What the call needs, named to the user when the store refuses it. */
	scope?: ScopeNeed;
	/**
	 * Whether sending it twice does the same as sending it once. Default: true for GET, PUT and DELETE.
	 * Only such a call is sent again when it may already have reached the store.
	 */
	idempotent?: boolean;
}

export interface ApiResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON; `undefined` for an empty body. */
	body: unknown;
}
