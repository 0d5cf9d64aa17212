import type { Clock, Plan, Quota } from '../types';

/** Requests per 30 seconds (fact: BigCommerce docs, API rate limits). */
const PLAN_QUOTA: Record<Plan, number | undefined> = {
	standard: 150,
	plus: 150,
	pro: 450,
	unlimited: undefined,
};

export interface QuotaOptions {
	plan: Plan;
	quota?: number | undefined;
	windowMs: number;
	headerCase: 'canonical' | 'lower';
	clock: Clock;
}

/** The store's request quota: a fixed window that opens with the first request. */
export class StoreQuota implements Quota {
	readonly limit: number | undefined;
	private opened = Number.NEGATIVE_INFINITY;
	private spent = 0;
	private reservedShare = 0;
	private refusals = 0;

	constructor(private readonly options: QuotaOptions) {
		this.limit = options.quota ?? PLAN_QUOTA[options.plan];
	}

	get left(): number | undefined {
		if (this.limit === undefined) return undefined;
		return this.isOpen() ? Math.max(0, this.limit - this.spent) : this.limit - this.reserved();
	}

	get resetMs(): number {
		return this.isOpen() ? this.opened + this.options.windowMs - this.options.clock.now() : 0;
	}

	get refused(): number {
		return this.refusals;
	}

	/** Takes one request from the quota; false when it is used up. */
	take(): boolean {
		const taken = this.spend(1) === 1;
		if (!taken) this.refusals++;
		return taken;
	}

	spend(n: number): number {
		if (this.limit === undefined) return n;
		this.open();
		const granted = Math.min(n, Math.max(0, this.limit - this.spent));
		this.spent += granted;
		return granted;
	}

	reserve(share: number): void {
		this.reservedShare = share;
	}

	/** The rate headers; none when there is no quota. */
	headers(): Record<string, string> {
		return this.limit === undefined ? {} : this.written(this.limit, this.left ?? 0, this.resetMs);
	}

	/** The rate headers of a spent quota, also where there is none. */
	headersWhenSpent(resetMs: number): Record<string, string> {
		return this.written(this.limit ?? PLAN_QUOTA.standard ?? 0, 0, resetMs);
	}

	private written(limit: number, left: number, resetMs: number): Record<string, string> {
		const values = {
			'X-Rate-Limit-Time-Window-Ms': this.options.windowMs,
			'X-Rate-Limit-Time-Reset-Ms': Math.max(0, Math.ceil(resetMs)),
			'X-Rate-Limit-Requests-Quota': limit,
			'X-Rate-Limit-Requests-Left': left,
		};
		return Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				this.options.headerCase === 'lower' ? name.toLowerCase() : name,
				String(value),
			]),
		);
	}

	private isOpen(): boolean {
		return this.options.clock.now() < this.opened + this.options.windowMs;
	}

	private open(): void {
		if (this.isOpen()) return;
		this.opened = this.options.clock.now();
		this.spent = this.reserved();
	}

	private reserved(): number {
		return Math.floor((this.limit ?? 0) * this.reservedShare);
	}
}
