import type { QuotaReport } from './quotaReport';
import { DEFAULT_WINDOW_MS } from './quotaReport';

/** One request as the window needs to know it. */
export interface SentRequest {
	sentAt: number;
	/** Requests that had been answered when this one left. */
	answeredBefore: number;
}

interface Range {
	from: number;
	by: number;
}

/** The store's clock and ours may round differently; this much later than stated we believe in a new window. */
const MARGIN_MS = 20;

/**
 * How many requests may still be sent in the current window.
 *
 * Within a window the store only counts down, so the smallest figure that it has stated is its latest. All
 * requests behind that figure may come on top: those under way, and those whose answers did not tell.
 * Hence `left - inFlight - untold` never promises more than there is, in whatever order the answers come,
 * as long as no other app spends; what others spend shows in the next figure.
 *
 * Each answer places the window's end between two times: the store wrote its "milliseconds left" after the
 * request was sent and before the answer came. Where these ranges overlap, answers speak of the same window.
 * It does not matter whether windows follow one another or open with the first request.
 */
export class QuotaWindow {
	/** The smallest figure stated in this window, or the whole quota as long as nothing has been stated in it. */
	private left = Infinity;
	private stated = false;
	/** Requests sent from then on are counted in this window or a later one. */
	private begunBy = -Infinity;
	/** The window ends between these times; -Infinity: no answer has ever told when windows end. */
	private endsFrom = -Infinity;
	private endsBy = Infinity;
	/** Whether an answer told of this end, or at least came in this window, so that it lasts no longer from then. */
	private endIs: 'told' | 'counted' | 'assumed' = 'assumed';
	private windowMs = DEFAULT_WINDOW_MS;
	private quota = 1;
	private sent = 0;
	private answered = 0;
	/** Answered requests that `left` may not include. */
	private untold: Array<{ order: number; at: number }> = [];

	/** Requests that may be sent now; `Infinity` while the store has not told of a quota. */
	budget(now: number): number {
		this.renewIfOver(now);
		return this.left - (this.sent - this.answered) - this.untold.length;
	}

	/** When the next window begins at the latest; only meaningful while `budget` is finite. */
	get resetsAt(): number {
		return this.endsBy + MARGIN_MS;
	}

	send(now: number): SentRequest {
		this.renewIfOver(now);
		this.sent += 1;
		return { sentAt: now, answeredBefore: this.answered };
	}

	/**
	 * Must be called once per request, also when no answer came or it told nothing.
	 * @param isServed whether the store did what was asked, so that it has counted the request even if it told nothing
	 */
	answer(now: number, request: SentRequest, report?: QuotaReport, isServed = false): void {
		this.renewIfOver(now);
		this.answered += 1;
		if (report) this.learn(now, report);
		const end = report && this.endOf(now, request, report);
		const window = report ? this.windowOf(now, request, end) : 'unknown';
		if (window === 'last') return;
		if (window === 'unknown' && this.left !== Infinity) this.untold.push({ order: this.answered, at: now });
		this.setEnd(now, request, window, end, isServed || report !== undefined);
		if (!report || window === 'unknown') return;
		if (window === 'next' || !this.stated) this.start(now, request, report.left);
		else this.continue(request, report.left);
	}

	private learn(now: number, { quota, windowMs, resetMs = 0, left }: QuotaReport): void {
		this.quota = quota ?? Math.max(this.quota, left);
		const length = windowMs ?? Math.max(this.windowMs, resetMs);
		if (length === this.windowMs) return;
		this.windowMs = length;
		// An end that we reckoned with another length is no knowledge.
		this.endsFrom = -Infinity;
		this.endsBy = now + length;
		this.endIs = 'assumed';
	}

	/** When the window of this answer ends; `undefined` when it does not tell, or came too late to be sure. */
	private endOf(now: number, { sentAt }: SentRequest, { resetMs }: QuotaReport): Range | undefined {
		if (resetMs === undefined || now - sentAt > this.windowMs / 3) return undefined;
		return { from: sentAt + resetMs, by: now + resetMs };
	}

	/** Which window the request was counted in, as seen from the current one. */
	private windowOf(
		now: number,
		{ sentAt }: SentRequest,
		end: Range | undefined,
	): 'last' | 'current' | 'next' | 'unknown' {
		if (this.left === Infinity) return 'next';
		const sentInIt = sentAt >= this.begunBy;
		if (!end) return this.endsFrom === -Infinity || (sentInIt && now < this.endsFrom) ? 'current' : 'unknown';
		const isBefore = end.by < this.endsFrom - MARGIN_MS;
		if (isBefore) return sentInIt ? 'next' : 'last'; // sent in it, yet of an earlier end: we were wrong
		return this.endIs === 'told' && end.from <= this.endsBy + MARGIN_MS ? 'current' : 'next';
	}

	private setEnd(
		now: number,
		{ sentAt }: SentRequest,
		window: 'current' | 'next' | 'unknown',
		end: Range | undefined,
		isCounted: boolean,
	): void {
		if (window === 'next' && end) {
			this.begunBy = end.by - this.windowMs;
			this.endsFrom = end.from;
			this.endsBy = end.by;
			this.endIs = 'told';
		} else if (end) {
			this.endsFrom = Math.max(this.endsFrom, end.from);
			this.endsBy = Math.min(this.endsBy, end.by);
		} else if (this.endIs === 'assumed' && sentAt >= this.begunBy) {
			this.endsBy = now + this.windowMs;
			// A request that the store may never have seen has opened no window.
			if (isCounted) this.endIs = 'counted';
		}
	}

	/** The first figure of a window: all that was answered since its request left may come on top. */
	private start(now: number, { answeredBefore }: SentRequest, left: number): void {
		this.left = left;
		this.stated = true;
		const length = this.answered - 1 - answeredBefore;
		this.untold = Array.from({ length }, (_, index) => ({ order: answeredBefore + 1 + index, at: now }));
	}

	private continue({ answeredBefore }: SentRequest, left: number): void {
		this.left = Math.min(this.left, left);
		this.untold = this.untold.filter(({ order }) => order > answeredBefore);
	}

	/** Nobody tells when a window begins: by the clock alone it begins with the whole quota. */
	private renewIfOver(now: number): void {
		if (this.left === Infinity || now < this.resetsAt) return;
		// What was answered after the earliest possible end may have been counted in the new window.
		const over = this.endsFrom === -Infinity ? this.endsBy : this.endsFrom;
		this.untold = this.untold.filter(({ at }) => at >= over && at > now - this.windowMs);
		this.left = this.quota;
		this.stated = false;
		this.begunBy = now;
		if (this.endsFrom !== -Infinity) this.endsFrom = Math.max(this.endsFrom + this.windowMs, now);
		this.endsBy = now + this.windowMs;
		this.endIs = 'assumed';
	}
}
