import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Lab } from '../lab';
import { median } from '../measure';
import type { PlanningCost } from '../planning';
import type { Row } from '../report';
import { row } from '../report';

const ITEMS = 10_000;
const RUNS = 7;
const MOST_TIMES = 1.25;
const LONGEST_BLOCK_MS = 100;

const byId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

const OPERATIONS: Record<string, INodeParameters> = {
	'Product Update': {
		resource: 'product',
		operation: 'update',
		product_id: byId,
		name: '={{ $json.name }}',
		price: '={{ $json.price }}',
		sku: '={{ $json.code }}',
		additionalFields: { is_visible: '={{ $json.on }}', inventory_level: '={{ $json.stock }}', condition: 'New' },
	},
	'Coupon Update': {
		resource: 'coupon',
		operation: 'update',
		id: byId,
		name: '={{ $json.name }}',
		code: '={{ $json.code }}',
		amount: '={{ $json.price }}',
		additionalFields: { enabled: '={{ $json.on }}', expires: '={{ $json.until }}', max_uses: '={{ $json.stock }}' },
	},
};

/** Cells as a sheet has them: texts. */
const items: IDataObject[] = Array.from({ length: ITEMS }, (_, index) => ({
	id: String(index + 1),
	name: `Number ${index}`,
	code: `CODE-${index}`,
	price: `${index % 90}.50`,
	on: index % 2 === 0 ? 'yes' : 'no',
	stock: String(index),
	until: '2030-12-31',
}));

function rowsOf(operation: string, costs: readonly PlanningCost[]): Row[] {
	const of = (figure: (cost: PlanningCost) => number): number => median(costs.map(figure));
	const name = `10,000 items of ${operation} planned`;
	return [
		row({
			name: `${name}, several fields by expression; limit: n8n evaluating the expressions alone`,
			unit: 's of processor time',
			ours: of(({ planning }) => planning),
			limit: of(({ planning }) => planning) / of(({ planning, evaluating }) => planning / evaluating),
			toReach: `at most ${MOST_TIMES} times the limit`,
			reached: ({ ofLimit }) => ofLimit >= 1 / MOST_TIMES,
		}),
		row({
			name: `${name}: longest time for which nothing else goes on`,
			unit: 'ms',
			ours: of(({ longestBlockMs }) => longestBlockMs),
			toReach: `at most ${LONGEST_BLOCK_MS} ms`,
			reached: ({ ours }) => ours <= LONGEST_BLOCK_MS,
		}),
		row({
			name: `${name}: evaluations of each expression`,
			unit: 'per item',
			ours: Math.max(...costs.map(({ evaluations }) => evaluations)),
			toReach: 'one',
			reached: ({ ours }) => ours === 1,
		}),
	];
}

/** What understanding the items costs before the first request leaves. */
export async function planning(): Promise<Row[]> {
	return await Lab.during(async (lab) => {
		const runner = lab.runner();
		const rows: Row[] = [];
		for (const [name, parameters] of Object.entries(OPERATIONS)) {
			const costs: PlanningCost[] = [];
			for (let run = 0; run < RUNS; run++) costs.push(await runner.planning({ parameters, items }, run % 2 === 0));
			rows.push(...rowsOf(name, costs));
		}
		return rows;
	});
}
