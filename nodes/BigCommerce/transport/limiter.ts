import type { Clock } from './clock';
import { systemClock } from './clock';
import { Concurrency } from './concurrency';
import type { EndpointCap } from './endpointCaps';
import type { QuotaReport } from './quotaReport';
import { QuotaWindow } from './quotaWindow';

/** Why a request was never allowed to leave. */
export class WaitEnded extends Error {
	constructor(
		readonly reason: 'cancelled' | 'tooLong',
		/** How long the store would have to be waited for, from now on. */
		readonly waitMs: number,
	) {
		super(reason);
	}
}

export interface Admission {
	/** Requests of one lane wait in line; lanes take turns. One lane is one run of a node. */
	lane: object;
	/** Names the endpoint, to compare like with like. */
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
	/** How long the store asked everyone to stay away. */
	pauseMs?: number | undefined;
}

/** Permission to send one request; `finish` must be called exactly once. */
export interface Permit {
	/** How long the request waited for the store's quota, or because the store had asked for a pause. */
	waitedMs: number;
	finish(outcome: Outcome): void;
}

interface Waiter extends Admission {
	/** `closedMs` when it came. */
	closedBefore: number;
	admit: (permit: Permit) => void;
	refuse: (reason: WaitEnded) => void;
}

/**
 * Admits the requests of one store. All nodes of this process share it, so that together they never
 * send more than the quota holds, and everybody sleeps until the reset together.
 */
export class StoreLimiter {
	private readonly window = new QuotaWindow();
	private readonly concurrency = new Concurrency();
	/** Map keeps its order: the first lane is the next to be served. */
	private readonly lanes = new Map<object, Waiter[]>();
	private readonly busy = new Map<string, number>();
	private readonly watched = new WeakSet<AbortSignal>();
	private inFlight = 0;
	private pausedUntil = -Infinity;
	private wakesAt = Infinity;
	/** Time for which quota or pause have kept requests back, in all and since when they do now. */
	private closedMs = 0;
	private closedSince: number | undefined;

	constructor(private readonly clock: Clock = systemClock) {}

	/**
	 * Resolves when the request may leave.
	 * @throws WaitEnded when the caller cancels, or as soon as it is clear that the wait would be too long
	 */
	async admit(admission: Admission): Promise<Permit> {
		const { lane, signal } = admission;
		if (signal) this.watch(signal);
		return await new Promise<Permit>((admit, refuse) => {
			if (signal?.aborted) return refuse(new WaitEnded('cancelled', 0));
			const waiter = { ...admission, closedBefore: this.closedBy(this.clock.now()), admit, refuse };
			const line = this.lanes.get(lane);
			if (line) line.push(waiter);
			else this.lanes.set(lane, [waiter]);
			this.serve();
		});
	}

	private serve(): void {
		while (this.lanes.size > 0 && this.inFlight < this.concurrency.limit) {
			const now = this.clock.now();
			const opensAt = Math.max(this.pausedUntil, this.window.budget(now) > 0 ? now : this.window.resetsAt);
			if (opensAt > now) return this.close(now, opensAt);
			this.open(now);
			const waiter = this.next();
			if (!waiter) return; // all wait for a place at a capped endpoint; the next answer frees one
			this.grant(waiter, now);
		}
	}

	/** Takes the first waiter that may go; its lane moves to the end of the line. */
	private next(): Waiter | undefined {
		for (const [lane, waiters] of this.lanes) {
			const index = waiters.findIndex(({ cap }) => !cap || (this.busy.get(cap.key) ?? 0) < cap.most);
			if (index < 0) continue;
			const [waiter] = waiters.splice(index, 1);
			this.lanes.delete(lane);
			if (waiters.length > 0) this.lanes.set(lane, waiters);
			return waiter;
		}
		return undefined;
	}

	private grant({ cap, endpoint, closedBefore, admit }: Waiter, now: number): void {
		const sent = this.window.send(now);
		this.inFlight += 1;
		if (cap) this.busy.set(cap.key, (this.busy.get(cap.key) ?? 0) + 1);
		admit({
			waitedMs: this.closedBy(now) - closedBefore,
			finish: ({ status, quota, pauseMs }) => {
				const end = this.clock.now();
				this.inFlight -= 1;
				if (cap) this.busy.set(cap.key, (this.busy.get(cap.key) ?? 1) - 1);
				this.window.answer(end, sent, quota, quota !== undefined || isSuccess(status));
				if (saysCrowded(status, quota)) this.concurrency.refused(sent.sentAt, end);
				else if (status !== undefined && status !== 429) this.concurrency.answered(endpoint, sent.sentAt, end);
				if (pauseMs) this.pausedUntil = Math.max(this.pausedUntil, end + pauseMs);
				this.serve();
			},
		});
	}

	private open(now: number): void {
		this.closedMs = this.closedBy(now);
		this.closedSince = undefined;
	}

	/** One sleeper wakes the whole line; those whose patience ends before that are told now. */
	private close(now: number, opensAt: number): void {
		this.closedSince ??= now;
		const closedMs = this.closedBy(opensAt);
		this.refuse(
			({ closedBefore, patienceMs }) => closedMs - closedBefore > patienceMs,
			new WaitEnded('tooLong', opensAt - now),
		);
		if (this.lanes.size === 0 || this.wakesAt <= opensAt) return;
		this.wakesAt = opensAt;
		void this.clock.sleep(opensAt - now).then(() => {
			if (this.wakesAt === opensAt) this.wakesAt = Infinity;
			this.serve();
		});
	}

	private closedBy(time: number): number {
		return this.closedMs + (this.closedSince === undefined ? 0 : time - this.closedSince);
	}

	/** One listener per signal, however many requests wait with it. */
	private watch(signal: AbortSignal): void {
		if (this.watched.has(signal)) return;
		this.watched.add(signal);
		const refuse = () => this.refuse((waiter) => waiter.signal === signal, new WaitEnded('cancelled', 0));
		signal.addEventListener('abort', refuse, { once: true });
	}

	private refuse(unlucky: (waiter: Waiter) => boolean, reason: WaitEnded): void {
		for (const [lane, waiters] of this.lanes) {
			const rest = waiters.filter((waiter) => !unlucky(waiter));
			if (rest.length === waiters.length) continue;
			if (rest.length > 0) this.lanes.set(lane, rest);
			else this.lanes.delete(lane);
			for (const waiter of waiters) if (unlucky(waiter)) waiter.refuse(reason);
		}
	}
}

/** A 429 that is not for want of quota, or a gateway that found nobody to answer. */
const saysCrowded = (status: number | undefined, quota: QuotaReport | undefined) =>
	status === 429 ? quota?.left !== 0 : status !== undefined && status >= 502 && status <= 504;

const isSuccess = (status: number | undefined) => status !== undefined && status >= 200 && status < 300;

const limiters = new Map<string, StoreLimiter>();

/** The one limiter of a store in this process. @param store API address and store hash */
export function limiterOf(store: string): StoreLimiter {
	let limiter = limiters.get(store);
	if (!limiter) limiters.set(store, (limiter = new StoreLimiter()));
	return limiter;
}
