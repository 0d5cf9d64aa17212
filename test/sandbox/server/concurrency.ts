/** Counts the requests under way for each endpoint, up to its cap. */
export class ConcurrencyCaps {
	private readonly underWay = new Map<string, number>();

	/** Lets a request in; undefined when the cap is reached, else the function that lets it out. */
	enter(endpoint: string, cap: number | undefined): (() => void) | undefined {
		if (cap === undefined) return () => undefined;
		const count = this.underWay.get(endpoint) ?? 0;
		if (count >= cap) return undefined;
		this.underWay.set(endpoint, count + 1);
		return () => this.underWay.set(endpoint, (this.underWay.get(endpoint) ?? 1) - 1);
	}
}
