interface Pause {
	from: number;
	until: number;
}

/** Pauses that the store has asked for at single endpoints (503 with Retry-After); others go on meanwhile. */
export class EndpointPauses {
	private readonly pauses = new Map<string, Pause>();

	get isEmpty(): boolean {
		return this.pauses.size === 0;
	}

	pause(endpoint: string, now: number, ms: number): void {
		for (const [each, { until }] of this.pauses) if (until <= now) this.pauses.delete(each);
		const pause = this.pauses.get(endpoint);
		this.pauses.set(endpoint, { from: pause?.from ?? now, until: Math.max(pause?.until ?? 0, now + ms) });
	}

	/** When requests to the endpoint may leave again; a time gone by when they may now. */
	opensAt(endpoint: string): number {
		return this.pauses.get(endpoint)?.until ?? -Infinity;
	}

	/** How long the pause has kept back a request that came at `since`, until `now`. */
	waited(endpoint: string, since: number, now: number): number {
		const pause = this.pauses.get(endpoint);
		return pause ? Math.max(0, Math.min(pause.until, now) - Math.max(pause.from, since)) : 0;
	}
}
