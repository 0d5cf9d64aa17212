import type { BenchStore } from '../lab';
import { Lab } from '../lab';
import { median } from '../measure';
import { allOf, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const ITEMS = 10_000;
const RUNS = 3;
const MOST_TIMES = 1.3;

/** The sandbox store's texts are one line; that of a real product fills a page. */
const DESCRIPTION_LENGTH = 2500;

/** What products as the store gives them become: each gets a new price. */
const parameters = {
	resource: 'product',
	operation: 'update',
	product_id: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	price: '={{ $json.price + 1 }}',
	additionalFields: { is_visible: '={{ $json.is_visible }}', search_keywords: '={{ $json.name }}' },
};

async function use(store: BenchStore) {
	return await Lab.during(async (lab) => {
		const { credential } = ours(store, parameters);
		const run = await lab.runner().heap({
			list: allOf('product'),
			descriptionLength: DESCRIPTION_LENGTH,
			parameters,
			credential: credential!,
		});
		if (run.items !== ITEMS) throw new Error(`${run.items} items instead of ${ITEMS}`);
		return run;
	});
}

/** What a run keeps in memory besides its input. */
export async function heap(): Promise<Row[]> {
	return await Lab.during(async (lab) => {
		const store = await lab.store({ plan: 'unlimited', products: ITEMS });
		const runs = [];
		for (let run = 0; run < RUNS; run++) runs.push(await use(store));
		return [
			row({
				name: '10,000 products with descriptions of 2,500 characters updated: peak of the heap; limit: the input alone',
				unit: 'MB',
				ours: median(runs.map(({ peakMb }) => peakMb)),
				limit: median(runs.map(({ inputMb }) => inputMb)),
				toReach: `under ${MOST_TIMES} times the limit`,
				reached: ({ ofLimit }) => ofLimit > 1 / MOST_TIMES,
			}),
		];
	});
}
