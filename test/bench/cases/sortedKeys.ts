import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { BenchStore } from '../lab';
import { Lab } from '../lab';
import { mediansOf } from '../measure';
import { ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const RECORDS = 100;
const TIMES_EACH = 10;
const ITEMS = RECORDS * TIMES_EACH;
const RUNS = 5;
const MOST_TIMES = 1.3;
const LATENCY_MS = 50;

/** Has no factor in common with the number of items, so that each of them comes once. */
const STRIDE = 617;

interface Case {
	name: string;
	firstId: number;
	parameters: INodeParameters;
}

const byId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

const CASES: readonly Case[] = [
	{
		name: '1,000 updates of 100 orders, a call each',
		firstId: 100,
		parameters: {
			resource: 'order',
			operation: 'update',
			order_id: byId,
			additionalFields: { staff_notes: '=Checked {{ $json.time }}' },
		},
	},
	{
		name: '1,000 updates of 100 products, in batches',
		firstId: 1,
		parameters: {
			resource: 'product',
			operation: 'update',
			product_id: byId,
			additionalFields: { sort_order: '={{ $json.time }}' },
		},
	},
];

/** All items of a record stand one after the other. */
const sortedItems = (firstId: number): IDataObject[] =>
	Array.from({ length: ITEMS }, (_, index) => ({
		id: firstId + Math.floor(index / TIMES_EACH),
		time: index % TIMES_EACH,
	}));

const shuffled = (items: readonly IDataObject[]): IDataObject[] =>
	items.map((_, index) => items[(index * STRIDE) % items.length]!);

async function compare(store: BenchStore, { name, firstId, parameters }: Case): Promise<Row> {
	return await Lab.during(async (lab) => {
		const sorted = sortedItems(firstId);
		const inputs = { ours: sorted, peer: shuffled(sorted) };
		const runner = lab.runner();
		const measure = (which: keyof typeof inputs) => async () => {
			const { failed, seconds } = await runner.run(ours(store, parameters, inputs[which]));
			if (failed > 0) throw new Error(`${name}: ${failed} items failed`);
			return seconds;
		};
		const measures = { ours: measure('ours'), peer: measure('peer') };
		await mediansOf(1, measures);
		const { ours: inOrder, peer: mixed } = await mediansOf(RUNS, measures);
		return row({
			name: `${name}, sorted by record; limit: shuffled`,
			unit: 's',
			ours: inOrder,
			limit: mixed,
			toReach: `at most ${MOST_TIMES} times the limit`,
			reached: ({ ofLimit }) => ofLimit >= 1 / MOST_TIMES,
		});
	});
}

/** Items about the same record go one after the other; those that stand side by side must not keep the others back. */
export async function sortedKeys(): Promise<Row[]> {
	return await Lab.during(async (lab) => {
		const options = { orders: RECORDS, products: RECORDS, latencyMs: LATENCY_MS };
		const store = await lab.store({ plan: 'unlimited', ...options });
		const rows: Row[] = [];
		for (const each of CASES) rows.push(await compare(store, each));
		return rows;
	});
}
