import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { clientOf, dataOf } from './client';
import { aString } from './matchers';

let sandbox: Sandbox;
const start = async (options: SandboxOptions) => {
	sandbox = await startSandbox({ products: 3, customers: 3, orders: 0, ...options });
	return clientOf(sandbox);
};

afterEach(() => sandbox.close());

const person = (email: string) => ({ email, first_name: 'X', last_name: 'Y' });

describe('faults', () => {
	test('answer instead of the store, as often as asked, for the request meant', async () => {
		const api = await start({});
		sandbox.faults.next({
			match: { method: 'GET', path: /\/v3\/catalog/ },
			times: 2,
			status: 500,
			html: '<h1>Oops</h1>',
		});
		expect((await api.get('/v2/time')).status).toBe(200);
		for (let request = 0; request < 2; request++) {
			const url = `${sandbox.apiBaseUrl}/stores/sandbox1/v3/catalog/products`;
			const response = await fetch(url, { headers: { 'X-Auth-Token': sandbox.accessToken } });
			expect([response.status, await response.text()]).toEqual([500, '<h1>Oops</h1>']);
			expect(response.headers.get('content-type')).toContain('text/html');
		}
		expect((await api.get('/v3/catalog/products')).status).toBe(200);
		expect(sandbox.faults.pending).toBe(0);
	});

	test('give a 429 without rate headers', async () => {
		const api = await start({ plan: 'standard' });
		sandbox.faults.next({ status: 429, body: { status: 429, title: 'Too Many Requests' } });
		const { status, headers } = await api.get('/v2/time');
		expect([status, headers.get('x-rate-limit-time-reset-ms')]).toEqual([429, null]);
	});

	test.each([
		['before', 3],
		['after', 4],
	] as const)('drop the connection %s the action', async (moment, customers) => {
		const api = await start({});
		sandbox.faults.next({ match: { method: 'POST', path: '/v3/customers' }, dropConnection: moment });
		const body = [{ email: 'x@example.com', first_name: 'X', last_name: 'Y' }];
		await expect(api.post('/v3/customers', body)).rejects.toThrow('fetch failed');
		const { json } = await api.get('/v3/customers');
		expect(json).toMatchObject({ meta: { pagination: { total: customers } } });
	});

	test('can be taken back', async () => {
		const api = await start({});
		sandbox.faults.next({ status: 503 })();
		expect((await api.get('/v2/time')).status).toBe(200);
	});

	test('strike from the request on that is asked for, however many others come between', async () => {
		const api = await start({});
		sandbox.faults.next({ match: { path: '/v2/time' }, from: 2, times: 2, status: 503 });
		const statuses: number[] = [];
		for (let request = 0; request < 4; request++) {
			statuses.push((await api.get('/v2/time')).status);
			expect((await api.get('/v2/store')).status).toBe(200);
		}
		expect(statuses).toEqual([200, 503, 503, 200]);
		expect(sandbox.faults.pending).toBe(0);
	});

	test('wait side by side, each for its own requests', async () => {
		const api = await start({});
		sandbox.faults.next({ match: { method: 'POST' }, from: 2, status: 500 });
		sandbox.faults.next({ match: { path: /customers/ }, from: 3, status: 502 });
		const post = async (n: number) => (await api.post('/v3/customers', [person(`p${n}@example.com`)])).status;
		expect([await post(1), await post(2), await post(3), await post(4)]).toEqual([200, 500, 502, 200]);
	});

	test('let the store act, and answer something else', async () => {
		const api = await start({});
		sandbox.faults.next({ match: { method: 'POST' }, acts: true, status: 504, body: { title: 'Gateway Timeout' } });
		const reply = await api.post('/v3/customers', [person('new@example.com')]);
		expect([reply.status, reply.json]).toEqual([504, { title: 'Gateway Timeout' }]);
		expect(dataOf(await api.get('/v3/customers?email:in=new@example.com'))).toHaveLength(1);
		expect(sandbox.requests.matching('POST', '/v3/customers')).toMatchObject([{ status: 504 }]);
	});

	test('wait before the store acts, or before it answers', async () => {
		const api = await start({});
		let acted = 0;
		const meanwhile = () => void (acted = performance.now());
		sandbox.faults.next({ answerDelayMs: 60, meanwhile });
		await api.get('/v2/time');
		expect(performance.now() - acted).toBeGreaterThanOrEqual(55);
		const started = performance.now();
		sandbox.faults.next({ delayMs: 60, meanwhile });
		await api.get('/v2/time');
		expect(acted - started).toBeGreaterThanOrEqual(55);
	});

	test.each([
		['/v3/catalog/products', [{ id: 1 }, { id: 2 }, { id: 3 }]],
		['/v3/customers', [{ id: 1 }, { id: 2 }, { id: 3 }]],
	])('fail chosen rows of a batch at %s, and save the others', async (path, rows) => {
		const api = await start({});
		sandbox.faults.next({ match: { method: 'PUT', path }, failRows: { rows: [0, 2], reason: 'Not today' } });
		const reply = await api.put(path, rows);
		expect(reply.status).toBe(207);
		expect(reply.json).toMatchObject({
			data: [{ id: 2 }],
			errors: { status: 422, title: 'Not today', type: aString, errors: { '0': 'Not today', '2': 'Not today' } },
			meta: { total: 3, success: 1, failed: 2 },
		});
	});

	test('fail rows in the way that the endpoint documents, or all of them', async () => {
		const api = await start({});
		const field = (key: string) => ({ permission_set: 'read', namespace: 'n', key, value: 'v', resource_id: 1 });
		sandbox.faults.next({ failRows: { rows: [1] } });
		const partial = await api.post('/v3/catalog/products/metafields', [field('a'), field('b')]);
		expect([partial.status, partial.json]).toMatchObject([
			422,
			{ data: [{ key: 'a' }], errors: [{ errors: { '1': aString } }] },
		]);
		sandbox.faults.next({ failRows: { rows: [0] } });
		const whole = await api.put('/v3/inventory/adjustments/absolute', {
			items: [{ location_id: 1, sku: 'SB-00001', quantity: 77 }],
		});
		expect([whole.status, whole.json]).toMatchObject([422, { meta: { total: 1, success: 0, failed: 1 } }]);
		expect((await api.get('/v3/catalog/products/1')).json).not.toMatchObject({ data: { inventory_level: 77 } });
	});

	test('spend the quota, also of a store that has none', async () => {
		const api = await start({});
		sandbox.faults.next({ quotaSpentMs: 4000 });
		const { status, headers, json } = await api.get('/v2/orders');
		expect([status, json]).toEqual([429, [{ status: 429, message: aString }]]);
		expect(headers.get('x-rate-limit-requests-left')).toBe('0');
		expect(headers.get('x-rate-limit-time-reset-ms')).toBe('4000');
		expect((await api.get('/v2/time')).status).toBe(200);
	});

	test('carry headers of their own, beside the store or instead of it', async () => {
		const api = await start({});
		sandbox.faults.next({ headers: { 'Retry-After': '7' } });
		const beside = await api.get('/v2/time');
		expect([beside.status, beside.headers.get('retry-after')]).toEqual([200, '7']);
		sandbox.faults.next({ status: 503, headers: { 'Retry-After': '9' } });
		const instead = await api.get('/v2/time');
		expect([instead.status, instead.headers.get('retry-after')]).toEqual([503, '9']);
	});

	test('let something happen between two pages of a list', async () => {
		const api = await start({ products: 6 });
		const match = { method: 'GET', path: '/v3/catalog/products' };
		sandbox.faults.next({ match, meanwhile: async () => void (await api.delete('/v3/catalog/products/1')) });
		const ids = async (page: number) =>
			dataOf<{ id: number }[]>(await api.get(`/v3/catalog/products?limit=2&page=${page}`)).map(({ id }) => id);
		expect([await ids(1), await ids(2), await ids(1)]).toEqual([
			[1, 2],
			[4, 5],
			[2, 3],
		]);
	});
});
