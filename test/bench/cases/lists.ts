import type { SandboxOptions } from '../../sandbox';
import { Lab } from '../lab';
import { mediansOf } from '../measure';
import { allOf, byPageNumber, httpRequest, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

interface List {
	name: string;
	store: SandboxOptions;
	resource: string;
	path: string;
	/** Of the HTTP Request node: whether a page is the last. */
	complete: string;
	timesFaster: number;
}

const ROWS = 10_000;
const LATENCY_MS = 50;
const RUNS = 7;

const LISTS: readonly List[] = [
	{
		name: 'Return All 10,000 products, 50 ms latency, no quota',
		store: { products: ROWS },
		resource: 'product',
		path: '/v3/catalog/products',
		complete: '={{ $response.body.meta.pagination.current_page >= $response.body.meta.pagination.total_pages }}',
		timesFaster: 6,
	},
	{
		name: 'Return All 10,000 orders (v2, no total in the answer), 50 ms latency, no quota',
		store: { orders: ROWS },
		resource: 'order',
		path: '/v2/orders',
		complete: '={{ $response.statusCode === 204 || $response.body.length < 250 }}',
		timesFaster: 5,
	},
];

async function readList({ name, store: options, resource, path, complete, timesFaster }: List): Promise<Row> {
	return await Lab.during(async (lab) => {
		const store = await lab.store({ plan: 'unlimited', latencyMs: LATENCY_MS, ...options });
		const request = { method: 'GET', path, query: { limit: '250' }, options: byPageNumber(complete) };
		const runs = {
			ours: ours(store, allOf(resource)),
			peer: { node: 'peer' as const, parameters: httpRequest(store, request) },
		};
		const measure = (node: 'ours' | 'peer') => {
			const runner = lab.runner();
			return async () => {
				const { rows, seconds } = await runner.run(runs[node]);
				// The page behind the last may be one empty item of the HTTP Request node.
				if (rows < ROWS || rows > ROWS + 1) throw new Error(`${node} read ${rows} rows instead of ${ROWS}`);
				return seconds;
			};
		};
		const measures = { ours: measure('ours'), peer: measure('peer') };
		await mediansOf(1, measures); // an n8n has been running for a while
		return row({
			name,
			unit: 's',
			...(await mediansOf(RUNS, measures)),
			toReach: `${timesFaster} times faster`,
			reached: ({ ratio }) => ratio >= timesFaster,
		});
	});
}

/** Long lists, and how many times faster they are read than page by page. */
export async function lists(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const list of LISTS) rows.push(await readList(list));
	return rows;
}
