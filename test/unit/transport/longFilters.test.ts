import { chunksByLength, needsOwnRequest } from '../../../nodes/BigCommerce/transport/pagination';
import type { ReadRequest } from '../../../nodes/BigCommerce/transport/types';
import type { Row } from './fakeList';
import { lists, ListStore } from './fakeList';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 100_000);
const skus = (count: number) => numbers(count).map((number) => `SKU ${number}/é`);

describe('chunksByLength', () => {
	it('cuts by number', () => {
		expect(chunksByLength([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
		expect(chunksByLength([], 2)).toEqual([]);
	});

	it('cuts by length as it is in the address, in order, each once', () => {
		const chunks = chunksByLength(skus(2000), 1000);
		expect(chunks.flat()).toEqual(skus(2000));
		expect(chunks.length).toBeGreaterThan(5);
		for (const chunk of chunks) expect(chunk.map(encodeURIComponent).join(',').length).toBeLessThanOrEqual(6000);
	});

	it('lets a value stand alone whose comma would split it', () => {
		expect(chunksByLength(['A', 'B,C', 'D', 'E', 'F,'], 10)).toEqual([['A'], ['B,C'], ['D', 'E'], ['F,']]);
		expect([needsOwnRequest('B,C'), needsOwnRequest('B C'), needsOwnRequest(5)]).toEqual([true, false, false]);
	});

	it('a value that is too long stands alone, too', () => {
		const long = 'x'.repeat(7000);
		expect(chunksByLength(['a', long, 'b'], 10)).toEqual([['a'], [long], ['b']]);
	});

	it('cuts things by the text that they have in the address, or by their number alone', () => {
		const things = skus(1000).map((sku) => ({ sku }));
		expect(chunksByLength(things, 500, ({ sku }) => sku).length).toBeGreaterThan(2);
		expect(chunksByLength(things, 500)).toHaveLength(2);
	});
});

describe('readList with long filters', () => {
	let store: ListStore;
	beforeEach(() => {
		store = new ListStore();
	});

	/** A list of products that filters by ID or SKU, and refuses addresses that are too long. */
	function shop(rows: Row[]) {
		return store.api((query) => {
			const wanted = query['id:in'] ?? query['sku:in'];
			if (JSON.stringify(query).length > 8000) return { statusCode: 414, body: '' };
			const values = new Set(wanted?.split(','));
			const found = rows.filter(({ id, sku }) => !wanted || values.has(String(id)) || values.has(String(sku)));
			return lists.page(() => found)(query);
		});
	}

	const get = (query: ReadRequest['query']): ReadRequest => ({
		method: 'GET',
		path: '/v3/catalog/products',
		query: query!,
	});
	const rows: Row[] = skus(3000).map((sku, index) => ({ id: 100_000 + index, sku }));

	it('reads them in parts, each row once', async () => {
		const wanted = numbers(2000);
		const { rows: read, incomplete } = await store.read(shop(rows), {
			request: get({ 'id:in': [...wanted, ...wanted] }),
		});
		expect(read.map(({ id }) => id)).toEqual(wanted);
		expect(incomplete).toBe(false);
		expect(store.asked.every((query) => query['id:in']!.length <= 6000)).toBe(true);
	});

	it('so too where somebody has joined the values already', async () => {
		const read = await store.readIds(shop(rows), { request: get({ 'id:in': numbers(2000).join(',') }) });
		expect(read).toEqual(numbers(2000));
	});

	it('keeps a limit, and asks for no more parts than it takes', async () => {
		const api = shop(rows);
		expect(await store.readIds(api, { request: get({ 'id:in': numbers(3000) }), limit: 10 })).toEqual(numbers(10));
		expect(store.asked).toHaveLength(1);
		expect(await store.readIds(api, { request: get({ 'id:in': numbers(3000) }), limit: 1500 })).toEqual(numbers(1500));
	});

	it('does not cut where an order was asked for; then the refusal names the filter', async () => {
		const request = get({ 'id:in': numbers(3000), sort: 'name' });
		await expect(store.read(shop(rows), { request })).rejects.toMatchObject({
			status: 414,
			message: expect.stringMatching(/too long .* characters in id:in/) as string,
		});
	});

	it('does not cut a filter that leaves out: its parts would mean something else', async () => {
		const request = get({ 'id:not_in': numbers(3000) });
		await expect(store.read(shop(rows), { request })).rejects.toMatchObject({ status: 414 });
	});

	it('asks for a value with a comma alone', async () => {
		const odd: Row[] = [...rows.slice(0, 2), { id: 7, sku: 'A' }, { id: 8, sku: 'B' }];
		const wanted = [String(rows[0]!.sku), 'A,B', String(rows[1]!.sku)];
		await store.read(shop(odd), { request: get({ 'sku:in': wanted }) });
		expect(store.asked.map((query) => query['sku:in'])).toEqual([wanted[0], 'A,B', wanted[2]]);
	});

	it('refuses half a character instead of cutting it', async () => {
		const request = get({ 'sku:in': ['ok', 'half \ud83d'] });
		await expect(store.read(shop(rows), { request })).rejects.toMatchObject({ kind: 'notSent' });
	});
});
