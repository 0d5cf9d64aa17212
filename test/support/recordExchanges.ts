import nock from 'nock';

import type { Exchange } from '../contract/checker';

/**
 * What crossed the wire while `work` ran, below `/stores/{hash}`, as seen by nock's recorder: neither the
 * node's view of it nor the sandbox's.
 */
export async function recordExchanges<T>(work: () => Promise<T>): Promise<{ result: T; exchanges: Exchange[] }> {
	nock.recorder.rec({ output_objects: true, dont_print: true });
	try {
		const result = await work();
		const recorded = nock.recorder.play() as nock.Definition[];
		return { result, exchanges: recorded.flatMap(toExchange) };
	} finally {
		nock.recorder.clear();
		nock.restore();
		nock.activate();
	}
}

function toExchange({ method = 'GET', path, body, status, response }: nock.Definition): Exchange[] {
	const url = new URL(String(path), 'http://127.0.0.1');
	const [, below] = /^\/stores\/[^/]+(\/.*)$/.exec(url.pathname) ?? [];
	if (below === undefined) return [];
	return [
		{
			method,
			path: below,
			query: queryOf(url.searchParams),
			...(body === '' ? {} : { requestBody: body }),
			status: Number(status),
			responseBody: response,
		},
	];
}

function queryOf(parameters: URLSearchParams): Record<string, string | string[]> {
	return Object.fromEntries(
		[...new Set(parameters.keys())].map((name) => {
			const values = parameters.getAll(name);
			return [name, values.length > 1 ? values : (values[0] ?? '')];
		}),
	);
}
