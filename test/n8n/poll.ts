import { setTimeout as delay } from 'node:timers/promises';

/**
 * Calls `attempt` until it returns something other than undefined.
 *
 * @param what what is waited for, for the message when it does not come
 * @throws Error when nothing came in time, or whatever `attempt` throws
 */
export async function poll<T>(
	what: string,
	timeoutMs: number,
	attempt: () => Promise<T | undefined> | T | undefined,
	everyMs = 200,
): Promise<T> {
	for (const deadline = Date.now() + timeoutMs; ; await delay(everyMs)) {
		const result = await attempt();
		if (result !== undefined) return result;
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain for ${what}.`);
	}
}
