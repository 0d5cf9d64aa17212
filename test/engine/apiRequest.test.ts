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
				{ query: { 'id:in': [3, 5], sort: 'id' } },
			]);
			for (const { items } of [listed, written]) expect(items.map(({ json }) => json.id)).toEqual([5, 3]);
			const query = { direction: 'desc', 'id:in': '3,5', sort: 'id' };
			expect(requests().map((request) => request.query)).toEqual([rowWith(query), rowWith(query)]);
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

	describe('Writes', () => {
		const drop = () => sandbox.store.faults.next({ match: { method: 'PUT' }, dropConnection: 'after' });
		const put = {
			method: 'PUT',
			path: '/v3/catalog/products/11',
			sendBody: true,
			body: '={{ ({ price: $json.price }) }}',
		};

		it('are not sent again when nobody knows whether they were carried out', async () => {
			drop();
			const rows = paired(await run(put, [{ price: 3 }, { price: 4 }], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ outcome: 'unknown' })],
				[1, rowWith({ id: 11, price: 4 })],
			]);
			expect(requests()).toHaveLength(2);
		});

		it('are sent again if the option says so', async () => {
			drop();
			const rows = paired(await run({ ...put, options: { repeatIfUnanswered: true } }, [{ price: 5 }]));
			expect(rows).toEqual([[0, rowWith({ id: 11, price: 5 })]]);
			expect(requests()).toHaveLength(2);
		});

		it('say what was done and what was not, and reads say nothing of it', async () => {
			const parameters = { ...put, path: '={{ $json.path }}' };
			const items = [{ path: '/v3/catalog/products/11', price: 6 }, { path: '/v3/catalog/products/999999' }];
			const written = await run(parameters, items);
			expect(written.error?.description).toContain('Item 0 was written');
			const readings = await run({ path: '={{ $json.path }}' }, items);
			expect(readings.error?.httpCode).toBe('404');
			expect(readings.error?.description).not.toMatch(/written|again/);
			const rows = paired(await run({ path: '={{ $json.path }}' }, items, continueOnFail));
			expect(rows[1]?.[1]).not.toHaveProperty('outcome');
		});

		it('of one item wait for those before it, reads of one path do not', async () => {
			sandbox.store.faults.next({ match: { method: 'GET' }, delayMs: 200 });
			const parameters = {
				path: '/v3/catalog/products',
				sendQuery: true,
				queryParameters: { values: [{ name: 'id:in', value: '={{ $json.id }}' }] },
			};
			const rows = paired(await run(parameters, [{ id: 1 }, { id: 2 }]));
			expect(rows.map(([, { id }]) => id)).toEqual([1, 2]);
			const [slow, quick] = requests();
			expect(quick!.receivedAt).toBeLessThan(slow!.answeredAt!);
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

	describe('Query behind the path', () => {
		it('is sent as it was meant', async () => {
			const parameters = { path: '={{ $json.path }}' };
			await run(parameters, [
				{ path: '/v3/catalog/products?sku=S%26M.10&id:in=1,2' },
				{ path: '/v3/catalog/products?sku=AB%2312%2B&name=A%20B' },
			]);
			expect(requests().map(({ query }) => query)).toEqual(
				expect.arrayContaining([rowWith({ sku: 'S&M.10', 'id:in': '1,2' }), rowWith({ sku: 'AB#12+', name: 'A B' })]),
			);
		});

		it.each([
			['/v3/catalog/products?sku=AB#12', 'must not have a # behind the question mark'],
			['/v3/catalog/products?sku=S&M.10', 'has "M.10" where a name, = and a value should be'],
			['/v3/catalog/products?sku=A+B', 'must not have a + behind the question mark'],
			['/v3/catalog/products?sku=', 'must have'],
			['/v3/catalog/products?=5', 'has "=5"'],
			['/v3/catalog/products?sku=%20', 'must have a value for sku'],
			['/v3/catalog/products?__proto__=1', 'must not have the name "__proto__"'],
			['/v3/catalog/products?constructor=1', 'must not have the name "constructor"'],
		])('is refused where it could mean another record: %s', async (path, message) => {
			for (const method of ['GET', 'DELETE']) {
				const { error } = await run({ method, path: '={{ $json.path }}' }, [{ path: '/v2/time' }, { path }]);
				expect(error?.message).toMatch(/^Path /);
				if (message !== 'must have') expect(error?.message).toContain(message);
				expect(error?.context?.itemIndex).toBe(1);
			}
			expect(requests()).toEqual([]);
		});

		it('points to Query Parameters, which take such values', async () => {
			const { error } = await run({ path: '/v3/catalog/products?sku=AB#12' });
			expect(error?.description).toContain('Query Parameters');
			const queryParameters = { values: [{ name: 'sku', value: 'AB#12 & S+M' }] };
			await run({ path: '/v3/catalog/products', sendQuery: true, queryParameters });
			expect(requests().map(({ query }) => query.sku)).toEqual(['AB#12 & S+M']);
		});

		it('is not cut off at a # by a write, which would change another record', async () => {
			const { error } = await run({ method: 'DELETE', path: '/v3/catalog/products/5#12' });
			expect(error?.message).toContain('must not have a #');
			expect(requests()).toEqual([]);
		});
	});

	describe('Bad input', () => {
		const json = (queryJson: string) => ({ sendQuery: true, specifyQuery: 'json', queryJson });
		const fields = (name: string, value: string) => ({
			sendQuery: true,
			queryParameters: { values: [{ name, value }] },
		});

		it.each([
			['Path is empty', { path: "={{ '' }}" }],
			['Path must not hold control characters', { path: '/v3/catalog\t/products' }],
			['Body (JSON) must be valid JSON', { method: 'POST', path: '/v3/hooks', sendBody: true, body: '{' }],
			['Body (JSON) is empty', { method: 'POST', path: '/v3/hooks', sendBody: true, body: "={{ '' }}" }],
			[
				'Body (JSON) must not hold the name',
				{ method: 'POST', path: '/v3/hooks', sendBody: true, body: '{"__proto__": {"a": 1}}' },
			],
			['Query Parameters must be an object', { path: '/v3/hooks', ...json('[1]') }],
			['Query Parameters must be an object', { path: '/v3/hooks', ...json('{"a": {"b": 1}}') }],
			['Query Parameters must have a value for sku', { path: '/v3/catalog/products', ...json('{"sku": null}') }],
			['Query Parameters must have a value for id:in', { path: '/v3/catalog/products', ...json('{"id:in": []}') }],
			['Query Parameters (JSON) must not hold the name', { path: '/v3/hooks', ...json('{"constructor": 1}') }],
			['Query Parameters 1 > Name is empty', { path: '/v3/hooks', ...fields('={{ $json.nothing }}', 'x') }],
			['Query Parameters 1 > Value is empty', { path: '/v3/hooks', ...fields('sku', '={{ $json.nothing }}') }],
			['Query Parameters must not have the name', { path: '/v3/hooks', ...fields('__proto__', 'x') }],
			['Full Response cannot be combined', { path: '/v3/hooks', returnAll: true, options: { fullResponse: true } }],
			['Method must be one of', { method: 'PATCH', path: '/v3/hooks' }],
			['Limit must be at least 1', { path: '/v3/hooks', limit: 0 }],
		])('is refused before any request: %s', async (message, parameters) => {
			const { error } = await run(parameters);
			expect(error?.message).toContain(message);
			expect(requests()).toEqual([]);
		});
	});
});
