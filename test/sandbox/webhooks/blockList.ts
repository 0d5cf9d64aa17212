import type { BlockListRule } from '../types';

interface Standing {
	windowStart: number;
	total: number;
	succeeded: number;
	blockedUntil: number;
	reasons: Map<string, { count: number; timestamp: number }>;
}

export interface BlockedDomain {
	destination: string;
	/** Seconds. */
	time_left: number;
	reasons: { failure_description: string; count: number; timestamp: number }[];
}

/** Domains that answered too few deliveries well and are left alone for a while. */
export class BlockList {
	private readonly domains = new Map<string, Standing>();

	isBlocked(destination: string, now: number): boolean {
		return (this.domains.get(domainOf(destination))?.blockedUntil ?? 0) > now;
	}

	/** Counts an answer. Returns true if it made the domain blocked. */
	count(destination: string, failure: string | undefined, now: number, rule: BlockListRule): boolean {
		const standing = this.standing(domainOf(destination), now, rule.windowMs);
		standing.total++;
		if (failure === undefined) standing.succeeded++;
		else {
			const reason = standing.reasons.get(failure);
			standing.reasons.set(failure, { count: (reason?.count ?? 0) + 1, timestamp: now });
		}
		const isPoor = standing.succeeded / standing.total < rule.minSuccessRatio;
		if (standing.total < rule.minDeliveries || !isPoor || standing.blockedUntil > now) return false;
		standing.blockedUntil = now + rule.blockMs;
		standing.windowStart = standing.blockedUntil;
		standing.total = standing.succeeded = 0;
		return true;
	}

	list(now: number): BlockedDomain[] {
		return [...this.domains]
			.filter(([, standing]) => standing.blockedUntil > now)
			.map(([destination, standing]) => ({
				destination,
				time_left: Math.ceil((standing.blockedUntil - now) / 1000),
				reasons: [...standing.reasons].map(([failure_description, reason]) => ({
					failure_description,
					...reason,
				})),
			}));
	}

	private standing(domain: string, now: number, windowMs: number): Standing {
		let standing = this.domains.get(domain);
		if (!standing || now >= standing.windowStart + windowMs) {
			const { blockedUntil = 0 } = standing ?? {};
			standing = { windowStart: now, total: 0, succeeded: 0, blockedUntil, reasons: new Map() };
			this.domains.set(domain, standing);
		}
		return standing;
	}
}

const domainOf = (destination: string): string => new URL(destination).origin;
