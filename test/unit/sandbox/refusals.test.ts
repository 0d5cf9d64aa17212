import { startSandbox, type Sandbox } from '../../sandbox';
import { clientOf, type Client } from './client';
import { aString, textWith } from './matchers';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
	sandbox = await startSandbox({ products: 120, customers: 30, orders: 10 });
	api = clientOf(sandbox);
});
afterEach(() => sandbox.close());

describe('refusals', () => {
	test('401 for a wrong token, hash or none, in the shape of the API version', async () => {
		const stranger = clientOf(sandbox, 'wrong');
		expect((await stranger.get('/v3/hooks')).json).toMatchObject({ status: 401, title: 'Unauthorized' });
		expect((await stranger.get('/v2/time')).json).toEqual([{ status: 401, message: aString }]);
		const other = await fetch(`${sandbox.apiBaseUrl}/stores/other/v3/hooks`, {
			headers: { 'X-Auth-Token': sandbox.accessToken },
		});
		expect(other.status).toBe(401);
	});

	test('404 for unknown paths, 405 for unknown methods, 400 for bad JSON', async () => {
		expect((await api.get('/v3/nothing')).json).toMatchObject({ status: 404, title: aString });
		expect((await api.get('/v2/nothing')).json).toEqual([{ status: 404, message: aString }]);
		expect((await api.post('/v3/catalog/products/1', {})).status).toBe(405);
		expect((await api.post('/v3/catalog/products', '{"name":')).status).toBe(400);
	});

	test('403 for a missing scope; read-only does not write', async () => {
		const reader = sandbox.createApiAccount({ name: 'Reader', scopes: ['store_v2_products_read_only'] });
		const readerApi = clientOf(sandbox, reader.accessToken);
		expect((await readerApi.get('/v3/catalog/products?limit=1')).status).toBe(200);
		const write = await readerApi.put('/v3/catalog/products/1', { price: 1 });
		expect(write.json).toMatchObject({ status: 403, title: textWith('permission') });
		expect((await readerApi.get('/v2/orders')).json).toEqual([{ status: 403, message: aString }]);
		expect((await readerApi.get('/v3/hooks')).status).toBe(200);
	});

	test('the 401 of the wild instead, when asked for', async () => {
		const wild = await startSandbox({ missingScopeStatus: 401, products: 1, customers: 1, orders: 0 });
		const account = wild.createApiAccount({ name: 'Nobody', scopes: [] });
		const reply = await clientOf(wild, account.accessToken).get('/v2/orders');
		expect(reply.status).toBe(401);
		expect(reply.json).toEqual({ error: 'You are authorized but your scope does not include this resource.' });
		await wild.close();
	});

	test('orders scope does not open transactions, but does open refunds', async () => {
		const { accessToken } = sandbox.createApiAccount({ name: 'Orders', scopes: ['store_v2_orders'] });
		const orders = clientOf(sandbox, accessToken);
		expect((await orders.get('/v3/orders/100/transactions')).status).toBe(403);
		expect((await orders.get('/v3/orders/100/payment_actions/refunds')).status).toBe(200);
	});
});
