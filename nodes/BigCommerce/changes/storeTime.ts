import { systemClock } from '../transport/clock';
import type { StoreApi } from '../transport/storeApi';
import type { ApiRequest, ApiResponse } from '../transport/types';

/**
 * BigCommerce's dates have whole seconds: what it shows of a second may change until that second is over.
 * This many more are waited, for records that become visible late and servers whose clocks differ.
 */
const SETTLING_SECONDS = 5;

/**
 * Sends a call and tells up to which second, by the store's own clock, its answer is final. The clock of
 * n8n only measures how long the answer took.
 * @returns `settledAt` in Unix seconds
 * @throws ApiFailure, or Error when the answer carries no date
 */
export async function sendTimed(
	api: StoreApi,
	request: ApiRequest,
): Promise<{ answer: ApiResponse; settledAt: number }> {
	const startedAt = systemClock.now();
	const answer = await api.send(request);
	const tookSeconds = Math.ceil((systemClock.now() - startedAt) / 1000);
	return { answer, settledAt: secondsOf(answer.headers.date) - tookSeconds - SETTLING_SECONDS };
}

/**
 * @param date RFC 2822 or ISO 8601
 * @returns Unix seconds
 * @throws Error, because a record without its date can neither be reported nor passed over
 */
export function secondsOf(date: unknown): number {
	const milliseconds = typeof date === 'string' ? Date.parse(date) : NaN;
	if (Number.isNaN(milliseconds)) throw new Error('BigCommerce gave an answer or a record without a date');
	return Math.floor(milliseconds / 1000);
}
