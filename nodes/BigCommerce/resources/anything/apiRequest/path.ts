import type { Connection } from '../../../transport/connection';
import { DEFAULT_API_URL } from '../../../transport/connection';
import type { Query } from '../../../transport/types';
import { readSearch } from './query';
import { RequestFault } from './requestFault';

const AS_IN_REFERENCE = "Enter the path as BigCommerce's API reference has it, from /v2/ or /v3/ on.";

const fault = (must: string): RequestFault => new RequestFault(must, AS_IN_REFERENCE);

/**
 * Takes what people enter or paste: `/v3/catalog/brands`, `v2/orders?limit=5`, a URL out of BigCommerce's
 * reference or of the same store.
 * @param isRead whether a fragment, which browsers show behind addresses, may be passed over
 * @returns the path below the store, and the query that was written behind it
 * @throws RequestFault when it is another store's, leads out of the store or is no path of the API
 */
export function readPath(
	entered: string,
	{ apiUrl, storeHash }: Connection,
	isRead: boolean,
): { path: string; query: Query } {
	const [beforeSearch = '', search = ''] = entered.trim().split(/\?(.*)/s);
	const [whole = '', fragment] = beforeSearch.split(/#(.*)/s);
	// In a write it could be the rest of a code, and the call would change another record.
	if (fragment !== undefined && !isRead) throw fault('must not have a #; write %23 where an ID has one');
	const path = belowStore(whole, apiUrl, storeHash);
	if (!/^\/v[23]\/[^/]/.test(path)) throw fault('must begin with /v2/ or /v3/, for example /v3/catalog/brands');
	if (/[\s\\\p{Cc}]/u.test(path)) throw fault('has a blank or a character that paths cannot have');
	if (leadsOut(path)) throw fault('must not have . or .. as a part');
	return { path, query: readSearch(search) };
}

function belowStore(entered: string, apiUrl: string, storeHash: string): string {
	const api = [apiUrl, DEFAULT_API_URL].find((url) => entered.toLowerCase().startsWith(`${url.toLowerCase()}/`));
	if (api === undefined && /^([a-z][a-z0-9+.-]*:)?\/\//i.test(entered)) {
		throw fault(`must be a path, or a URL that begins with ${apiUrl}`);
	}
	const path = entered.slice(api?.length ?? 0).replace(/^(?!\/)/, '/');
	const [, store, rest = ''] = /^\/stores\/([^/]*)(.*)$/s.exec(path) ?? [];
	if (store === undefined) return path;
	// BigCommerce's reference writes `{store_hash}`.
	if (store.toLowerCase() !== storeHash && !/^(\{|%7B|\$)/i.test(store)) {
		throw fault(`belongs to the store "${store}", but the credential to "${storeHash}"`);
	}
	return rest;
}

/** Whether a server could read `.` or `..` out of it, however it is written. */
function leadsOut(path: string): boolean {
	let decoded = path;
	for (let round = 0; round < 3; round++) {
		if (decoded.split(/[/\\]/).some((part) => /^\.\.?(;.*)?$/.test(part))) return true;
		decoded = decoded.replace(/%(2e|2f|5c|25)/gi, (code) => decodeURIComponent(code));
	}
	return false;
}
