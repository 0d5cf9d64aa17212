const START = 8;
const MOST = 48;
/** Answers of an endpoint that are judged together, by the fastest of them: load slows every answer down. */
const ROUND = 10;
/** A round this many times slower than usual means that the store is getting crowded. */
const SLOW_FACTOR = 2;
/** Differences below this are the network's, not the store's. */
const SLOW_FLOOR_MS = 100;
const ENDPOINTS_REMEMBERED = 200;

interface Pace {
	usualMs: number;
	fastestMs: number;
	answers: number;
}

/**
 * How many requests may be under way at once: doubles per round trip at first, then grows by one,
 * and shrinks when the store pushes back or its answers become slow (additive increase,
 * multiplicative decrease, as in TCP).
 */
export class Concurrency {
	private exact = START;
	private threshold = Infinity;
	private shrunkAt = -Infinity;
	private readonly paces = new Map<string, Pace>();

	get limit(): number {
		return Math.floor(this.exact);
	}

	/**
	 * @param endpoint answers are compared with others of the same endpoint only
	 * @param sentAt,now clock times in milliseconds
	 */
	answered(endpoint: string, sentAt: number, now: number): void {
		if (this.crowded(endpoint, now - sentAt)) this.shrink(sentAt, now, 0.8);
		else this.exact = Math.min(MOST, this.exact + (this.exact < this.threshold ? 1 : 1 / this.exact));
	}

	/** The store refused for being too busy. */
	refused(sentAt: number, now: number): void {
		this.shrink(sentAt, now, 0.5);
	}

	private shrink(sentAt: number, now: number, factor: number): void {
		// All requests that left before the last cut tell of the same crowd: one cut is enough.
		if (sentAt < this.shrunkAt) return;
		this.exact = Math.max(1, this.exact * factor);
		this.threshold = this.exact;
		this.shrunkAt = now;
	}

	private crowded(endpoint: string, tookMs: number): boolean {
		const pace = this.paceOf(endpoint);
		pace.fastestMs = Math.min(pace.fastestMs, tookMs);
		pace.answers += 1;
		if (pace.answers < ROUND) return false;
		const { usualMs, fastestMs } = pace;
		pace.answers = 0;
		pace.fastestMs = Infinity;
		// What stays slow becomes the usual in time.
		pace.usualMs = fastestMs < usualMs ? fastestMs : usualMs * 0.9 + fastestMs * 0.1;
		return fastestMs > usualMs * SLOW_FACTOR + SLOW_FLOOR_MS;
	}

	private paceOf(endpoint: string): Pace {
		let pace = this.paces.get(endpoint);
		if (!pace) {
			if (this.paces.size >= ENDPOINTS_REMEMBERED) this.paces.clear();
			this.paces.set(endpoint, (pace = { usualMs: Infinity, fastestMs: Infinity, answers: 0 }));
		}
		return pace;
	}
}
