import type { ReadRequest } from '../../../nodes/BigCommerce/transport/types';
import type { FakeAnswer } from '../../support/fakeContext';
import { ids, lists, ListStore, rowsUpTo } from './fakeList';

let store: ListStore;
beforeEach(() => {
	store = new ListStore();
});

const get = (path: string, query: ReadRequest['query'] = {}): { request: ReadRequest } => ({
	request: { method: 'GET', path, query },
});

/** Answers all requests alike. */
const always = (body: unknown) => (): FakeAnswer => ({ statusCode: 200, body });

/** What servers answer beside the plain case: ends, sizes, cursors, envelopes. */

describe('readList: cursors', () => {
	it('follows end_cursor alone where there are no links, up to the end', async () => {
		for (const count of [0, 249, 500, 501]) {
			const api = store.api(lists.cursor(() => rowsUpTo(count), { links: false }));
			expect(await store.readIds(api, { pagination: 'cursor' })).toEqual(ids(count));
		}
	});

	const page = (from: number, cursor: object) => ({
		data: rowsUpTo(from + 250).slice(from),
		meta: { cursor_pagination: cursor },
	});

	it('ends without an end_cursor, and where links or cursor are null', async () => {
		for (const cursor of [{ links: { next: '?after=x' } }, { end_cursor: null, links: null }]) {
			expect(await store.readIds(store.api(always(page(0, cursor))), { pagination: 'cursor' })).toEqual(ids(250));
		}
	});

	it('that do not move, or lead in a circle, end the list, which is incomplete then', async () => {
		const stuck = always(page(0, { end_cursor: 'same', links: { next: '?after=same' } }));
		const still = await store.read(store.api(stuck), { pagination: 'cursor' });
		expect([still.rows.length, still.incomplete, store.asked.length]).toEqual([250, true, 2]);

		const circle = new ListStore();
		const turn = ({ after = '' }: Record<string, string>): FakeAnswer => ({
			statusCode: 200,
			body: page(after === 'A' ? 250 : 0, { end_cursor: after === 'A' ? 'B' : 'A', links: { next: '?x' } }),
		});
		const round = await circle.read(circle.api(turn), { pagination: 'cursor' });
		expect([round.rows.length, round.incomplete]).toEqual([500, true]);
		expect(circle.asked.length).toBeLessThan(5);
	});

	it('listings: the last ID is the cursor', async () => {
		const rows = Array.from({ length: 620 }, (_, index) => ({ listing_id: index + 5, product_id: 1 }));
		const api = store.api(({ after = '0', limit = '50' }) => {
			const data = rows.filter(({ listing_id: id }) => id > Number(after)).slice(0, Number(limit));
			return { statusCode: 200, body: { data, meta: { pagination: { count: data.length, total: 620 } } } };
		});
		const { rows: read } = await store.read(api, get('/v3/channels/1/listings'));
		expect(read).toEqual(rows);
		expect(store.asked).toHaveLength(3);
	});
});

describe('readList: lists that are not paged', () => {
	it('one request, without page or limit', async () => {
		const api = store.api(always({ data: rowsUpTo(9), meta: {} }));
		expect(await store.readIds(api, get('/v3/catalog/trees'))).toEqual(ids(9));
		expect(store.asked).toEqual([{}]);
	});

	it('are read on where they turn out to be paged', async () => {
		const rows = rowsUpTo(120);
		expect(await store.readIds(store.api(lists.page(() => rows)), get('/v3/tax/rates'))).toEqual(ids(120));
	});

	it('rows that stand in a field of the data', async () => {
		const regions = [{ name: 'header' }, { name: 'footer' }];
		const api = store.api(always({ data: { regions }, meta: {} }));
		expect((await store.read(api, get('/v3/content/page-widgets'))).rows).toEqual(regions);
	});
});

describe('readList: pages of another size than asked for', () => {
	it('page: a limit holds where the endpoint gives less per page', async () => {
		const rows = rowsUpTo(100);
		const api = store.api(lists.page(() => rows, 10));
		expect(await store.readIds(api, { pagination: 'page', limit: 45 })).toEqual(ids(45));
		expect(store.asked).toHaveLength(5);
		expect(await store.readIds(api, { pagination: 'page' })).toEqual(ids(100));
	});

	it('page: a list that always gives 50 is read whole', async () => {
		const rows = rowsUpTo(333);
		const fixed = lists.page(() => rows, 50);
		const api = store.api((query) => fixed({ ...query, limit: '50' }));
		expect(await store.readIds(api, { pagination: 'page' })).toEqual(ids(333));
	});

	it('page: sites speak of limit and total_items', async () => {
		const rows = rowsUpTo(600);
		const api = store.api(({ page = '1', limit = '50' }) => {
			const offset = (Number(page) - 1) * Number(limit);
			const pagination = { offset, limit: Number(limit), total_items: rows.length };
			return { statusCode: 200, body: { data: rows.slice(offset, offset + Number(limit)), meta: { pagination } } };
		});
		expect(await store.readIds(api, get('/v3/sites'))).toEqual(ids(600));
	});

	it('cursor: a small per_page without links does not end the list', async () => {
		const rows = rowsUpTo(55);
		const api = store.api(lists.cursor(() => rows, { links: false, most: 10 }));
		expect(await store.readIds(api, { pagination: 'cursor' })).toEqual(ids(55));
	});
});

describe('readList: answers without meta', () => {
	it('page: the rows are found', async () => {
		for (const body of [{ data: rowsUpTo(3) }, { data: rowsUpTo(3), meta: {} }, rowsUpTo(3)]) {
			expect(await store.readIds(store.api(always(body)), { pagination: 'page' })).toEqual(ids(3));
		}
		expect(
			await store.readIds(
				store.api(() => ({ statusCode: 204, body: '' })),
				{ pagination: 'page' },
			),
		).toEqual([]);
	});

	it('page: and further pages are asked for', async () => {
		const rows = rowsUpTo(700);
		const v2 = lists.v2(() => rows);
		const api = store.api((query) => {
			const { body } = v2(query);
			return { statusCode: 200, body: { data: body === '' ? [] : body } };
		});
		expect(await store.readIds(api, get('/v3/catalog/products'))).toEqual(ids(700));
	});
});

describe('readList: the end', () => {
	it.each(['v2', 'page'] as const)('%s: 404 past it is the end, not a failure', async (pagination) => {
		const rows = rowsUpTo(500);
		const answer = lists[pagination](() => rows);
		const api = store.api((query) =>
			Number(query.page) > Math.ceil(500 / Number(query.limit)) ? { statusCode: 404 } : answer(query),
		);
		expect(await store.readIds(api, { pagination })).toEqual(ids(500));
		expect(await store.readIds(api, { ...get('/v3/things', { page: 9 }), pagination })).toEqual([]);
	});

	it('404 for the first page is a failure', async () => {
		const api = store.api(() => ({ statusCode: 404 }));
		await expect(store.read(api, { pagination: 'page' })).rejects.toMatchObject({ status: 404 });
	});

	it('a list that ignores page numbers is not read for ever, and is said to be incomplete', async () => {
		const first = rowsUpTo(250);
		const pagination = { total: 100_000, per_page: 250 };
		const answers = {
			v2: (limit: number) => first.slice(0, limit),
			page: (limit: number) => ({ data: first.slice(0, limit), meta: { pagination } }),
		};
		for (const kind of ['v2', 'page'] as const) {
			const own = new ListStore();
			const api = own.api(({ limit = '50' }) => ({ statusCode: 200, body: answers[kind](Number(limit)) }));
			const result = await own.read(api, { pagination: kind });
			expect(result.rows).toHaveLength(250);
			expect(result.incomplete).toBe(true);
			expect(own.asked.length).toBeLessThan(450);
		}
	});
});
