import type { IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import type { Connection } from './connection';
import type { ApiRequest, ApiResponse, Query } from './types';

/**
 * The address of a call.
 * @throws URIError when a value holds half a character (a lone surrogate), which no address can
 */
export function urlOf({ path, query }: ApiRequest, { apiUrl, storeHash }: Connection): string {
	return `${apiUrl}/stores/${storeHash}${path}${queryString(query)}`;
}

/** `?id:in=1,2&name=x`: names as they are, lists comma-joined, every value escaped. */
export function queryString(query: Query = {}): string {
	const pairs = Object.entries(query).map(
		([name, value]) =>
			`${name.replace(/[^\w:.\-[\]]/g, encodeURIComponent)}=${[value]
				.flat()
				.map((part) => encodeURIComponent(part))
				.join(',')}`,
	);
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** The call as n8n's request helper takes it; the credential adds the token. */
export function httpOptions(
	{ method, body }: ApiRequest,
	url: string,
	{ timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): IHttpRequestOptions {
	return {
		method,
		url,
		headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-bigcommerce' },
		...(body === undefined ? {} : { body }),
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutMs,
		...(signal ? { abortSignal: signal } : {}),
	};
}

const httpAnswer = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).catch({}),
	body: z.unknown(),
});

/** @throws ZodError when n8n's request helper returned something else than an answer */
export function readAnswer(raw: unknown): ApiResponse {
	const { statusCode, headers, body } = httpAnswer.parse(raw);
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
	return {
		// Text where data should be: a web page from something between us and the API, or half an answer.
		status: statusCode < 300 && typeof body === 'string' && body !== '' ? 502 : statusCode,
		headers: Object.fromEntries(named),
		body: body === '' ? undefined : body,
	};
}
