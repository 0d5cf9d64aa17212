/**
 * Randomised: lists from which rows are deleted and to which rows are added while they are read, in all styles
 * of paging, with and without filters by ID, at any moment between and during the requests.
 *
 * What is proved: a row that is in the list all the time is in the result exactly once, unless the result says
 * that it is incomplete; rows keep the list's order; the number of requests is bounded; and as long as a list
 * does not lose more between two answers than a page holds, nothing is incomplete.
 */
import fc from 'fast-check';

import type { Pagination } from '../../../nodes/BigCommerce/transport/pagination';
import type { ReadRequest } from '../../../nodes/BigCommerce/transport/types';
import type { PageQuery, Row } from './fakeList';
import { lists, ListStore } from './fakeList';

interface Change {
	/** The answer before which it happens. */
	at: number;
	deletes: number[];
	adds: number;
	/** Where rows are added: behind all others, or before them. */
	where: 'end' | 'front';
}

interface World {
	style: 'v2' | 'page' | 'cursor';
	path: string;
	rows: number;
	pageSize: number;
	changes: Change[];
}

/** Paths with what the table knows of them: filters by ID, or nothing. */
const PATHS = {
	v2: ['/v2/orders', '/v2/things'],
	page: ['/v3/catalog/products', '/v3/things'],
	cursor: ['/v3/customers'],
};

const changes = (most: number): fc.Arbitrary<Change[]> =>
	fc.uniqueArray(
		fc.record({
			at: fc.integer({ min: 1, max: 14 }),
			deletes: fc.array(fc.nat(), { maxLength: most }),
			adds: fc.nat(most),
			where: fc.constantFrom('end', 'end', 'front'),
		}),
		{ maxLength: 12, selector: ({ at }) => at },
	);

const worlds = (mostChanged: number): fc.Arbitrary<World> =>
	fc.constantFrom('v2', 'page', 'cursor').chain((style) =>
		fc.record({
			style: fc.constant(style),
			path: fc.constantFrom(...PATHS[style]),
			rows: fc.integer({ min: 0, max: 400 }),
			pageSize: fc.constantFrom(8, 25, 50),
			changes: changes(mostChanged),
		}),
	);

/** Reads the world's list while it changes. */
async function readMoving(
	{ style, path, rows: count, pageSize, changes: plan }: World,
	query: ReadRequest['query'] = {},
) {
	let rows: Row[] = Array.from({ length: count }, (_, index) => ({ id: 10_000 + index * 3 }));
	const always = new Set(rows);
	let [lowest, highest] = [10_000, 10_000 + count * 3];
	const change = ({ deletes, adds, where }: Change) => {
		for (const pick of deletes) {
			const gone = rows[pick % Math.max(1, rows.length)];
			if (!gone) continue;
			always.delete(gone);
			rows = rows.filter((row) => row !== gone);
		}
		for (let added = 0; added < adds; added++) {
			rows = where === 'end' ? [...rows, { id: (highest += 3) }] : [{ id: (lowest -= 3) }, ...rows];
		}
	};
	const store = new ListStore();
	const answer = {
		v2: lists.v2(() => rows, pageSize),
		page: lists.page(() => rows, pageSize),
		cursor: lists.cursor(() => rows),
	}[style];
	let answers = 0;
	const api = store.api((query: PageQuery) => {
		answers += 1;
		for (const each of plan) if (each.at === answers) change(each);
		return answer(query);
	});
	const result = await store.read(api, {
		request: { method: 'GET', path, query },
		pageSize,
		pagination: style satisfies Pagination,
	});
	return { result, always, requests: store.asked.length };
}

const RUNS = Number(process.env.MODEL_RUNS ?? 60) * 2;

describe('a list that changes while it is read', () => {
	it('loses no row that is there all the time, has none twice, in order, with few requests', async () => {
		await fc.assert(
			fc.asyncProperty(worlds(4), async (world) => {
				const { result, always, requests } = await readMoving(world);
				const read = result.rows.map(({ id }) => Number(id));
				expect(new Set(read).size).toBe(read.length);
				expect(result.incomplete).toBe(false);
				const kept = [...always].map(({ id }) => Number(id));
				const found = new Set(read);
				expect(kept.filter((id) => !found.has(id))).toEqual([]);
				const order = read.filter((id) => kept.includes(id));
				expect(order).toEqual([...order].sort((a, b) => a - b));
				const pages = (world.rows + 12 * 4) / world.pageSize;
				expect(requests).toBeLessThanOrEqual(8 + 5 * pages);
			}),
			{ numRuns: RUNS },
		);
	});

	it('says that it may be incomplete when it cannot keep up, and ends all the same', async () => {
		await fc.assert(
			fc.asyncProperty(worlds(200), async (world) => {
				const { result, always, requests } = await readMoving(world);
				const found = new Set(result.rows.map(({ id }) => Number(id)));
				expect(found.size).toBe(result.rows.length);
				if (!result.incomplete) expect([...always].filter(({ id }) => !found.has(Number(id)))).toEqual([]);
				const pages = (world.rows + 12 * 200) / world.pageSize;
				expect(requests).toBeLessThanOrEqual(8 + 5 * pages);
			}),
			{ numRuns: RUNS },
		);
	});

	it('small pages that the endpoint forces on it: a changed total shows that rows have moved', async () => {
		const include = fc.constant('options');
		await fc.assert(
			fc.asyncProperty(worlds(3), include, fc.boolean(), async (world, included, grows) => {
				const plan = world.changes.map((each) => ({ ...each, ...(grows ? { deletes: [] } : { adds: 0 }) }));
				const small: World = { ...world, style: 'page', path: '/v3/catalog/products', pageSize: 10, changes: plan };
				const { result, always } = await readMoving(small, { include: included });
				const found = new Set(result.rows.map(({ id }) => Number(id)));
				expect(found.size).toBe(result.rows.length);
				expect([...always].filter(({ id }) => !found.has(Number(id)))).toEqual([]);
				expect(result.incomplete).toBe(false);
			}),
			{ numRuns: RUNS / 2 },
		);
	});

	it.each<World>([
		{
			style: 'page',
			path: '/v3/things',
			rows: 100,
			pageSize: 25,
			changes: [{ at: 2, deletes: [0], adds: 1, where: 'end' }],
		},
		{
			style: 'v2',
			path: '/v2/things',
			rows: 100,
			pageSize: 25,
			changes: [{ at: 2, deletes: [0, 1, 2, 3, 4], adds: 0, where: 'end' }],
		},
		{
			style: 'page',
			path: '/v3/catalog/products',
			rows: 100,
			pageSize: 25,
			changes: [{ at: 2, deletes: Array(60).fill(0) as number[], adds: 60, where: 'end' }],
		},
	])('equal totals hide nothing: $style $path', async (world) => {
		const { result, always } = await readMoving(world);
		const found = new Set(result.rows.map(({ id }) => Number(id)));
		expect([...always].filter(({ id }) => !found.has(Number(id)))).toEqual([]);
		expect(result.incomplete).toBe(false);
	});
});
