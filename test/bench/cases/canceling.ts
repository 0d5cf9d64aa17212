import type { SandboxOptions } from '../../sandbox';
import { Lab } from '../lab';
import { medianOf } from '../measure';
import { allOf, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const RUNS = 5;
const ABORT_AFTER_MS = 1000;

interface Case {
	name: string;
	store: SandboxOptions;
	/** Share of the quota that others have spent. */
	spent: number;
	resource: string;
}

const CASES: readonly Case[] = [
	{
		name: 'Canceling while all wait for the quota: until the node has ended',
		store: { plan: 'standard', products: 100 },
		spent: 1,
		resource: 'product',
	},
	{
		name: 'Canceling while 100,000 orders are read, 500 ms latency: until the node has ended',
		store: { plan: 'unlimited', orders: 100_000, latencyMs: 500 },
		spent: 0,
		resource: 'order',
	},
];

/** How long a canceled execution goes on. */
export async function canceling(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { name, store: options, spent, resource } of CASES) {
		rows.push(
			await Lab.during(async (lab) => {
				const store = await lab.store(options);
				await store.reserve(spent);
				const runner = lab.runner();
				const took = await medianOf(RUNS, async () => {
					const run = await runner.run({ ...ours(store, allOf(resource)), abortAfterMs: ABORT_AFTER_MS });
					return run.seconds - ABORT_AFTER_MS / 1000;
				});
				return row({
					name,
					unit: 's',
					ours: took,
					toReach: 'within 1 s',
					// Less than nothing: it had ended before it was canceled.
					reached: () => took >= 0 && took < 1,
				});
			}),
		);
	}
	return rows;
}
