import { allOver, readExecutions } from './executions';
import type { World } from './world';
import { BEHIND, SCOPE } from './world';

const BURSTS = 10;
const BURST_TIMEOUT_MS = 180_000;
const RETRIES = 20;
/** BigCommerce waits a minute at first. */
const RETRY_DELAY_MS = 10_000;

export interface ExactlyOnce {
	events: number;
	/** Requests that the store sent for them, of which so many repeated an earlier one. */
	deliveries: number;
	repeated: number;
	/** Requests that n8n did not take while it was restarted, sent again by the store. */
	refused: number;
	lost: number;
	doubled: number;
	executions: Record<string, number>;
	seconds: number;
}

/**
 * Bursts of signed deliveries, a tenth of them doubled, in random order, and a graceful restart of n8n in the
 * middle of a burst; after it a part of what came before it is delivered once more.
 */
export async function exactlyOnce(world: World, workflowId: string, events: number): Promise<ExactlyOnce> {
	const { store, n8n } = world;
	const retryDelaysMs = Array<number>(RETRIES).fill(RETRY_DELAY_MS);
	await store.configure({ duplicateRatio: 0.1, shuffle: true, retryDelaysMs, blockList: false });
	const started = Date.now();
	const size = Math.ceil(events / BURSTS);
	for (let burst = 0; burst < BURSTS; burst++) {
		const ids = Array.from({ length: Math.min(size, events - burst * size) }, (_, index) => burst * size + index + 1);
		await store.burst(SCOPE, ids);
		if (burst === BURSTS / 2) await restartAmid(world, size);
		await store.delivered(2 * size, BURST_TIMEOUT_MS);
		console.error(`${(burst + 1) * size} events, ${Math.round((Date.now() - started) / 1000)} s`);
	}
	await allOver(world.rest, workflowId);

	const deliveries = await store.deliveries(3 * events);
	const { statuses, reached } = await readExecutions(n8n, workflowId, BEHIND);
	const times = Array.from({ length: events }, (_, index) => reached.get(index + 1) ?? 0);
	return {
		events,
		deliveries: deliveries.length,
		repeated: deliveries.filter(({ duplicate }) => duplicate).length,
		refused: deliveries.flatMap(({ attempts }) => attempts).filter(({ status }) => status < 200 || status >= 300)
			.length,
		lost: times.filter((count) => count === 0).length,
		doubled: times.filter((count) => count > 1).length,
		executions: statuses,
		seconds: Math.round((Date.now() - started) / 1000),
	};
}

/** Restarts n8n while half of a burst is still to come, then has the store repeat some of what came before. */
async function restartAmid({ store, n8n }: World, size: number): Promise<void> {
	let early: number[] = [];
	while (early.length < size / 2) {
		const deliveries = await store.deliveries(size);
		early = deliveries.filter(({ state }) => state === 'delivered').map(({ id }) => id);
	}
	await n8n.restart();
	for (const id of early.slice(0, size / 2)) await store.redeliver(id);
}
