import type { IHttpRequestOptions } from 'n8n-workflow';

import { StoreLimiter } from '../../../nodes/BigCommerce/transport/limiter';
import type { ListRequest, ListResult } from '../../../nodes/BigCommerce/transport/pagination';
import { readList } from '../../../nodes/BigCommerce/transport/pagination';
import { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import { FakeClock } from '../../support/fakeClock';
import type { FakeAnswer } from '../../support/fakeContext';
import { contextWith, TEST_CONNECTION } from '../../support/fakeContext';

export const LATENCY_MS = 50;

export interface Row {
	id?: number;
	[field: string]: unknown;
}

export type PageQuery = Record<string, string>;

export const rowsUpTo = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

export const ids = (count: number) => rowsUpTo(count).map(({ id }) => id);

const slice = (rows: Row[], { page = '1', limit = '50' }: PageQuery, most: number) => {
	const size = Math.min(Number(limit), most);
	return { size, part: rows.slice((Number(page) - 1) * size, Number(page) * size) };
};

/** Filters by ID as products and orders have them. */
const narrowed = (rows: Row[], query: PageQuery) => {
	const from = Number(query['id:min'] ?? query['min_id'] ?? -Infinity);
	const to = Number(query['id:max'] ?? query['max_id'] ?? Infinity);
	return from === -Infinity && to === Infinity ? rows : rows.filter(({ id = 0 }) => id >= from && id <= to);
};

/** The kinds of lists, over rows that may change while they are read. */
export const lists = {
	v2:
		(rows: () => Row[], most = 250) =>
		(query: PageQuery): FakeAnswer => {
			const { part } = slice(narrowed(rows(), query), query, most);
			return part.length > 0 ? { statusCode: 200, body: part } : { statusCode: 204, body: '' };
		},
	page:
		(rows: () => Row[], most = 250) =>
		(query: PageQuery): FakeAnswer => {
			const list = narrowed(rows(), query);
			const { size, part } = slice(list, query, most);
			const pagination = { total: list.length, per_page: size, total_pages: Math.ceil(list.length / size) };
			return { statusCode: 200, body: { data: part, meta: { pagination } } };
		},
	cursor:
		(rows: () => Row[], { links = true, most = 250 } = {}) =>
		({ after = '', limit = '50' }: PageQuery): FakeAnswer => {
			// A cursor stands at a row, not at a position.
			const from = after === '' ? -Infinity : Number(Buffer.from(after, 'base64').toString());
			const rest = rows().filter(({ id = 0 }) => id > from);
			const part = rest.slice(0, Math.min(Number(limit), most));
			const last = part[part.length - 1];
			const cursors = {
				...(last && { end_cursor: Buffer.from(String(last.id)).toString('base64') }),
				...(links && { links: rest.length > part.length ? { next: '?after=x' } : {} }),
			};
			return { statusCode: 200, body: { data: part, meta: { cursor_pagination: cursors } } };
		},
};

/** A store with one list, on a clock that stands still. */
export class ListStore {
	readonly clock = new FakeClock();
	/** The query of every page that was asked for. */
	readonly asked: PageQuery[] = [];
	/** The query of every time that the length was asked for. */
	readonly counts: PageQuery[] = [];
	/** What the store says then; without it, it does not know. */
	count: number | undefined;

	/** @param answer is given after the latency of the network */
	api(answer: (query: PageQuery) => FakeAnswer, signal?: AbortSignal): StoreApi {
		const context = contextWith(async ({ url }: IHttpRequestOptions) => {
			const { pathname, searchParams } = new URL(url);
			const query = Object.fromEntries(searchParams);
			if (pathname.endsWith('/count')) return await this.answerCount(query);
			this.asked.push(query);
			await this.clock.sleep(LATENCY_MS);
			return answer(query);
		});
		return new StoreApi(context, TEST_CONNECTION, {
			clock: this.clock,
			limiter: new StoreLimiter(this.clock),
			signal,
		});
	}

	private async answerCount(query: PageQuery): Promise<FakeAnswer> {
		this.counts.push(query);
		await this.clock.sleep(LATENCY_MS);
		return this.count === undefined ? { statusCode: 404 } : { statusCode: 200, body: { count: this.count } };
	}

	/** Reads a list and lets as much time pass as it takes. */
	async read(api: StoreApi, list: Partial<ListRequest> = {}): Promise<ListResult> {
		const reading = readList(api, { request: { method: 'GET', path: '/v3/things' }, ...list }).then(
			(result) => ({ result }),
			(failure: Error) => ({ failure }),
		);
		await this.clock.runUntilIdle();
		const ended = await reading;
		if ('failure' in ended) throw ended.failure;
		return ended.result;
	}

	/** The IDs that such a reading finds. */
	async readIds(api: StoreApi, list: Partial<ListRequest> = {}): Promise<number[]> {
		return (await this.read(api, list)).rows.map(({ id }) => Number(id));
	}
}
