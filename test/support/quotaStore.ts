import type { Clock } from '../../nodes/BigCommerce/transport/clock';

export interface QuotaStoreOptions {
	/** Requests per window. */
	quota: number;
	windowMs: number;
	/** Windows follow one another, or open with the first request after the last one's end; BigCommerce does not say. */
	opens: 'oneAfterTheOther' | 'withFirstRequest';
	/** How long the first window has been going on at 0 ms, where windows follow one another. */
	phaseMs: number;
}

/** What one window saw. */
export interface WindowTally {
	/** When it opened, by the store's clock. */
	openedAt: number;
	served: number;
	refused: number;
	/** Requests of other apps. */
	others: number;
}

/** The quota of a store as BigCommerce describes it: windows of a fixed length, shared by all apps. */
export class QuotaStore {
	readonly windows: WindowTally[] = [];

	constructor(
		private readonly clock: Clock,
		private readonly options: QuotaStoreOptions,
	) {}

	/** Counts one request; returns status and the four headers. */
	handle(): { status: 200 | 429; headers: Record<string, string> } {
		const { quota, windowMs } = this.options;
		const window = this.current();
		const status = this.left > 0 ? 200 : 429;
		if (status === 200) window.served += 1;
		else window.refused += 1;
		const headers = {
			'X-Rate-Limit-Requests-Left': this.left,
			'X-Rate-Limit-Requests-Quota': quota,
			'X-Rate-Limit-Time-Reset-Ms': Math.round(window.openedAt + windowMs - this.clock.now()),
			'X-Rate-Limit-Time-Window-Ms': windowMs,
		};
		return {
			status,
			headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
		};
	}

	/** Another app sends `count` requests; the quota serves as many of them as it can. */
	spend(count: number): void {
		this.current().others += Math.min(count, this.left);
	}

	get refused(): number {
		return this.windows.reduce((sum, { refused }) => sum + refused, 0);
	}

	private get left(): number {
		const { served, others } = this.current();
		return this.options.quota - served - others;
	}

	private current(): WindowTally {
		const { windowMs, opens, phaseMs } = this.options;
		const now = this.clock.now();
		const last = this.windows.at(-1);
		if (last && now < last.openedAt + windowMs) return last;
		const openedAt = opens === 'withFirstRequest' ? now : now - ((now + phaseMs) % windowMs);
		const opened = { openedAt, served: 0, refused: 0, others: 0 };
		this.windows.push(opened);
		return opened;
	}
}
