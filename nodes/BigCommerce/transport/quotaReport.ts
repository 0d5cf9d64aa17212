import { z } from 'zod';

import type { ApiResponse } from './types';

/**
 * What an answer says of the store's request quota.
 * Source: BigCommerce docs, "API Rate Limits": X-Rate-Limit-Requests-Left, -Requests-Quota, -Time-Window-Ms
 * and -Time-Reset-Ms (milliseconds left in the window), and the older X-Retry-After (seconds).
 */
export interface QuotaReport {
	/** Requests that the store still takes in this window, from all its apps together. */
	left: number;
	/** Requests per window, if the answer tells. */
	quota: number | undefined;
	/** Milliseconds until the window ends, if the answer tells. */
	resetMs: number | undefined;
	/** How long windows last, if the answer tells. */
	windowMs: number | undefined;
}

export const DEFAULT_WINDOW_MS = 30_000;
/** No plan has a longer window; a larger figure is taken for a fault of the sender. */
const LONGEST_WINDOW_MS = 120_000;

function header(headers: Record<string, string>, name: string): number | undefined {
	const text = headers[name];
	if (text === undefined || text.trim() === '') return undefined;
	const value = Number(text);
	return Number.isFinite(value) ? value : undefined;
}

const bounded = (ms: number, most: number) => Math.min(Math.max(ms, 0), most);

/**
 * Reads the quota headers; any of them may be missing.
 * @param headers names in lower case
 * @returns `undefined` when the answer does not tell how many requests are left
 */
export function readQuota(headers: Record<string, string>): QuotaReport | undefined {
	const left = header(headers, 'x-rate-limit-requests-left');
	if (left === undefined) return undefined;
	const quota = header(headers, 'x-rate-limit-requests-quota');
	const reset = header(headers, 'x-rate-limit-time-reset-ms');
	const stated = header(headers, 'x-rate-limit-time-window-ms');
	const windowMs = stated !== undefined && stated > 0 ? bounded(stated, LONGEST_WINDOW_MS) : undefined;
	return {
		left: Math.max(Math.floor(left), 0),
		quota: quota !== undefined && quota >= 1 ? Math.floor(quota) : undefined,
		resetMs: reset === undefined ? undefined : bounded(reset, windowMs ?? LONGEST_WINDOW_MS),
		windowMs,
	};
}

const bodyWithDelay = z.object({ error: z.object({ retry_after_seconds: z.number() }) });

/**
 * Whether a 503 says in its body that the request was not processed and when to send it again.
 * Source: BigCommerce's OpenAPI file price_lists.v3, status 503 ("unable to process your request right now").
 */
export const asksForPause = ({ status, body }: Pick<ApiResponse, 'status' | 'body'>): boolean =>
	status === 503 && bodyWithDelay.safeParse(body).success;

/**
 * Milliseconds that X-Retry-After, Retry-After or the body ask for, bounded; `undefined` when none does.
 * Source of the body's `error.retry_after_seconds`: BigCommerce's OpenAPI file price_lists.v3, status 503.
 */
export function readRetryAfterMs({ headers, body }: Pick<ApiResponse, 'headers' | 'body'>): number | undefined {
	const inBody = bodyWithDelay.safeParse(body);
	const seconds =
		header(headers, 'x-retry-after') ?? header(headers, 'retry-after') ?? inBody.data?.error.retry_after_seconds;
	return seconds === undefined ? undefined : bounded(seconds * 1000, LONGEST_WINDOW_MS);
}
