import { readList, readPage } from '../../../nodes/BigCommerce/transport/pagination';
import type { Pagination } from '../../../nodes/BigCommerce/transport/pagination';
import type { ReadRequest } from '../../../nodes/BigCommerce/transport/types';
import type { FakeAnswer } from '../../support/fakeContext';
import type { Row } from './fakeList';
import { ids, LATENCY_MS, lists, ListStore, rowsUpTo } from './fakeList';

let store: ListStore;
beforeEach(() => {
	store = new ListStore();
});

const get = (path: string, query: ReadRequest['query'] = {}): { request: ReadRequest } => ({
	request: { method: 'GET', path, query },
});

/** Answers all requests alike. */
const always = (body: unknown) => (): FakeAnswer => ({ statusCode: 200, body });

describe.each(['v2', 'page', 'cursor'] as const)('readList: %s', (pagination) => {
	it.each([0, 1, 249, 250, 251, 500, 1000, 1001, 7321])('reads %d rows, in order, each once', async (count) => {
		const rows = rowsUpTo(count);
		const result = await store.read(store.api(lists[pagination](() => rows)), { pagination });
		expect(result.rows.map(({ id }) => id)).toEqual(ids(count));
		expect(result.incomplete).toBe(false);
		expect(store.asked.length).toBeLessThanOrEqual(Math.ceil((count / 250) * 1.5) + 1);
	});

	it.each([1, 10, 250, 251, 600, 1000, 5000])('a limit of %d holds across pages', async (limit) => {
		const rows = rowsUpTo(1000);
		expect(await store.readIds(store.api(lists[pagination](() => rows)), { pagination, limit })).toEqual(
			ids(Math.min(limit, 1000)),
		);
		expect(store.asked.length).toBeLessThanOrEqual(Math.ceil(Math.min(limit, 1000) / 250) + 3);
	});

	it('asks for no more than a small limit, in one page', async () => {
		const rows = rowsUpTo(1000);
		await store.read(store.api(lists[pagination](() => rows)), { pagination, limit: 7 });
		expect(store.asked).toHaveLength(1);
		expect(store.asked[0]?.limit).toBe('7');
	});

	it('asks for nothing with a limit of 0', async () => {
		const api = store.api(lists[pagination](() => rowsUpTo(5)));
		expect(await store.readIds(api, { pagination, limit: 0 })).toEqual([]);
		expect(store.asked).toEqual([]);
	});

	it('finds the rows that are added at its end while it reads', async () => {
		const rows = rowsUpTo(1000);
		const answer = lists[pagination](() => rows);
		const api = store.api((query) => {
			if (store.asked.length >= 2 && rows.length === 1000) rows.push(...rowsUpTo(1600).slice(1000));
			return answer(query);
		});
		expect(await store.readIds(api, { pagination })).toEqual(ids(1600));
	});

	it('has the rows in the order that was asked for', async () => {
		const rows = rowsUpTo(1000);
		const reversed = [...rows].reverse();
		if (pagination === 'cursor') return;
		const api = store.api(lists[pagination](() => reversed));
		expect(await store.readIds(api, { ...get('/v3/things', { sort: 'name' }), pagination })).toEqual(
			reversed.map(({ id }) => id),
		);
	});

	it('passes the filters on with every page', async () => {
		const rows = rowsUpTo(600);
		await store.read(store.api(lists[pagination](() => rows)), { ...get('/v3/things', { name: 'a b' }), pagination });
		expect(store.asked.every(({ name }) => name === 'a b')).toBe(true);
	});

	it('fails with the page that fails, and asks for no more', async () => {
		const rows = rowsUpTo(100_000);
		const answer = lists[pagination](() => rows);
		let count = 0;
		const api = store.api((query) => (++count === 3 ? { statusCode: 422, body: { title: 'No' } } : answer(query)));
		await expect(store.read(api, { pagination })).rejects.toMatchObject({ status: 422 });
		expect(store.asked.length).toBeLessThan(60);
	});

	it('ends when the execution is stopped', async () => {
		const stop = new AbortController();
		const rows = rowsUpTo(100_000);
		const answer = lists[pagination](() => rows);
		const api = store.api((query) => {
			if (store.asked.length >= 3) stop.abort();
			return answer(query);
		}, stop.signal);
		await expect(store.read(api, { pagination })).rejects.toMatchObject({ kind: 'cancelled' });
		expect(store.asked.length).toBeLessThan(60);
	});

	it('a null among the rows is left out', async () => {
		const rows = [...rowsUpTo(3), null, ...rowsUpTo(300).slice(3)] as Row[];
		const answer = { v2: rows, page: { data: rows, meta: {} }, cursor: { data: rows, meta: {} } }[pagination];
		expect(await store.readIds(store.api(always(answer)), { pagination })).toEqual(ids(300));
	});
});

describe.each(['v2', 'page'] as const)('readList: rows without a key, %s', (pagination) => {
	it('are all kept, however alike', async () => {
		const rows = Array.from({ length: 600 }, () => ({ name: 'same' }));
		const { rows: read } = await store.read(store.api(lists[pagination](() => rows)), { pagination });
		expect(read).toHaveLength(600);
		expect(store.asked.length).toBeLessThanOrEqual(4);
	});

	it('so are rows whose key repeats within one answer, which is none then', async () => {
		const rows = Array.from({ length: 600 }, (_, index) => ({ id: index % 7, line: index }));
		const { rows: read } = await store.read(store.api(lists[pagination](() => rows)), { pagination });
		expect(read).toEqual(rows);
	});
});

describe('readList', () => {
	it.each<['page' | 'v2', number]>([
		['page', 6],
		['v2', 8],
	])('reads 10,000 rows by %s in %d round trips at most', async (pagination, roundTrips) => {
		const rows = rowsUpTo(10_000);
		await store.read(store.api(lists[pagination](() => rows)), { pagination });
		expect(store.clock.now()).toBeLessThanOrEqual(roundTrips * LATENCY_MS);
		expect(store.asked.length).toBeLessThanOrEqual(54);
	});

	it('v2: asks for few pages in vain', async () => {
		for (const pages of [3, 17, 40, 100]) {
			const own = new ListStore();
			const rows = rowsUpTo(pages * 250 - 10);
			await own.read(own.api(lists.v2(() => rows)), { pagination: 'v2' });
			expect(own.asked.length).toBeLessThanOrEqual(Math.ceil(pages * 1.45) + 1);
		}
	});

	describe('a v2 list whose length can be asked for', () => {
		const read = async (rows: number, count: number | undefined, query: ReadRequest['query'] = {}, limit?: number) => {
			store.count = count;
			const all = rowsUpTo(rows);
			return await store.readIds(store.api(lists.v2(() => all)), { ...get('/v2/orders', query), limit });
		};

		it('is read in few round trips, with no page in vain', async () => {
			expect(await read(10_000, 10_000)).toEqual(ids(10_000));
			expect(store.clock.now()).toBeLessThanOrEqual(5 * LATENCY_MS);
			expect(store.asked.length).toBeLessThanOrEqual(45);
		});

		it.each([0, 300, 9000, 50_000])('is read whole, also where the store counts %d', async (count) => {
			expect(await read(3000, count)).toEqual(ids(3000));
		});

		it('asks with the filters that the count understands, and not at all with others', async () => {
			await read(3000, 3000, { status_id: 11, sort: 'date_created', include: 'fees' });
			expect(store.counts).toEqual([{ status_id: '11' }]);
			await read(3000, 3000, { status_id: 11, is_deleted: true });
			expect(store.counts).toHaveLength(1);
		});

		it('asks for no count where a page or two are wanted, or there are no more', async () => {
			await read(3000, 3000, {}, 400);
			await read(200, 200);
			expect(store.counts).toEqual([]);
		});
	});

	it('v2: pages behind the end do not wait for a quota that is spent', async () => {
		const rows = rowsUpTo(600);
		let left = 3;
		const api = store.api((query) => {
			const { headers, ...answer } = {
				headers: {
					'X-Rate-Limit-Requests-Left': String(Math.max(0, --left)),
					'X-Rate-Limit-Requests-Quota': '3',
					'X-Rate-Limit-Time-Reset-Ms': '25000',
					'X-Rate-Limit-Time-Window-Ms': '30000',
				},
				...lists.v2(() => rows)(query),
			};
			return { ...answer, headers };
		});
		let readAfter = 0;
		const reading = readList(api, get('/v2/things')).then((list) => {
			readAfter = store.clock.now();
			return list;
		});
		await store.clock.runUntilIdle();
		expect((await reading).rows).toHaveLength(600);
		expect(readAfter).toBeLessThan(1000);
		expect(store.asked.length).toBe(3);
	});

	it('v2: a list that answers with more than was asked for is not paged', async () => {
		expect(await store.readIds(store.api(always(rowsUpTo(300))), { pagination: 'v2' })).toEqual(ids(300));
	});

	describe('what is given by hand', () => {
		it.each(['v2', 'page'] as const)('%s: page and limit say where to begin, and the page size', async (pagination) => {
			const rows = rowsUpTo(11);
			const list = { ...get('/v3/things', { page: 2, limit: 2 }), pagination };
			expect(await store.readIds(store.api(lists[pagination](() => rows)), list)).toEqual(ids(11).slice(2));
			expect(store.asked.every(({ limit }) => limit === '2')).toBe(true);
		});

		it('page=3 with the size of the endpoint begins at the 501st row, exactly', async () => {
			const rows = rowsUpTo(1234);
			const list = { ...get('/v3/things', { page: '3' }), pagination: 'page' as const };
			expect(await store.readIds(store.api(lists.page(() => rows)), list)).toEqual(ids(1234).slice(500));
		});

		it('v2: a limit above what the endpoint gives reads all the same everything', async () => {
			const rows = rowsUpTo(1000);
			expect(await store.readIds(store.api(lists.v2(() => rows)), get('/v2/orders', { limit: 500 }))).toEqual(
				ids(1000),
			);
			expect(store.asked.every(({ limit }) => Number(limit) <= 250)).toBe(true);
		});

		it('a page of a list with cursors is read by page numbers from there', async () => {
			const rows = rowsUpTo(700);
			const list = get('/v3/pricelists', { page: 2, limit: 100 });
			expect(await store.readIds(store.api(lists.page(() => rows)), list)).toEqual(ids(700).slice(100));
		});

		it('an after begins there', async () => {
			const rows = rowsUpTo(700);
			const after = Buffer.from('650').toString('base64');
			expect(await store.readIds(store.api(lists.cursor(() => rows)), get('/v3/customers', { after }))).toEqual(
				ids(700).slice(650),
			);
		});

		it('what is no number is no page', async () => {
			const list = { ...get('/v3/things', { page: 'x', limit: 'y' }), pagination: 'page' as const };
			expect(await store.readIds(store.api(lists.page(() => rowsUpTo(3))), list)).toEqual(ids(3));
		});
	});

	it.each<[keyof typeof lists, string]>([
		['v2', '/v2/things'],
		['page', '/v3/things'],
		['cursor', '/v3/things'],
	])('finds out that a list nobody knows is %s', async (kind, path) => {
		const rows = rowsUpTo(1234);
		expect(await store.readIds(store.api(lists[kind](() => rows)), get(path))).toEqual(ids(1234));
	});

	it('takes one record for a list of one where it knows nothing', async () => {
		const api = store.api(always({ data: { id: 5 }, meta: {} }));
		expect(await store.readIds(api, get('/v3/things/5'))).toEqual([5]);
	});

	describe('what the table of endpoints says', () => {
		it('sorts by ID when all is wanted and nobody asked for another order', async () => {
			const api = store.api(lists.page(() => rowsUpTo(3)));
			await store.read(api, get('/v3/catalog/products'));
			await store.read(api, { ...get('/v3/catalog/products'), limit: 2 });
			await store.read(api, get('/v3/catalog/products', { sort: 'name', direction: 'desc' }));
			expect(store.asked.map(({ sort, direction }) => [sort, direction])).toEqual([
				['id', 'asc'],
				[undefined, undefined],
				['name', 'desc'],
			]);
		});

		it('asks for as many rows as the endpoint gives with that query', async () => {
			await store.read(store.api(lists.page(() => rowsUpTo(3))), get('/v3/inventory/items'));
			await store.read(
				store.api(lists.page(() => rowsUpTo(3))),
				get('/v3/catalog/products', { include: 'images,options' }),
			);
			expect(store.asked.map(({ limit }) => limit)).toEqual(['1000', '10']);
		});

		it('knows rows by their own key', async () => {
			const rows = Array.from({ length: 600 }, (_, index) => ({ category_id: index + 1 }));
			const api = store.api(lists.page(() => rows));
			expect((await store.read(api, get('/v3/catalog/trees/categories'))).rows).toEqual(rows);
		});
	});

	it('reads 60,000 rows', async () => {
		const rows = rowsUpTo(60_000);
		expect(
			await store.readIds(store.api(lists.page(() => rows, 1000)), { pagination: 'page', pageSize: 1000 }),
		).toHaveLength(60_000);
	});
});

describe('readPage', () => {
	it.each<Pagination>(['v2', 'page', 'cursor'])('%s: page by page, with a token for the next', async (pagination) => {
		const rows = rowsUpTo(45);
		const api = store.api(lists[pagination as 'v2'](() => rows));
		const request = { method: 'GET' as const, path: '/v3/things' };
		const found: Row[] = [];
		let token: string | undefined;
		do {
			const reading = readPage(api, { request, pagination }, 20, token);
			await store.clock.runUntilIdle();
			const page = await reading;
			found.push(...(page.rows as Row[]));
			token = page.next;
		} while (token !== undefined);
		expect(found.map(({ id }) => id)).toEqual(ids(45));
		expect(store.asked).toHaveLength(3);
	});

	it('knows how a list is paged where nobody says it', async () => {
		const reading = readPage(store.api(lists.v2(() => rowsUpTo(20))), get('/v2/orders'), 20);
		await store.clock.runUntilIdle();
		expect((await reading).next).toBe('2');
	});
});
