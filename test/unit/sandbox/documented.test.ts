import { startSandbox, type Sandbox } from '../../sandbox';
import { clientOf, dataOf, type Client } from './client';
import { aNumber, aString, textWith } from './matchers';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
	sandbox = await startSandbox({ products: 10, customers: 3, orders: 2 });
	api = clientOf(sandbox);
});
afterEach(() => sandbox.close());

const billing_address = { zip: '78701', country_iso2: 'US', email: 'a@example.com' };

describe('Fees of an order', () => {
	type Fee = { id: number; display_name_customer: string; cost_ex_tax: string; cost_inc_tax: string; cost_tax: string };
	const feesOf = async (order: number) => ((await api.get(`/v2/orders/${order}/fees`)).json as { fees: Fee[] }).fees;
	const put = (fees: object[]) => api.put('/v2/orders/100', { fees });

	test('are replaced: an ID keeps or changes one, what is not named is gone', async () => {
		const fee = (name: string) => ({
			type: 'custom_fee',
			display_name_customer: name,
			cost_ex_tax: 8,
			cost_inc_tax: 10,
		});
		await put([fee('Wrapping'), fee('Insurance'), fee('Rush')]);
		const [wrapping, insurance] = await feesOf(100);
		const changed = { id: insurance?.id, display_name_customer: 'Cover', cost_ex_tax: '5', cost_tax: '1' };
		expect((await put([{ id: wrapping?.id }, changed, fee('Ice')])).status).toBe(200);
		expect(await feesOf(100)).toMatchObject([
			{ id: wrapping?.id, display_name_customer: 'Wrapping', cost_tax: '2.0000' },
			{ id: insurance?.id, display_name_customer: 'Cover', cost_inc_tax: '6.0000' },
			{ id: aNumber, display_name_customer: 'Ice' },
		]);
		await api.put('/v2/orders/100', { staff_notes: 'no fees named' });
		expect(await feesOf(100)).toHaveLength(3);
		await put([]);
		expect(await feesOf(100)).toEqual([]);
	});

	test.each([
		[{ id: 777 }, '777'],
		[{ cost_ex_tax: 1, cost_inc_tax: 1 }, 'display_name'],
		[{ display_name_customer: 'x', cost_ex_tax: 1 }, 'two of'],
		[{ display_name_customer: 'x' }, 'two of'],
	])('are refused as documented: %j', async (fee, reason) => {
		const { status, json } = await put([fee]);
		expect([status, json]).toMatchObject([400, [{ details: { invalid_reason: textWith(reason) } }]]);
	});
});

test('an order is shipped or picked up, not both', async () => {
	const products = [{ product_id: 1, quantity: 1 }];
	const consignments = { pickups: [{ pickup_method_id: 1, line_items: products }] };
	const both = await api.post('/v2/orders', { billing_address, products, consignments });
	expect([both.status, both.json]).toMatchObject([400, [{ message: textWith("'consignments'") }]]);
	const shipping_addresses = [{ first_name: 'A', zip: '1' }];
	expect((await api.post('/v2/orders', { billing_address, consignments, shipping_addresses })).status).toBe(400);
	expect((await api.post('/v2/orders', { billing_address, consignments })).status).toBe(200);
	expect((await api.post('/v2/orders', { billing_address, products, shipping_addresses })).status).toBe(200);
});

test('custom fields of a product are changed by their ID, added without one, and kept when not named', async () => {
	const path = '/v3/catalog/products/1';
	const fieldsOf = async () => dataOf<{ id: number; name: string }[]>(await api.get(`${path}/custom-fields`));
	const put = (custom_fields: object[]) => api.put(path, { custom_fields });
	await put([
		{ name: 'Colour', value: 'red' },
		{ name: 'Size', value: 'M' },
	]);
	const [colour, size] = await fieldsOf();
	await put([
		{ id: colour?.id, name: 'Colour', value: 'blue' },
		{ name: 'Colour', value: 'green' },
		{ name: 'Size', value: 'M' },
	]);
	expect(await fieldsOf()).toEqual([
		{ id: colour?.id, name: 'Colour', value: 'blue' },
		{ id: size?.id, name: 'Size', value: 'M' },
		{ id: aNumber, name: 'Colour', value: 'green' },
	]);
	await put([]);
	expect(await fieldsOf()).toHaveLength(3);
	expect(await put([{ id: 99, name: 'a', value: 'b' }])).toMatchObject({
		status: 422,
		json: { errors: { 'custom_fields.0.id': textWith('99') } },
	});
});

test('a new product is answered with all of its parts, a list with those that are asked for', async () => {
	const product = { name: 'Vase', type: 'physical', weight: 2, price: 3 };
	const made = dataOf<object>(await api.post('/v3/catalog/products', product));
	expect(made).toMatchObject({ images: [], custom_fields: [], variants: [{ price: 3, weight: 2, sku_id: null }] });
	const [listed] = dataOf<object[]>(await api.get('/v3/catalog/products?name=Vase&include=images'));
	expect(listed).toHaveProperty('images');
	expect(listed).not.toHaveProperty('variants');
});

test('categories are the same by either way; one that holds products stays', async () => {
	const made = await api.post('/v3/catalog/categories', { parent_id: 1, name: 'Pots' });
	const { id } = dataOf<{ id: number }>(made);
	expect(made.json).toMatchObject({ data: { custom_url: { url: '/kitchen/pots/', is_customized: false } } });
	expect((await api.get(`/v3/catalog/trees/categories?category_id:in=${id}`)).json).toMatchObject({
		data: [{ category_id: id, tree_id: 1, category_uuid: aString, url: { path: '/kitchen/pots/' } }],
	});
	expect((await api.post('/v3/catalog/categories', { parent_id: 1, name: 'pots' })).status).toBe(409);
	expect((await api.post('/v3/catalog/categories', { parent_id: 77, name: 'Pans' })).status).toBe(422);
	expect((await api.delete('/v3/catalog/categories/2')).status).toBe(422);
	expect((await api.delete('/v3/catalog/categories')).status).toBe(422);
	expect((await api.delete(`/v3/catalog/categories/${id}`)).status).toBe(204);
	const refused = await api.post('/v3/catalog/trees/categories', [{ name: 'Lost', tree_id: 9 }]);
	expect(refused.json).toMatchObject({ errors: { status: 422, errors: { '0.tree_id': aString } } });
});

test('customers are shown with the parts that are asked for', async () => {
	const [bare] = dataOf<object[]>(await api.get('/v3/customers?id:in=1'));
	expect(bare).toMatchObject({ channel_ids: null });
	expect(bare).not.toHaveProperty('address_count');
	expect((await api.get('/v3/customers?id:in=1&include=addresses')).json).toMatchObject({
		data: [{ address_count: 1, addresses: [{ customer_id: 1 }] }],
	});
});
