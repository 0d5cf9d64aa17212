/** What a run has cost so far. */
export interface Effort {
	requests: number;
	/** Of lists that were read. */
	pages: number;
	retries: number;
	/** Requests that had to wait for the quota or after a push-back. */
	waits: number;
	/** Clock time during which something waited, in milliseconds, overlaps counted once. */
	waitedMs: number;
}

/** A wait shorter than this is not worth telling anybody about. */
const NOTICEABLE_MS = 250;

/** Adds up the waits of requests that run side by side. */
export class WaitCount {
	private until = -Infinity;

	constructor(private readonly effort: Effort) {}

	/** @param ms that a request has waited until `now` */
	note(ms: number, now: number): void {
		if (ms < NOTICEABLE_MS) return;
		this.effort.waits += 1;
		this.effort.waitedMs += Math.max(0, now - Math.max(now - ms, this.until));
		this.until = Math.max(this.until, now);
	}
}
