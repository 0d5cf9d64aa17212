import { callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

describe('API Request, lists', () => {
	const sandbox = useSandbox({ customers: 300, products: 520, orders: 30 });
	const operations = operationsOf('apiRequest', sandbox);
	const run = (parameters: Parameters<typeof operations>[1], ...rest: [items?: object[], options?: object]) =>
		operations('request', parameters, ...rest);
	const requests = () => sandbox.store.requests.all;
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	describe('Limit', () => {
		const idsOf = async (parameters: Parameters<typeof operations>[1]) =>
			(await run(parameters)).items.map(({ json }) => json.id);

		it.each([
			['/v3/catalog/products', 7],
			['/v3/catalog/products', 300],
			['/v3/customers', 280],
			['/v2/orders', 12],
		])('of %s: %d rows, on as many pages as it takes', async (path, limit) => {
			const ids = await idsOf({ path, limit });
			expect(ids).toHaveLength(limit);
			expect(new Set(ids).size).toBe(limit);
			expect(requests().length).toBeLessThanOrEqual(3);
		});

		it('is 50 unless told otherwise', async () => {
			expect(await idsOf({ path: '/v3/catalog/products' })).toHaveLength(50);
			expect(await idsOf({ path: '/v3/catalog/products', limit: "={{ '' }}" })).toHaveLength(50);
		});

		it('gives way to pages that are turned by hand', async () => {
			const whole = await idsOf({ path: '/v3/catalog/products?sort=id', limit: 200 });
			sandbox.store.requests.clear();
			expect(await idsOf({ path: '/v3/catalog/products?sort=id&page=2&limit=70' })).toEqual(whole.slice(70, 140));
			const [{ query } = { query: {} }] = requests();
			expect(query).toEqual({ sort: 'id', page: '2', limit: '70' });
			expect(requests()).toHaveLength(1);
		});

		it('does not touch a single record, nor a full response', async () => {
			expect(await idsOf({ path: '/v3/catalog/products/7', limit: 1 })).toEqual([7]);
			const { items } = await run({ path: '/v2/orders', limit: 1, options: { fullResponse: true } });
			expect((items[0]?.json.body as unknown[]).length).toBe(30);
			expect(requests().map(({ query }) => query)).toEqual([{}, {}]);
		});
	});

	describe('Nothing', () => {
		it('is what a list without rows gives, and a write says that it is done', async () => {
			const result = await run({ path: '={{ $json.path }}' }, [
				{ path: '/v2/orders?min_id=900000' },
				{ path: '/v2/orders?min_id=900000&limit=10' },
				{ path: '/v2/orders?limit=1' },
			]);
			expect(paired(result)).toEqual([[2, rowWith({ id: expect.any(Number) as number })]]);
			sandbox.store.faults.next({ match: { method: 'PUT' }, status: 204 });
			const put = { method: 'PUT', path: '/v3/catalog/products/5', sendBody: true, body: '{"price": 1}' };
			expect(paired(await run(put))).toEqual([[0, { success: true }]]);
		});

		it('is shown whole in a full response', async () => {
			sandbox.store.faults.next({ match: { path: '/v2/orders' }, status: 204 });
			const { items } = await run({ path: '/v2/orders', options: { fullResponse: true } });
			expect(items.map(({ json }) => json)).toEqual([rowWith({ status: 204, body: null })]);
		});
	});

	describe('Return All', () => {
		const all = async (path: string, options = {}) =>
			(await run({ path, returnAll: true, options })).items.map(({ json }) => json.id);

		it.each([
			['page numbers', '/v3/catalog/products', 520, 4],
			['cursors', '/v3/customers', 300, 2],
			['short pages of v2', '/v2/orders?min_id=1&limit=7', 30, 12],
		])('follows %s by itself', async (_, path, count, mostRequests) => {
			const ids = await all(path);
			expect(new Set(ids).size).toBe(count);
			expect(ids).toHaveLength(count);
			const isByCursor = path === '/v3/customers';
			expect(requests().filter(({ query }) => query.after !== undefined)).toHaveLength(isByCursor ? 1 : 0);
			expect(requests().length).toBeLessThanOrEqual(mostRequests);
		});

		it('turns pages as told', async () => {
			expect(await all('/v3/customers?limit=50', { pagination: 'cursor' })).toHaveLength(300);
			sandbox.store.requests.clear();
			expect(await all('/v3/catalog/products?limit=100', { pagination: 'page' })).toHaveLength(520);
			expect(requests().length).toBeGreaterThanOrEqual(6);
		});

		it('begins at the page that is given, and skips none after it', async () => {
			const whole = await all('/v3/catalog/products?sort=id');
			expect(await all('/v3/catalog/products?sort=id&page=2&limit=2')).toEqual(whole.slice(2));
		});

		it('gives every item its own list, and a single record as it is', async () => {
			const parameters = { path: '={{ $json.path }}', returnAll: true };
			const result = await run(parameters, [
				{ path: '/v3/catalog/products?id:in=3,4' },
				{ path: '/v2/store' },
				{ path: '/v2/orders?min_id=900000' },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 3 })],
				[0, rowWith({ id: 4 })],
				[1, rowWith({ id: sandbox.store.storeHash })],
			]);
		});

		it('reads a list without pages once', async () => {
			await callStore(sandbox, 'GET', '/v3/catalog/trees');
			sandbox.store.requests.clear();
			expect((await run({ path: '/v3/catalog/trees', returnAll: true })).items.length).toBeGreaterThan(0);
			expect(requests()).toHaveLength(1);
		});

		it('gives one error row when a page is refused', async () => {
			sandbox.store.faults.next({ match: { path: '/v3/customers' }, status: 422, body: { status: 422, title: 'No.' } });
			const parameters = { path: '={{ $json.path }}', returnAll: true };
			const result = await run(parameters, [{ path: '/v3/customers' }, { path: '/v2/store' }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 422 })],
				[1, rowWith({ id: sandbox.store.storeHash })],
			]);
		});
	});
});
