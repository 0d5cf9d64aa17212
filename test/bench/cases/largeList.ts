import type { INodeParameters } from 'n8n-workflow';

import type { NodeRun } from '../nodeProcess';
import { Lab } from '../lab';
import { medianOf } from '../measure';
import { byPageNumber, httpRequest, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const ROWS = 100_000;
const TENTH = ROWS / 10;
const RUNS = 3;
const LATENCY_MS = 50;

/** 100,000 products: ten times as many rows take ten times as long, in no more memory than they need. */
export async function largeList(): Promise<Row[]> {
	return await Lab.during(async (lab) => {
		const store = await lab.store({ plan: 'unlimited', latencyMs: LATENCY_MS, products: ROWS });
		const list: INodeParameters = { resource: 'product', operation: 'getAll', simplify: false };
		const all = ours(store, { ...list, returnAll: true });
		const tenth = ours(store, { ...list, returnAll: false, limit: TENTH });
		const complete = '={{ $response.body.meta.pagination.current_page >= $response.body.meta.pagination.total_pages }}';
		const request = {
			method: 'GET',
			path: '/v3/catalog/products',
			query: { limit: '250' },
			options: byPageNumber(complete),
		};
		const peer: NodeRun = { node: 'peer', parameters: httpRequest(store, request) };

		/** In a process of its own: what it takes at most in memory is this run's. */
		const fresh = async (run: NodeRun) => await Lab.during(async (own) => await own.runner().run(run));
		const memory = async (run: NodeRun) =>
			await medianOf(RUNS, async () => {
				const { peakMb, rows } = await fresh(run);
				if (rows !== ROWS) throw new Error(`${run.node} read ${rows} rows instead of ${ROWS}`);
				return peakMb;
			});
		const runner = lab.runner();
		const seconds = async (run: NodeRun) => await medianOf(RUNS, async () => (await runner.run(run)).seconds);
		await runner.run(tenth);

		const peerRun = await fresh(peer);
		return [
			row({
				name: 'Return All 100,000 products, 50 ms latency, no quota; limit: ten times 10,000',
				unit: 's',
				limit: 10 * (await seconds(tenth)),
				ours: await seconds(all),
				peer: peerRun.seconds,
				toReach: 'linear: 80 % of the limit',
				reached: ({ ofLimit }) => ofLimit >= 0.8,
			}),
			row({
				name: 'Return All 100,000 products: peak memory of the process',
				unit: 'MB',
				ours: await memory(all),
				peer: peerRun.peakMb,
				toReach: 'at most 1.2 times as much',
				reached: ({ ratio }) => ratio >= 1 / 1.2,
			}),
		];
	});
}
