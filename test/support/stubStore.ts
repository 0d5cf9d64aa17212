import nock from 'nock';

import type { JsonValue } from '../../nodes/BigCommerce/transport/types';
import type { Credential } from './credentials';

const HOST = 'https://api.bigcommerce.com';

/** A request as it arrived. */
export interface Received {
	method: string;
	/** Below the store, without the query. */
	path: string;
	query: Record<string, string>;
	/** Parsed JSON, or the text of a form. */
	body: JsonValue | undefined;
}

export interface Answer {
	status?: number;
	body?: JsonValue;
	headers?: Record<string, string>;
}

/** A store that answers as a test says, for what the sandbox store does not do. */
export interface StubStore {
	/** In the order of arrival. */
	received: Received[];
	credential: Credential;
}

let stores = 0;

/**
 * @param answer to each request; called in the order of arrival. An Error breaks the connection.
 * @returns a store that this process has not talked to yet: nothing is known of its quota
 */
export function stubStore(answer: (request: Received) => Answer | Error | Promise<Answer | Error>): StubStore {
	nock.cleanAll();
	stores += 1;
	const storeHash = `stub${stores}`;
	const received: Received[] = [];
	const take = async (method: string, uri: string, body: unknown) => {
		const url = new URL(uri, HOST);
		const request: Received = {
			method,
			path: url.pathname.slice(`/stores/${storeHash}`.length),
			query: Object.fromEntries(url.searchParams),
			body: body === '' ? undefined : (body as JsonValue),
		};
		received.push(request);
		const given = await answer(request);
		if (given instanceof Error) throw given;
		const { status = 200, body: content, headers = {} } = given;
		return [status, content ?? '', headers] as const;
	};
	for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
		nock(HOST)
			.persist()
			.intercept(/.*/, method)
			.reply((uri, body, callback) => {
				take(method, uri, body).then(
					(reply) => callback(null, reply as unknown as nock.ReplyFnResult),
					(error: Error) => callback(error, [500]),
				);
			});
	}
	return {
		received,
		credential: {
			type: 'bigCommerceApi',
			data: { storeHash, accessToken: 'secret-token', grantedScopes: 'default' },
		},
	};
}
