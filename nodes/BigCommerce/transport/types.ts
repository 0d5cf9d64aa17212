import type { IHttpRequestMethods } from 'n8n-workflow';

import type { ScopeNeed } from './scopes';

export type Method = Extract<IHttpRequestMethods, 'GET' | 'POST' | 'PUT' | 'DELETE'>;

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Values of a query string: lists travel comma-joined, as BigCommerce's `id:in` filters want them. */
export type QueryValue = string | number | boolean | Array<string | number>;
export type Query = Record<string, QueryValue>;

interface Call {
	/** Below `/stores/{store_hash}`, for example `/v3/catalog/products/5`. */
	path: string;
	query?: Query;
	/** What the call needs, named to the user when the store refuses it. */
	scope?: ScopeNeed;
}

/** A call that changes nothing, so it may be sent as often as it takes. */
export interface ReadRequest extends Call {
	method: 'GET';
	body?: undefined;
}

/** A call that changes something, or whose method does not say that it does not. */
export interface WriteRequest extends Call {
	method: Exclude<Method, 'GET'>;
	body?: JsonValue | FormData;
	/**
	 * Whether sending it twice does the same as sending it once. Only such a call is sent again when an
	 * earlier try may have been carried out.
	 */
	repeatable: boolean;
}

/** One call of the store's API. */
export type ApiRequest = ReadRequest | WriteRequest;

export interface ApiResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON; `undefined` for an empty body. */
	body: unknown;
}
