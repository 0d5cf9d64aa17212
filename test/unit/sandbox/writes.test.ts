import { startSandbox, type Sandbox } from '../../sandbox';
import { clientOf, dataOf, type Client } from './client';
import { aString, textWith } from './matchers';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
	sandbox = await startSandbox({ products: 120, customers: 30, orders: 10 });
	api = clientOf(sandbox);
});
afterEach(() => sandbox.close());

describe('writes', () => {
	test('a product needs its required fields', async () => {
		const reply = await api.post('/v3/catalog/products', { name: 'Vase' });
		expect(reply.status).toBe(422);
		expect(reply.json).toMatchObject({
			errors: { type: 'error.path.missing', weight: 'error.path.missing', price: 'error.path.missing' },
		});
	});

	test('a duplicate name or SKU is a conflict, a variant SKU too', async () => {
		const product = { type: 'physical', weight: 1, price: 1 };
		const name = await api.post('/v3/catalog/products', { ...product, name: 'linen blanket 1' });
		const sku = await api.post('/v3/catalog/products', { ...product, name: 'New', sku: 'sb-00010-s' });
		expect([name.status, sku.status]).toEqual([409, 409]);
	});

	test('a product batch answers 207 when some fail, and 413 above ten', async () => {
		const partial = await api.put('/v3/catalog/products', [
			{ id: 1, price: 9 },
			{ id: 9999, price: 9 },
		]);
		expect(partial.status).toBe(207);
		expect(partial.json).toMatchObject({ data: [{ id: 1, price: 9 }], errors: { errors: { '1': textWith('9999') } } });
		const ids = Array.from({ length: 11 }, (_, index) => ({ id: index + 1, price: 1 }));
		expect((await api.put('/v3/catalog/products', ids)).status).toBe(413);
		expect((await api.get('/v3/catalog/products/2')).json).not.toMatchObject({ data: { price: 1 } });
	});

	test('products are not deleted without a filter', async () => {
		expect((await api.delete('/v3/catalog/products')).status).toBe(422);
		expect((await api.delete('/v3/catalog/products?id:in=1,2')).status).toBe(204);
		expect((await api.get('/v3/catalog/products/1')).status).toBe(404);
	});

	test('a customer batch is refused whole, and nothing is applied', async () => {
		const person = (email: string) => ({ email, first_name: 'A', last_name: 'B' });
		const reply = await api.post('/v3/customers', [person('new@example.com'), person('BEN.adams.1@example.com')]);
		expect(reply.status).toBe(422);
		expect(reply.json).toMatchObject({ errors: { '1.email': textWith('already in use') } });
		expect(dataOf(await api.get('/v3/customers?email:in=new@example.com'))).toEqual([]);
		const eleven = Array.from({ length: 11 }, (_, index) => person(`p${index}@example.com`));
		expect((await api.post('/v3/customers', eleven)).status).toBe(413);
	});

	test('a duplicate address answers 200 and is missing from the data', async () => {
		const address = {
			customer_id: 1,
			first_name: 'A',
			last_name: 'B',
			address1: 'x',
			city: 'y',
			country_code: 'US',
			state_or_province: 'Texas',
			postal_code: '1',
		};
		expect(dataOf(await api.post('/v3/customers/addresses', [address]))).toHaveLength(1);
		expect(dataOf(await api.post('/v3/customers/addresses', [address]))).toEqual([]);
	});

	test('inventory is set and moved, 2000 items at most, a product with variants only by variant', async () => {
		const item = { location_id: 1, sku: 'SB-00001' };
		const set = await api.put('/v3/inventory/adjustments/absolute', { items: [{ ...item, quantity: 5 }] });
		expect(set.json).toEqual({ transaction_id: aString });
		await api.post('/v3/inventory/adjustments/relative', { items: [{ ...item, quantity: -2 }] });
		expect((await api.get('/v3/catalog/products/1')).json).toMatchObject({ data: { inventory_level: 3 } });
		const whole = { items: [{ location_id: 1, product_id: 10, quantity: 5 }] };
		expect((await api.put('/v3/inventory/adjustments/absolute', whole)).status).toBe(422);
		const many = { items: Array.from({ length: 2001 }, () => ({ ...item, quantity: 1 })) };
		expect((await api.put('/v3/inventory/adjustments/absolute', many)).status).toBe(413);
	});

	test('a cart is filled, guarded by its version and gone with its last item', async () => {
		const cart = dataOf<{ id: string; version: number; line_items: { physical_items: [{ id: string }] } }>(
			await api.post('/v3/carts', { customer_id: 1, line_items: [{ product_id: 1, quantity: 2 }] }),
		);
		const itemPath = `/v3/carts/${cart.id}/items/${cart.line_items.physical_items[0].id}`;
		expect((await api.put(itemPath, { version: 7, line_item: { quantity: 1 } })).status).toBe(409);
		expect((await api.put(itemPath, { version: 1, line_item: { quantity: 1 } })).status).toBe(200);
		expect((await api.delete(itemPath)).status).toBe(204);
		expect((await api.get(`/v3/carts/${cart.id}`)).status).toBe(404);
	});

	test('a coupon is found by ID, and clears what its update leaves out', async () => {
		expect((await api.get('/v2/coupons?id=1')).json).toMatchObject([{ id: 1, amount: '10.0000' }]);
		expect((await api.get('/v2/coupons/1')).json).toMatchObject({ id: 1, code: 'WELCOME10' });
		const change = { name: 'W', code: 'WELCOME10', type: 'percentage_discount', amount: 12 };
		expect((await api.put('/v2/coupons/1', change)).json).toMatchObject({ amount: '12.0000', applies_to: {} });
		expect((await api.put('/v2/coupons/1', { ...change, code: 'spring5' })).status).toBe(409);
	});

	test('a refund must be paid as quoted', async () => {
		const { orderId } = sandbox.shopper.placeOrder({ items: [{ productId: 1, quantity: 2 }] });
		sandbox.shopper.payOrder(orderId);
		const [line] = (await api.get(`/v2/orders/${orderId}/products`)).json as [{ id: number }];
		const items = [{ item_type: 'PRODUCT', item_id: line.id, quantity: 1 }];
		const actions = `/v3/orders/${orderId}/payment_actions`;
		const quote = dataOf<{
			total_refund_amount: number;
			refund_methods: [[{ provider_id: string; amount: number; offline: boolean }]];
		}>(await api.post(`${actions}/refund_quotes`, { items }));
		const [method] = quote.refund_methods[0];
		const wrong = await api.post(`${actions}/refunds`, { items, payments: [{ ...method, amount: 0.5 }] });
		expect(wrong.status).toBe(422);
		expect((await api.post(`${actions}/refunds`, { items, payments: [method] })).status).toBe(201);
		expect((await api.get(`/v2/orders/${orderId}`)).json).toMatchObject({ status_id: 14 });
	});
});
