import type { ApiAccount } from '../types';
import type { Store } from '../data/store';
import type { ApiVersion } from './errors';
import type { Query } from './query';
import type { Scope } from './scopes';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One request as a handler sees it. */
export interface Call {
	store: Store;
	account: ApiAccount;
	version: ApiVersion;
	method: Method;
	/** e.g. `/v3/catalog/products/12`. */
	path: string;
	params: Readonly<Record<string, string>>;
	query: Query;
	body: unknown;
}

/** What a handler answers. Without a body nothing is sent, as with a 204. */
export interface Answer {
	status: number;
	body?: unknown;
}

/** One endpoint of the API. A new resource is a file with a few of these. */
export interface Route {
	method: Method;
	/** With the version and with parameters in braces, as BigCommerce's documentation writes it. */
	path: string;
	/** Who may call it; see scopes.ts. */
	scope: Scope;
	/** Requests of the endpoint that may be under way at once (fact: the OpenAPI files). */
	concurrency?: number;
	handle(call: Call): Answer;
}
