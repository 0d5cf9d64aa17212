import type { IHttpRequestOptions } from 'n8n-workflow';

import { StoreLimiter } from '../../../nodes/BigCommerce/transport/limiter';
import type { ListRequest, Pagination } from '../../../nodes/BigCommerce/transport/pagination';
import { readList, readPage } from '../../../nodes/BigCommerce/transport/pagination';
import { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import { FakeClock } from '../../support/fakeClock';
import type { FakeAnswer } from '../../support/fakeContext';
import { contextWith, TEST_CONNECTION } from '../../support/fakeContext';

const LATENCY_MS = 50;

interface Row {
	id?: number;
	[field: string]: unknown;
}

const rowsUpTo = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

let clock: FakeClock;
let pagesAsked: Array<Record<string, string>>;
beforeEach(() => {
	clock = new FakeClock();
	pagesAsked = [];
});

/** An API whose lists answer as `answer` says, after the latency of the network. */
function apiThat(answer: (query: Record<string, string>) => FakeAnswer, signal?: AbortSignal) {
	const context = contextWith(async ({ url }: IHttpRequestOptions) => {
		const query = Object.fromEntries(new URL(url).searchParams);
		pagesAsked.push(query);
		await clock.sleep(LATENCY_MS);
		return answer(query);
	});
	return new StoreApi(context, TEST_CONNECTION, { clock, limiter: new StoreLimiter(clock), signal });
}

const slice = (rows: Row[], { page = '1', limit = '50' }: Record<string, string>, most = 250) => {
	const size = Math.min(Number(limit), most);
	return { size, part: rows.slice((Number(page) - 1) * size, Number(page) * size) };
};

/** The three kinds of lists, over rows that may change while they are read. */
const lists = {
	v2: (rows: () => Row[]) => (query: Record<string, string>) => {
		const { part } = slice(rows(), query);
		return part.length > 0 ? { statusCode: 200, body: part } : { statusCode: 204, body: '' };
	},
	page:
		(rows: () => Row[], most = 250) =>
		(query: Record<string, string>) => {
			const { size, part } = slice(rows(), query, most);
			const pagination = { total: rows().length, per_page: size, total_pages: Math.ceil(rows().length / size) };
			return { statusCode: 200, body: { data: part, meta: { pagination } } };
		},
	cursor:
		(rows: () => Row[], links = true) =>
		({ after = '', limit = '50' }: Record<string, string>) => {
			const from = after === '' ? 0 : Number(Buffer.from(after, 'base64').toString());
			const part = rows().slice(from, from + Number(limit));
			const end = from + part.length;
			const more = end < rows().length;
			const cursors = {
				...(part.length > 0 && { end_cursor: Buffer.from(String(end)).toString('base64') }),
				...(links && { links: more ? { next: '?after=x' } : {} }),
			};
			return { statusCode: 200, body: { data: part, meta: { cursor_pagination: cursors } } };
		},
};

async function read(api: StoreApi, pagination: Pagination, options: Partial<ListRequest> = {}): Promise<number[]> {
	const reading = readList(api, { request: { method: 'GET', path: '/v3/things' }, pagination, ...options }).then(
		(rows) => ({ rows }),
		(failure: Error) => ({ failure }),
	);
	await clock.runUntilIdle();
	const result = await reading;
	if ('failure' in result) throw result.failure;
	return result.rows.map(({ id }) => Number(id));
}

const ids = (count: number) => rowsUpTo(count).map(({ id }) => id);

describe.each(['v2', 'page', 'cursor'] as const)('readList: %s', (pagination) => {
	it.each([0, 1, 249, 250, 251, 500, 1000, 1001, 7321])('reads %d rows, in order, each once', async (count) => {
		const rows = rowsUpTo(count);
		expect(await read(apiThat(lists[pagination](() => rows)), pagination)).toEqual(ids(count));
	});

	it.each([1, 10, 250, 251, 600, 1000, 5000])('a limit of %d holds across pages', async (limit) => {
		const rows = rowsUpTo(1000);
		expect(await read(apiThat(lists[pagination](() => rows)), pagination, { limit })).toEqual(
			ids(Math.min(limit, 1000)),
		);
		expect(pagesAsked.length).toBeLessThanOrEqual(Math.ceil(limit / 250) + 1);
	});

	it('asks for no more than a small limit, in one page', async () => {
		const rows = rowsUpTo(1000);
		await read(apiThat(lists[pagination](() => rows)), pagination, { limit: 7 });
		expect(pagesAsked).toHaveLength(1);
		expect(pagesAsked[0]?.limit).toBe('7');
	});

	it('asks for nothing with a limit of 0', async () => {
		expect(await read(apiThat(lists[pagination](() => rowsUpTo(5))), pagination, { limit: 0 })).toEqual([]);
		expect(pagesAsked).toEqual([]);
	});

	it('finds the rows that are added while it reads', async () => {
		const rows = rowsUpTo(1000);
		const answer = lists[pagination](() => rows);
		const grown = await read(
			apiThat((query) => {
				if (pagesAsked.length >= 2 && rows.length === 1000) rows.push(...rowsUpTo(1600).slice(1000));
				return answer(query);
			}),
			pagination,
		);
		expect(grown).toEqual(ids(1600));
	});

	it('keeps a row once that slides to the next page', async () => {
		const rows = rowsUpTo(1000);
		const answer = lists[pagination](() => rows);
		const slid = await read(
			apiThat((query) => {
				if (pagesAsked.length >= 2 && rows.length === 1000) rows.unshift({ id: 0 });
				return answer(query);
			}),
			pagination,
		);
		expect(new Set(slid).size).toBe(slid.length);
		expect(slid).toEqual(expect.arrayContaining(ids(1000)));
	});

	it('keeps rows without an ID, however alike', async () => {
		const rows = Array.from({ length: 600 }, () => ({ name: 'same' }));
		expect(await read(apiThat(lists[pagination](() => rows)), pagination)).toHaveLength(600);
	});

	it('passes the filters on with every page', async () => {
		const rows = rowsUpTo(600);
		const request = { method: 'GET' as const, path: '/v3/things', query: { name: 'a b' } };
		await read(apiThat(lists[pagination](() => rows)), pagination, { request });
		expect(pagesAsked.every(({ name }) => name === 'a b')).toBe(true);
	});

	it('fails with the page that fails, and asks for no more', async () => {
		const rows = rowsUpTo(100_000);
		const answer = lists[pagination](() => rows);
		let count = 0;
		const api = apiThat((query) => (++count === 3 ? { statusCode: 422, body: { title: 'No' } } : answer(query)));
		await expect(read(api, pagination)).rejects.toMatchObject({ status: 422 });
		expect(pagesAsked.length).toBeLessThan(60);
	});

	it('ends when the execution is stopped', async () => {
		const stop = new AbortController();
		const rows = rowsUpTo(100_000);
		const answer = lists[pagination](() => rows);
		const api = apiThat((query) => {
			if (pagesAsked.length >= 3) stop.abort();
			return answer(query);
		}, stop.signal);
		await expect(read(api, pagination)).rejects.toMatchObject({ kind: 'cancelled' });
		expect(pagesAsked.length).toBeLessThan(60);
	});
});

describe('readList', () => {
	it.each<[Pagination, number]>([
		['page', 6],
		['v2', 8],
	])('reads 10,000 rows by %s in %d round trips at most', async (pagination, roundTrips) => {
		const rows = rowsUpTo(10_000);
		await read(apiThat(lists[pagination as 'page' | 'v2'](() => rows)), pagination);
		expect(clock.now()).toBeLessThanOrEqual(roundTrips * LATENCY_MS);
	});

	it('v2: pages behind the end do not wait for a quota that is spent', async () => {
		const rows = rowsUpTo(600);
		let left = 3;
		const api = apiThat((query) => {
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
		const reading = readList(api, { request: { method: 'GET', path: '/v2/things' }, pagination: 'v2' }).then((list) => {
			readAfter = clock.now();
			return list;
		});
		await clock.runUntilIdle();
		expect(await reading).toHaveLength(600);
		expect(readAfter).toBeLessThan(1000);
		expect(pagesAsked.length).toBe(3);
	});

	it('v2: a list that answers with more than was asked for is not paged', async () => {
		expect(
			await read(
				apiThat(() => ({ statusCode: 200, body: rowsUpTo(300) })),
				'v2',
			),
		).toEqual(ids(300));
	});

	it('page: a limit holds where the endpoint gives less per page than asked for', async () => {
		const rows = rowsUpTo(100);
		expect(await read(apiThat(lists.page(() => rows, 10)), 'page', { limit: 45 })).toEqual(ids(45));
		expect(pagesAsked).toHaveLength(5);
	});

	it('page: an answer without page numbers is all there is', async () => {
		expect(
			await read(
				apiThat(() => ({ statusCode: 200, body: { data: rowsUpTo(3), meta: {} } })),
				'page',
			),
		).toEqual(ids(3));
		expect(
			await read(
				apiThat(() => ({ statusCode: 204, body: '' })),
				'page',
			),
		).toEqual([]);
	});

	it('cursor: follows end_cursor alone where there are no links, up to an empty or short page', async () => {
		for (const count of [0, 249, 500, 501]) {
			expect(await read(apiThat(lists.cursor(() => rowsUpTo(count), false)), 'cursor')).toEqual(ids(count));
		}
	});

	it('cursor: ends without an end_cursor, and when it does not move', async () => {
		const stuck = { cursor_pagination: { end_cursor: 'same', links: { next: '?after=same' } } };
		const api = apiThat(() => ({ statusCode: 200, body: { data: rowsUpTo(250), meta: stuck } }));
		expect(await read(api, 'cursor')).toEqual(ids(250));
		expect(pagesAsked.length).toBe(2);
		const none = { cursor_pagination: { links: { next: '?after=x' } } };
		expect(
			await read(
				apiThat(() => ({ statusCode: 200, body: { data: rowsUpTo(250), meta: none } })),
				'cursor',
			),
		).toEqual(ids(250));
	});

	it('cursor: a null in the place of links or cursor is the end', async () => {
		const meta = { cursor_pagination: { end_cursor: null, links: null } };
		expect(
			await read(
				apiThat(() => ({ statusCode: 200, body: { data: rowsUpTo(250), meta } })),
				'cursor',
			),
		).toEqual(ids(250));
	});

	it('none: one request, without page or limit', async () => {
		expect(
			await read(
				apiThat(() => ({ statusCode: 200, body: { data: rowsUpTo(9), meta: {} } })),
				'none',
			),
		).toEqual(ids(9));
		expect(pagesAsked).toEqual([{}]);
	});

	it.each<[keyof typeof lists, string]>([
		['v2', '/v2/things'],
		['page', '/v3/things'],
		['cursor', '/v3/things'],
	])('auto: finds out that a list is %s', async (kind, path) => {
		const rows = rowsUpTo(1234);
		expect(await read(apiThat(lists[kind](() => rows)), 'auto', { request: { method: 'GET', path } })).toEqual(
			ids(1234),
		);
	});
});

describe('readPage', () => {
	it.each(['v2', 'page', 'cursor'] as const)('%s: page by page, with a token for the next', async (pagination) => {
		const rows = rowsUpTo(45);
		const api = apiThat(lists[pagination](() => rows));
		const request = { method: 'GET' as const, path: '/v3/things' };
		const found: Row[] = [];
		let token: string | undefined;
		do {
			const reading = readPage(api, { request, pagination }, 20, token);
			await clock.runUntilIdle();
			const page = await reading;
			found.push(...(page.rows as Row[]));
			token = page.next;
		} while (token !== undefined);
		expect(found.map(({ id }) => id)).toEqual(ids(45));
		expect(pagesAsked).toHaveLength(3);
	});
});
