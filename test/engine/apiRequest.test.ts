import { callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

describe('API Request', () => {
	const sandbox = useSandbox({ customers: 300, products: 520, orders: 30 });
	const operations = operationsOf('apiRequest', sandbox);
	const run = (parameters: Parameters<typeof operations>[1], ...rest: [items?: object[], options?: object]) =>
		operations('request', parameters, ...rest);
	const requests = () => sandbox.store.requests.all;
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	describe('Request', () => {
		it('gives each item the records of its own call', async () => {
			const parameters = { path: '={{ $json.path }}' };
			const result = await run(parameters, [
				{ path: '/v3/catalog/products/7' },
				{ path: 'v2/orders?limit=2&sort=id:desc' },
				{ path: '/v2/time' },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 7, name: expect.any(String) as string })],
				[1, rowWith({ id: expect.any(Number) as number, status: expect.any(String) as string })],
				[1, rowWith({ id: expect.any(Number) as number })],
				[2, { time: expect.any(Number) as number }],
			]);
		});

		it('sends query parameters from fields and from JSON', async () => {
			const fields = {
				values: [
					{ name: 'id:in', value: '3' },
					{ name: 'id:in', value: '5' },
					{ name: 'sort', value: 'id' },
				],
			};
			const shared = { path: '/v3/catalog/products?direction=desc', sendQuery: true };
			const listed = await run({ ...shared, queryParameters: fields });
			const written = await run({ ...shared, specifyQuery: 'json', queryJson: '={{ $json.query }}' }, [
				{ query: { 'id:in': [3, 5], sort: 'id', is_visible: null } },
			]);
			for (const { items } of [listed, written]) expect(items.map(({ json }) => json.id)).toEqual([5, 3]);
			expect(requests().map(({ query }) => query)).toEqual([
				{ direction: 'desc', 'id:in': '3,5', sort: 'id' },
				{ direction: 'desc', 'id:in': '3,5', sort: 'id' },
			]);
		});

		it('writes, with text or an object as body', async () => {
			const parameters = { method: 'POST', path: '/v3/catalog/brands', sendBody: true, body: '={{ $json.body }}' };
			const result = await run(parameters, [{ body: { name: 'Brand A' } }, { body: '{"name": "Brand B"}' }]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: expect.any(Number) as number, name: 'Brand A' })],
				[1, rowWith({ name: 'Brand B' })],
			]);
			const id = Number(result.items[0]?.json.id);
			expect((await run({ method: 'DELETE', path: `/v3/catalog/brands/${id}` })).items[0]?.json).toEqual({
				success: true,
			});
		});

		it('makes writes to one path in the order of the items', async () => {
			const parameters = {
				method: 'PUT',
				path: '/v3/catalog/products/9',
				sendBody: true,
				body: '={{ ({ name: $json.name }) }}',
			};
			const names = Array.from({ length: 5 }, (_, index) => `Name ${index}`);
			sandbox.store.faults.next({ match: { method: 'PUT' }, delayMs: 50 });
			const result = await run(
				parameters,
				names.map((name) => ({ name })),
			);
			expect(paired(result).map(([, { name }]) => name)).toEqual(names);
			expect(await callStore(sandbox, 'GET', '/v3/catalog/products/9')).toMatchObject({ data: { name: 'Name 4' } });
			const writes = sandbox.store.requests.matching('PUT', '/v3/catalog/products/9');
			expect(writes.map(({ body }) => (body as { name: string }).name)).toEqual(names);
		});

		it('returns status, headers and body when asked for', async () => {
			const { items } = await run({ path: '/v3/catalog/products/7', options: { fullResponse: true } });
			expect(items[0]?.json).toMatchObject({
				status: 200,
				headers: { 'content-type': expect.stringContaining('json') as string },
				body: { data: { id: 7 }, meta: {} },
			});
		});

		it('keeps an answer whole that says what was not done', async () => {
			const body = {
				data: [{ id: 1 }],
				errors: [{ status: 422, title: 'No' }],
				meta: { total: 2, success: 1, failed: 1 },
			};
			sandbox.store.faults.next({ status: 207, body });
			const { items } = await run({ path: '/v3/catalog/products/7' });
			expect(items.map(({ json }) => json)).toEqual([body]);
		});

		it('gives one error row for a call that is refused', async () => {
			const result = await run(
				{ path: '={{ $json.path }}' },
				[{ path: '/v3/catalog/products/999999' }, { path: '/v2/time' }],
				continueOnFail,
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 404 })],
				[1, { time: expect.any(Number) as number }],
			]);
		});

		it('does not let a DELETE without an ID or a filter leave', async () => {
			for (const path of ['/v2/orders', '/v2/orders/', '/v3/catalog/products', '/v2/orders/1/shipments']) {
				const { error } = await run({ method: 'DELETE', path });
				expect(error?.description).toContain('Nothing was sent to BigCommerce');
			}
			expect(requests()).toEqual([]);
		});
	});

	describe('Path', () => {
		const full = (path: string) => `${sandbox.store.apiBaseUrl}/stores/${sandbox.store.storeHash}${path}`;

		it('may be a URL of the same store, in either spelling', async () => {
			const paths = [
				full('/v2/time'),
				`https://api.bigcommerce.com/stores/${sandbox.store.storeHash}/v2/time`,
				'https://api.bigcommerce.com/stores/{store_hash}/v2/time',
				' /stores/{{store_hash}}/v2/time#x ',
			];
			const result = await run(
				{ path: '={{ $json.path }}' },
				paths.map((path) => ({ path })),
			);
			expect(paired(result).map(([item]) => item)).toEqual([0, 1, 2, 3]);
			expect(new Set(requests().map(({ path }) => path))).toEqual(
				new Set([`/stores/${sandbox.store.storeHash}/v2/time`]),
			);
		});

		it.each([
			['https://example.com/stores/abc/v3/catalog/products', 'must be a path, or a URL that begins with'],
			['https://api.bigcommerce.com.example.com/v3/hooks', 'must be a path, or a URL'],
			['https://api.bigcommerce.com@example.com/v3/hooks', 'must be a path, or a URL'],
			['//example.com/v3/catalog/products', 'must be a path, or a URL'],
			['https://api.bigcommerce.com/stores/other1/v3/hooks', 'belongs to the store "other1"'],
			['/stores/other1/v2/time', 'belongs to the store "other1"'],
			['/v3/../../other1/v2/time', 'must not have . or ..'],
			['/v3/%2e%2e/%2E%2E/other1/v2/time', 'must not have . or ..'],
			['/v3/..%2f..%2fother1/v2/time', 'must not have . or ..'],
			['/v3/%252e%252e/other1/v2/time', 'must not have . or ..'],
			['/v3/..;/..;x/other1', 'must not have . or ..'],
			['/v3/..\\..\\other1', 'blank or a character'],
			['/v3/..%5c..%5cother1', 'must not have . or ..'],
			['/v3/catalog/pro ducts', 'blank or a character'],
			['/v3/catalog\t/products', 'blank or a character'],
			['/v1/orders', 'must begin with /v2/ or /v3/'],
			['/v3', 'must begin with /v2/ or /v3/'],
			['/v3/', 'must begin with /v2/ or /v3/'],
			['/v3//hooks', 'must begin with /v2/ or /v3/'],
			['hooks', 'must begin with /v2/ or /v3/'],
		])('refuses %s before any request', async (path, message) => {
			const { error } = await run({ path: '={{ $json.path }}' }, [{ path: '/v2/time' }, { path }]);
			expect(error?.message).toMatch(/^Path /);
			expect(error?.message).toContain(message);
			expect(error?.context?.itemIndex).toBe(1);
			expect(requests()).toEqual([]);
		});
	});

	describe('Bad input', () => {
		it.each([
			['Path is empty', { path: "={{ '' }}" }],
			['Body (JSON) is not valid JSON', { method: 'POST', path: '/v3/hooks', sendBody: true, body: '{' }],
			['Body (JSON) is empty', { method: 'POST', path: '/v3/hooks', sendBody: true, body: "={{ '' }}" }],
			[
				'Query Parameters (JSON) must be an object',
				{ path: '/v3/hooks', sendQuery: true, specifyQuery: 'json', queryJson: '[1]' },
			],
			['Full Response cannot be combined', { path: '/v3/hooks', allPages: true, options: { fullResponse: true } }],
		])('is refused before any request: %s', async (message, parameters) => {
			const { error } = await run(parameters);
			expect(error?.message).toContain(message);
			expect(requests()).toEqual([]);
		});
	});

	describe('Return All', () => {
		const all = async (path: string, options = {}) =>
			(await run({ path, allPages: true, options })).items.map(({ json }) => json.id);

		it.each([
			['page numbers', '/v3/catalog/products', 520, 3],
			['cursors', '/v3/customers', 300, 2],
			['short pages of v2', '/v2/orders?min_id=1&limit=7', 30, 5],
		])('follows %s by itself', async (_, path, count, pages) => {
			const ids = await all(path);
			expect(new Set(ids).size).toBe(count);
			expect(ids).toHaveLength(count);
			expect(requests().filter(({ query }) => query.after !== undefined)).toHaveLength(
				path === '/v3/customers' ? 1 : 0,
			);
			const counted = requests().length;
			// Pages of v2 are asked for ahead, since no answer tells how many there are.
			if (path.startsWith('/v2')) expect(counted).toBeGreaterThanOrEqual(pages);
			else expect(counted).toBe(pages);
		});

		it('turns pages as told', async () => {
			expect(await all('/v3/customers?limit=50', { pagination: 'cursor' })).toHaveLength(300);
			sandbox.store.requests.clear();
			expect(await all('/v3/catalog/products?limit=100', { pagination: 'page' })).toHaveLength(520);
			expect(requests()).toHaveLength(6);
		});

		it('gives every item its own list, and a single record as it is', async () => {
			const parameters = { path: '={{ $json.path }}', allPages: true };
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
			expect((await run({ path: '/v3/catalog/trees', allPages: true })).items.length).toBeGreaterThan(0);
			expect(requests()).toHaveLength(1);
		});

		it('gives one error row when a page is refused', async () => {
			sandbox.store.faults.next({ match: { path: '/v3/customers' }, status: 422, body: { status: 422, title: 'No.' } });
			const parameters = { path: '={{ $json.path }}', allPages: true };
			const result = await run(parameters, [{ path: '/v3/customers' }, { path: '/v2/store' }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 422 })],
				[1, rowWith({ id: sandbox.store.storeHash })],
			]);
		});
	});
});
