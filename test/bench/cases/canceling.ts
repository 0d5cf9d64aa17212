import type { INodeParameters } from 'n8n-workflow';

import type { SandboxOptions } from '../../sandbox';
import { Lab } from '../lab';
import { medianOf } from '../measure';
import { ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const RUNS = 5;
const ABORT_AFTER_MS = 1000;

const all = (resource: string): INodeParameters => ({
	resource,
	operation: 'getAll',
	returnAll: true,
	simplify: false,
});

interface Case {
	name: string;
	store: SandboxOptions;
	/** Share of the quota that others have spent. */
	spent: number;
	parameters: INodeParameters;
}

const CASES: readonly Case[] = [
	{
		name: 'Canceling while all wait for the quota: until the node has ended',
		store: { plan: 'standard', products: 100 },
		spent: 1,
		parameters: all('product'),
	},
	{
		name: 'Canceling while 100,000 orders are read, 500 ms latency: until the node has ended',
		store: { plan: 'unlimited', orders: 100_000, latencyMs: 500 },
		spent: 0,
		parameters: all('order'),
	},
];

/** How long a canceled execution goes on. */
export async function canceling(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { name, store: options, spent, parameters } of CASES) {
		rows.push(
			await Lab.during(async (lab) => {
				const store = await lab.store(options);
				await store.reserve(spent);
				const runner = lab.runner();
				const seconds = await medianOf(RUNS, async () => {
					const run = await runner.run({ ...ours(store, parameters), abortAfterMs: ABORT_AFTER_MS });
					return run.seconds - ABORT_AFTER_MS / 1000;
				});
				return row({
					name,
					unit: 's',
					ours: seconds,
					toReach: 'within 1 s',
					reached: () => seconds >= 0 && seconds < 1,
				});
			}),
		);
	}
	return rows;
}
