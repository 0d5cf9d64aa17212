import type { Admission, Permit } from './admission';
import { WaitEnded } from './admission';
import type { Clock } from './clock';
import { systemClock } from './clock';
import { Concurrency } from './concurrency';
import { EndpointPauses } from './pauses';
import type { QuotaReport } from './quotaReport';
import { QuotaWindow } from './quotaWindow';

interface Waiter extends Admission {
	cameAt: number;
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
	private readonly pauses = new EndpointPauses();
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
			if (signal?.aborted) return refuse(new WaitEnded('cancelled'));
			const cameAt = this.clock.now();
			const waiter = { ...admission, cameAt, closedBefore: this.closedBy(cameAt), admit, refuse };
			const line = this.lanes.get(lane);
			if (line) line.push(waiter);
			else this.lanes.set(lane, [waiter]);
			if (this.pauses.opensAt(waiter.endpoint) > cameAt) this.turnAwayImpatient(waiter.endpoint, cameAt);
			this.serve();
		});
	}

	/** Sends away all requests of a lane that still wait; those under way run to their end. */
	withdraw(lane: object): void {
		this.refuse(
			(waiter) => waiter.lane === lane,
			() => new WaitEnded('held'),
		);
	}

	private serve(): void {
		while (this.lanes.size > 0 && this.inFlight < this.concurrency.limit) {
			const now = this.clock.now();
			const opensAt = Math.max(this.pausedUntil, this.window.budget(now) > 0 ? now : this.window.resetsAt);
			if (opensAt > now) return this.close(now, opensAt);
			this.open(now);
			const waiter = this.next(now);
			// All wait for a place at a capped endpoint, which the next answer frees, or for the end of a pause.
			if (!waiter) return this.awaitPauses(now);
			this.grant(waiter, now);
		}
	}

	/** Takes the first waiter that may go; its lane moves to the end of the line. */
	private next(now: number): Waiter | undefined {
		for (const [lane, waiters] of this.lanes) {
			const index = waiters.findIndex(
				({ cap, endpoint }) =>
					(!cap || (this.busy.get(cap.key) ?? 0) < cap.most) && this.pauses.opensAt(endpoint) <= now,
			);
			if (index < 0) continue;
			const [waiter] = waiters.splice(index, 1);
			this.lanes.delete(lane);
			if (waiters.length > 0) this.lanes.set(lane, waiters);
			return waiter;
		}
		return undefined;
	}

	private grant(waiter: Waiter, now: number): void {
		const { cap, endpoint, admit } = waiter;
		const sent = this.window.send(now);
		this.inFlight += 1;
		if (cap) this.busy.set(cap.key, (this.busy.get(cap.key) ?? 0) + 1);
		admit({
			waitedMs: this.waited(waiter, this.closedBy(now), now),
			finish: ({ status, quota, pauseMs }) => {
				const end = this.clock.now();
				this.inFlight -= 1;
				if (cap) this.busy.set(cap.key, (this.busy.get(cap.key) ?? 1) - 1);
				this.window.answer(end, sent, quota, isSuccess(status));
				if (saysCrowded(status, quota)) this.concurrency.refused(sent.sentAt, end);
				else if (status !== undefined && status !== 429) this.concurrency.answered(endpoint, sent.sentAt, end);
				if (pauseMs && status === 503) {
					this.pauses.pause(endpoint, end, pauseMs);
					this.turnAwayImpatient(endpoint, end);
				} else if (pauseMs) this.pausedUntil = Math.max(this.pausedUntil, end + pauseMs);
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
			(waiter) => this.waited(waiter, closedMs, opensAt) > waiter.patienceMs,
			() => new WaitEnded('tooLong', opensAt - now),
		);
		this.wakeAt(now, opensAt);
	}

	/** Tells those who wait for an endpoint that pauses, and whose patience ends before it opens. */
	private turnAwayImpatient(endpoint: string, now: number): void {
		const opensAt = this.pauses.opensAt(endpoint);
		const closedMs = this.closedBy(opensAt);
		this.refuse(
			(waiter) => waiter.endpoint === endpoint && this.waited(waiter, closedMs, opensAt) > waiter.patienceMs,
			() => new WaitEnded('tooLong', opensAt - now, 'endpoint'),
		);
	}

	/** Where nobody may go before a pause ends: wakes the line when the first one does. */
	private awaitPauses(now: number): void {
		let opensAt = Infinity;
		for (const waiters of this.lanes.values()) {
			for (const { endpoint } of waiters) {
				const time = this.pauses.opensAt(endpoint);
				if (time > now) opensAt = Math.min(opensAt, time);
			}
		}
		if (opensAt < Infinity) this.wakeAt(now, opensAt);
	}

	private wakeAt(now: number, time: number): void {
		if (this.lanes.size === 0 || this.wakesAt <= time) return;
		this.wakesAt = time;
		void this.clock.sleep(time - now).then(() => {
			if (this.wakesAt === time) this.wakesAt = Infinity;
			this.serve();
		});
	}

	/**
	 * How long quota and pauses have kept a request back, by that time.
	 * @param closedMs for how long, by that time, the quota has kept back anybody
	 */
	private waited({ closedBefore, endpoint, cameAt }: Waiter, closedMs: number, time: number): number {
		const closed = closedMs - closedBefore;
		return this.pauses.isEmpty ? closed : Math.min(closed + this.pauses.waited(endpoint, cameAt, time), time - cameAt);
	}

	private closedBy(time: number): number {
		return this.closedMs + (this.closedSince === undefined ? 0 : time - this.closedSince);
	}

	/** One listener per signal, however many requests wait with it. */
	private watch(signal: AbortSignal): void {
		if (this.watched.has(signal)) return;
		this.watched.add(signal);
		const refuse = () =>
			this.refuse(
				(waiter) => waiter.signal === signal,
				() => new WaitEnded('cancelled'),
			);
		signal.addEventListener('abort', refuse, { once: true });
	}

	private refuse(unlucky: (waiter: Waiter) => boolean, reason: () => WaitEnded): void {
		for (const [lane, waiters] of this.lanes) {
			if (!waiters.some(unlucky)) continue;
			const rest = waiters.filter((waiter) => !unlucky(waiter));
			if (rest.length > 0) this.lanes.set(lane, rest);
			else this.lanes.delete(lane);
			for (const waiter of waiters) if (unlucky(waiter)) waiter.refuse(reason());
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
