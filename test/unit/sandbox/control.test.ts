import { startSandbox, type Sandbox } from '../../sandbox';
import { aNumber } from './matchers';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox({ products: 5, customers: 2, orders: 0 });
});
afterEach(() => sandbox.close());

const send = async (method: string, path: string, body?: unknown) => {
	const response = await fetch(`${sandbox.url}${path}`, {
		method,
		...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
	});
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
};

test('scripts place, pay, ship and refund an order', async () => {
	const { json } = await send('POST', '/sandbox/orders', {
		customer: { email: 'a@example.com' },
		items: [{ productId: 2 }],
	});
	const id = String(json.orderId);
	expect((await send('POST', `/sandbox/orders/${id}/pay`)).json).toEqual({ ok: true });
	expect((await send('POST', `/sandbox/orders/${id}/ship`)).json).toEqual({ shipment_id: aNumber });
	await send('POST', `/sandbox/orders/${id}/refund`, { amount: 1 });
	const { orders } = (await send('GET', '/sandbox/state')).json;
	expect(orders).toMatchObject([{ email: 'a@example.com', status: 'Partially Refunded', shipments: 1 }]);
});

test('scripts abandon a cart, convert it and read the messages of the mail service', async () => {
	const { json } = await send('POST', '/sandbox/carts/abandon', {});
	const { carts } = (await send('GET', '/sandbox/state')).json;
	expect(carts).toMatchObject([{ id: json.cartId, state: 'abandoned' }]);
	expect((await send('POST', `/sandbox/carts/${String(json.cartId)}/convert`)).status).toBe(200);
	expect((await send('POST', `/sandbox/carts/${String(json.cartId)}/convert`)).status).toBe(404);
	await send('POST', '/sandbox/messages', { to: 'a@example.com', subject: 'Your cart' });
	expect((await send('GET', '/sandbox/messages')).json).toMatchObject([{ id: 1, to: 'a@example.com' }]);
	expect(sandbox.messages).toHaveLength(1);
});

test('bad input is refused with its field named', async () => {
	const { status, json } = await send('POST', '/sandbox/orders', { customer: { mail: 'x' } });
	expect(status).toBe(400);
	expect(JSON.stringify(json)).toContain('mail');
	expect((await send('POST', '/sandbox/orders', { items: [{ productId: 77 }] })).status).toBe(404);
});

test('the control panel is served and its script runs on the state', async () => {
	const page = await (await fetch(sandbox.url)).text();
	expect(page).toContain('Abandon a cart');
	expect(page).toContain('/sandbox/state');
	expect((await send('GET', '/sandbox/state')).json).toMatchObject({
		store_hash: 'sandbox1',
		api_path: `${sandbox.url}/stores/sandbox1`,
	});
});

test('faults, quota and webhooks can be steered from another process', async () => {
	await send('POST', '/sandbox/faults', { status: 503, match: { path: '^/v2/time' } });
	const time = () =>
		fetch(`${sandbox.apiBaseUrl}/stores/sandbox1/v2/time`, { headers: { 'X-Auth-Token': sandbox.accessToken } });
	expect((await time()).status).toBe(503);
	expect((await time()).status).toBe(200);
	await send('POST', '/sandbox/faults', { from: 2, acts: true, status: 504 });
	expect([(await time()).status, (await time()).status]).toEqual([200, 504]);
	expect((await send('POST', '/sandbox/faults', { failRows: { rows: [-1] } })).status).toBe(400);
	expect((await send('POST', '/sandbox/hooks/configure', { retryDelaysMs: [1] })).status).toBe(200);
	expect((await send('POST', '/sandbox/hooks/configure', { retries: 1 })).status).toBe(400);
});
