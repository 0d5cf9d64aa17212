import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { startSandbox, type Hook, type Sandbox, type WebhookOptions } from '../../sandbox';
import { clientOf, dataOf, type Client } from './client';
import { startReceiver } from './receiver';

let sandbox: Sandbox;
let api: Client;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

const start = async (webhooks: WebhookOptions = {}, answers: number[] = [200]) => {
	receiver = await startReceiver(answers);
	sandbox = await startSandbox({ products: 5, customers: 5, orders: 2, webhooks });
	api = clientOf(sandbox);
};
const register = async (scope: string, more: object = {}): Promise<Hook> =>
	dataOf<Hook>(await api.post('/v3/hooks', { scope, destination: receiver.url, is_active: true, ...more }));
const scopes = (): string[] => receiver.received.map(({ body }) => (JSON.parse(body) as { scope: string }).scope);

afterEach(async () => {
	await sandbox.close();
	await receiver.close();
});

test('a delivery is signed, echoes the headers and hashes its payload', async () => {
	await start();
	await register('store/order/created', { headers: { 'x-secret': 'abc' } });
	const { orderId } = sandbox.shopper.placeOrder();
	await sandbox.hooks.idle();
	const [delivery] = receiver.received;
	if (!delivery) throw new Error('nothing arrived');
	const key = Buffer.from(sandbox.clientSecret).toString('base64');
	const headers = delivery.headers as Record<string, string>;
	expect(new Webhook(key).verify(delivery.body, headers)).toMatchObject({
		scope: 'store/order/created',
		store_id: '1000042',
		producer: 'stores/sandbox1',
		data: { type: 'order', id: orderId },
	});
	expect(() => new Webhook(key).verify(`${delivery.body} `, headers)).toThrow();
	expect(headers['x-secret']).toBe('abc');
	const { hash, ...rest } = JSON.parse(delivery.body) as { hash: string; created_at: number };
	expect(hash).toMatch(/^[0-9a-f]{40}$/);
	const { created_at, producer, ...head } = rest as typeof rest & { producer: string };
	expect(hash).toBe(
		createHash('sha1')
			.update(JSON.stringify({ ...head, created_at, producer }))
			.digest('hex'),
	);
});

test('acts of shoppers fire the documented fan-out', async () => {
	await start({ concurrency: 1 });
	for (const scope of ['store/order/*', 'store/cart/*', 'store/shipment/*']) await register(scope);
	const { cartId, token } = sandbox.shopper.abandonCart({ customer: { email: 'left@example.com' } });
	await sandbox.hooks.idle();
	expect(scopes()).toEqual([
		'store/cart/created',
		'store/cart/updated',
		'store/cart/lineItem/created',
		'store/cart/abandoned',
	]);
	expect(receiver.received[3]?.body).toContain(`"token":"${token}"`);
	receiver.received.length = 0;
	const { orderId } = sandbox.shopper.convertCart(cartId);
	sandbox.shopper.payOrder(orderId);
	sandbox.shopper.ship(orderId);
	sandbox.shopper.refund(orderId);
	await sandbox.hooks.idle();
	expect(scopes()).toEqual([
		'store/order/created',
		'store/cart/converted',
		'store/order/updated',
		'store/order/statusUpdated',
		'store/order/transaction/created',
		'store/order/updated',
		'store/order/statusUpdated',
		'store/shipment/created',
		'store/order/updated',
		'store/order/statusUpdated',
		'store/order/transaction/created',
		'store/order/updated',
		'store/order/statusUpdated',
		'store/order/refund/created',
	]);
	expect((await api.get(`/v3/abandoned-carts/${token}`)).json).toMatchObject({ data: { cart_id: cartId } });
	expect((await api.get(`/v3/carts/${cartId}`)).status).toBe(404);
	expect((await api.get(`/v2/orders/${orderId}`)).json).toMatchObject({ status_id: 4, cart_id: cartId });
});

test('writes through the API fire hooks, and channel scopes have their own keys', async () => {
	await start({ concurrency: 1 });
	await register('store/customer/created');
	await register('store/channel/1/order/*');
	await register('store/channel/2/order/*');
	await api.post('/v3/customers', [{ email: 'x@example.com', first_name: 'X', last_name: 'Y' }]);
	await api.put('/v2/orders/100', { staff_notes: 'x' });
	await sandbox.hooks.idle();
	expect(receiver.received.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
		{ scope: 'store/customer/created', data: { type: 'customer', id: 6 } },
		{ scope: 'store/channel/1/order/updated', data: { order_id: 100 } },
	]);
});

test('a failed delivery is repeated with the same body, hash and id', async () => {
	await start({ retryDelaysMs: [10, 10, 10] }, [500, 503, 200]);
	await register('store/order/created');
	sandbox.shopper.placeOrder();
	await sandbox.hooks.idle({ includeRetries: true });
	expect(receiver.received).toHaveLength(3);
	expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
	expect(sandbox.deliveries[0]).toMatchObject({
		state: 'delivered',
		attempts: [{ status: 500 }, { status: 503 }, { status: 200 }],
	});
});

test('a hook is deactivated after the last retry, and its owner is told', async () => {
	await start({ retryDelaysMs: [5] }, [500]);
	const watcher = await startReceiver();
	const hook = await register('store/order/created');
	await register('store/hook/deliveryException', { destination: watcher.url });
	sandbox.shopper.placeOrder();
	await sandbox.hooks.idle({ includeRetries: true });
	expect(receiver.received).toHaveLength(2);
	expect(sandbox.hooks.get(hook.id)).toMatchObject({ is_active: false });
	expect((await api.get('/v3/hooks/admin?is_active=false')).json).toMatchObject({
		data: { hooks_list: [{ id: hook.id, status: 'deactivated' }] },
	});
	const codes = watcher.received.map(
		({ body }) => (JSON.parse(body) as { data: { error_code: number } }).data.error_code,
	);
	expect(codes).toEqual([90_001, 90_002]);
	await api.put(`/v3/hooks/${hook.id}`, { is_active: true });
	sandbox.shopper.placeOrder();
	await sandbox.hooks.idle({ includeRetries: true });
	expect(receiver.received.length).toBeGreaterThan(2);
	await watcher.close();
});

test('a domain that fails too often is blocked for a while', async () => {
	const blockList = { windowMs: 60_000, blockMs: 60_000, minDeliveries: 5, minSuccessRatio: 0.9 };
	await start({ retryDelaysMs: [60_000], blockList, concurrency: 1 }, [500]);
	await register('store/customer/created');
	for (let count = 0; count < 8; count++) sandbox.shopper.registerCustomer();
	await sandbox.hooks.idle();
	expect(receiver.received).toHaveLength(5);
	expect((await api.get('/v3/hooks/admin')).json).toMatchObject({
		data: { blocked_domains: [{ destination: new URL(receiver.url).origin, time_left: 60 }] },
	});
});

test('duplicates and disorder on demand', async () => {
	await start({ duplicateRatio: 1, concurrency: 1 });
	await register('store/customer/created');
	sandbox.hooks.pause();
	for (let count = 0; count < 3; count++) sandbox.shopper.registerCustomer();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(receiver.received).toHaveLength(0);
	sandbox.hooks.resume('reversed');
	await sandbox.hooks.idle();
	const ids = receiver.received.map(({ body }) => (JSON.parse(body) as { data: { id: number } }).data.id);
	expect(ids).toEqual([8, 8, 7, 7, 6, 6]);
	sandbox.hooks.redeliver(sandbox.deliveries[0]?.id ?? 0);
	await sandbox.hooks.idle();
	expect(receiver.received[6]?.headers['webhook-id']).toBe(receiver.received[5]?.headers['webhook-id']);
});

describe('registration', () => {
	test('needs scope and destination', async () => {
		await start();
		const reply = await api.post('/v3/hooks', { scope: 'store/order/created' });
		expect(reply.status).toBe(422);
		expect(reply.json).toMatchObject({ errors: { destination: 'error.path.missing' } });
	});

	test('takes no second hook for a scope and destination, and ten for a scope', async () => {
		await start();
		await register('store/order/created');
		const again = { scope: 'store/order/created', destination: receiver.url };
		expect((await api.post('/v3/hooks', again)).status).toBe(422);
		sandbox.hooks.configure({ limitStatus: 409 });
		expect((await api.post('/v3/hooks', again)).status).toBe(409);
		const statuses: number[] = [];
		for (let count = 0; count < 10; count++) {
			const reply = await api.post('/v3/hooks', { ...again, destination: `${receiver.url}/${count}` });
			statuses.push(reply.status);
		}
		expect(statuses).toEqual([...Array<number>(9).fill(200), 409]);
	});

	test.each([
		['http://127.0.0.1:9/x', true, 200],
		['http://127.0.0.1:9/x', false, 422],
		['https://shop.example/x', false, 200],
		['https://shop.example:8443/x', true, 422],
		['http://shop.example/x', true, 422],
	])('of %s with loopback allowed %s answers %s', async (destination, allowLoopbackDestinations, status) => {
		await start({ allowLoopbackDestinations });
		expect((await api.post('/v3/hooks', { scope: 'store/order/*', destination })).status).toBe(status);
	});

	test('is seen by its own account only and goes with it', async () => {
		await start();
		const hook = await register('store/order/created');
		const other = sandbox.createApiAccount({ name: 'Other', scopes: [] });
		const otherApi = clientOf(sandbox, other.accessToken);
		expect(dataOf(await otherApi.get('/v3/hooks'))).toEqual([]);
		expect((await otherApi.get(`/v3/hooks/${hook.id}`)).status).toBe(404);
		expect((await otherApi.delete(`/v3/hooks/${hook.id}`)).status).toBe(404);
		await otherApi.post('/v3/hooks', { scope: 'store/order/created', destination: receiver.url });
		expect(sandbox.hooks.list()).toHaveLength(2);
		sandbox.deleteApiAccount(other.clientId);
		expect(sandbox.hooks.list()).toHaveLength(1);
		expect((await otherApi.get('/v3/hooks')).status).toBe(401);
	});

	test('without is_active makes a silent hook; delete answers with the hook', async () => {
		await start();
		const hook = await register('store/order/created', { is_active: undefined });
		expect(hook.is_active).toBe(false);
		sandbox.shopper.placeOrder();
		expect(sandbox.deliveries).toHaveLength(0);
		const deleted = await api.delete(`/v3/hooks/${hook.id}`);
		expect([deleted.status, dataOf<Hook>(deleted).id]).toEqual([200, hook.id]);
	});
});

test('a burst of deliveries reaches its receiver, each once', async () => {
	await start({ concurrency: 50 });
	await register('store/order/*');
	for (let id = 1; id <= 500; id++) sandbox.hooks.emit({ scope: 'store/order/created', data: { type: 'order', id } });
	await sandbox.hooks.idle();
	expect(receiver.received).toHaveLength(500);
	expect(sandbox.deliveries.every(({ state }) => state === 'delivered')).toBe(true);
});

test('close ends what is queued, in flight and planned', async () => {
	await start({ retryDelaysMs: [60_000] }, [500]);
	await register('store/order/*');
	sandbox.shopper.placeOrder();
	await sandbox.hooks.idle();
	sandbox.shopper.placeOrder();
	const waiting = sandbox.hooks.idle({ includeRetries: true });
	await sandbox.close();
	await waiting;
	await expect(fetch(sandbox.url)).rejects.toThrow('fetch failed');
});
