import type { EndpointCap } from './endpoints';
import type { QuotaReport } from './quotaReport';

/** Why a request was never allowed to leave. */
export class WaitEnded extends Error {
	constructor(
		readonly reason: 'cancelled' | 'tooLong' | 'held',
		/** How long would have to be waited, from now on. */
		readonly waitMs = 0,
		/** What for: the store's quota, or a pause that the endpoint has asked for. */
		readonly waitFor: 'quota' | 'endpoint' = 'quota',
	) {
		super(reason);
	}
}

export interface Admission {
	/** Requests of one lane wait in line; lanes take turns. One lane is one run of a node. */
	lane: object;
	/** Names the endpoint, to compare like with like and to keep its pauses. */
	endpoint: string;
	cap?: EndpointCap | undefined;
	signal?: AbortSignal | undefined;
	/** How long this request may wait for the store's quota; waiting in line behind others does not count. */
	patienceMs: number;
}

export interface Outcome {
	/** `undefined` when no answer came. */
	status?: number | undefined;
	quota?: QuotaReport | undefined;
	/** How long the store asked to stay away: everybody with 429, from this endpoint with 503. */
	pauseMs?: number | undefined;
}

/** Permission to send one request; `finish` must be called exactly once. */
export interface Permit {
	/** How long the request waited for the store's quota, or because the store had asked for a pause. */
	waitedMs: number;
	finish(outcome: Outcome): void;
}
