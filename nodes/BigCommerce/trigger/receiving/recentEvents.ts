import type { IWebhookFunctions } from 'n8n-workflow';

/**
 * Events taken in last, at most a given number of names. It is exact: everything that decides runs without a
 * pause in between.
 */
export class RecentEvents {
	/** Whether the delivery that brought an event was acknowledged, by name. A map keeps its order: the first is the oldest. */
	private readonly outcomes = new Map<string, Promise<boolean>>();

	/**
	 * A delivery whose twin is still under way waits for the outcome of the twin: if n8n could not take the
	 * twin in, this one is needed.
	 *
	 * @param names of one event; one that is known is enough to know it again
	 * @param most how many names to remember
	 * @param acknowledged whether the delivery at hand was acknowledged in the end; if not, its event is forgotten
	 * @returns whether the event is new
	 */
	async add(names: readonly string[], most: number, acknowledged: Promise<boolean>): Promise<boolean> {
		for (let twin = this.find(names); twin; twin = this.find(names)) {
			if (await twin) return false;
		}
		const outcome: Promise<boolean> = acknowledged.then((isAcknowledged) => {
			if (!isAcknowledged) this.forget(names, outcome);
			return isAcknowledged;
		});
		for (const name of names) this.outcomes.set(name, outcome);
		for (const name of this.outcomes.keys()) {
			if (this.outcomes.size <= most) break;
			this.outcomes.delete(name);
		}
		return true;
	}

	private find(names: readonly string[]): Promise<boolean> | undefined {
		return names.map((name) => this.outcomes.get(name)).find((outcome) => outcome !== undefined);
	}

	private forget(names: readonly string[], outcome: Promise<boolean>): void {
		for (const name of names) if (this.outcomes.get(name) === outcome) this.outcomes.delete(name);
	}
}

const nodes = new Map<string, RecentEvents>();

/** Events that this process has taken in for a node. */
export function recentEventsOf(context: IWebhookFunctions): RecentEvents {
	const key = `${context.getWorkflow().id} ${context.getNode().id}`;
	let recent = nodes.get(key);
	if (!recent) nodes.set(key, (recent = new RecentEvents()));
	return recent;
}
