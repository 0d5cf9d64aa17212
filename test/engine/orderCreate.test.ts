import type { INodeParameters } from 'n8n-workflow';

import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const ORDERS = '/v2/orders';

describe('Order, created', () => {
	const sandbox = useSandbox({ customers: 5, products: 80, orders: 12 });
	const run = operationsOf('order', sandbox);
	const sent = (method: string, path: string | RegExp = ORDERS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	describe('Create', () => {
		const address = {
			first_name: '={{ $json.name }}',
			last_name: '',
			zip: '78701',
			country_iso2: 'US',
			email: '={{ $json.email }}',
		};
		const parameters = {
			billing_address: address,
			products: {
				catalog: [
					{ product_id: byId('={{ $json.product }}'), quantity: 2 },
					{ product_id: byId(3), quantity: 1, price_ex_tax: 0, price_inc_tax: 0 },
				],
				custom: [{ name: 'Engraving', price_ex_tax: 4.5, price_inc_tax: 5, quantity: 1, sku: '' }],
			},
			additionalFields: {
				staff_notes: '',
				customer_id: byId(0),
				shipping_cost_ex_tax: 9.5,
				shipping_cost_inc_tax: 10,
			},
		};
		const items = [
			{ name: 'Jane', email: 'jane@example.com', product: 1 },
			{ name: 'John', email: 'john@example.com', product: 2 },
		];

		it('sends catalog and custom lines and exactly the fields that have a value, one order per item', async () => {
			const result = await run('create', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 'Pending', billing_address: { email: 'jane@example.com' } })],
				[1, rowWith({ status: 'Pending', billing_address: { email: 'john@example.com' } })],
			]);
			const bodies = sent('POST').map(({ body }) => body);
			expect(bodies).toHaveLength(2);
			expect(bodies).toContainEqual({
				products: [
					{ product_id: 1, quantity: 2 },
					{ product_id: 3, quantity: 1, price_ex_tax: 0, price_inc_tax: 0 },
					{ name: 'Engraving', price_ex_tax: 4.5, price_inc_tax: 5, quantity: 1 },
				],
				billing_address: { first_name: 'Jane', zip: '78701', country_iso2: 'US', email: 'jane@example.com' },
				customer_id: 0,
				shipping_cost_ex_tax: '9.5',
				shipping_cost_inc_tax: '10',
			});
		});

		/** As the form stores entries that somebody has added: every field, those that nobody touched with ''. */
		const untouched = {
			catalog: {
				product_id: byId(1),
				quantity: 2,
				variant_id: { __rl: true, mode: 'list', value: '' },
				price_ex_tax: '',
				price_inc_tax: '',
				additionalFields: {},
			},
			fee: {
				display_name_customer: 'Insurance',
				cost_ex_tax: 8,
				cost_inc_tax: '',
				cost_tax: 1.5,
				additionalFields: {},
			},
		};

		it('sends no price that nobody touched, and the fee with two of its costs', async () => {
			const { error } = await run('create', {
				...parameters,
				products: { catalog: [untouched.catalog] },
				fees: { values: [untouched.fee] },
			});
			expect(error).toBeUndefined();
			expect(sent('POST')[0]?.body).toMatchObject({ products: [{ product_id: 1, quantity: 2 }] });
			expect((sent('POST')[0]?.body as { products: object[] }).products).toEqual([{ product_id: 1, quantity: 2 }]);
			expect((sent('POST')[0]?.body as { fees: object[] }).fees).toEqual([
				{ type: 'custom_fee', display_name_customer: 'Insurance', cost_ex_tax: '8', cost_tax: '1.5' },
			]);
		});

		it('takes lines, addresses and dates from expressions', async () => {
			const lines = [
				{ product_id: 4, quantity: 3, product_options: [{ id: 5, value: 'Red' }] },
				{ name: 'Engraving', quantity: 1, price_ex_tax: 4, price_inc_tax: 5 },
			];
			const { items: rows, error } = await run(
				'create',
				{
					billing_address: { zip: '78701', country: 'United States' },
					products: { fromItem: [{ list: '={{ $json.lines }}' }] },
					shipping_addresses: {
						values: [
							{ street_1: '1 Elm Street', zip: '10001', country_iso2: 'US' },
							{ street_1: '={{ $json.second }}', zip: '', country_iso2: 'US' },
						],
					},
					additionalFields: { date_created: '={{ $json.placed }}' },
					simplify: false,
				},
				[{ lines, placed: '2024-03-05T10:00:00+02:00', second: '' }],
			);
			expect(error).toBeUndefined();
			expect(sent('POST')[0]?.body).toEqual({
				products: lines,
				billing_address: { zip: '78701', country: 'United States' },
				// An address that has a country only is none.
				shipping_addresses: [{ street_1: '1 Elm Street', zip: '10001', country_iso2: 'US' }],
				date_created: 'Tue, 05 Mar 2024 08:00:00 +0000',
			});
			expect(rows[0]?.json).toMatchObject({ date_created: 'Tue, 05 Mar 2024 08:00:00 +0000' });
		});

		it('sends the products of a pickup in its consignment and nowhere else', async () => {
			const result = await run(
				'create',
				{
					...parameters,
					fulfillment: '={{ $json.how }}',
					pickup_method_id: '7',
					pickup_details: { collection_instructions: 'Bring your ID', location: { city: 'Austin' } },
					shipping_addresses: { values: [{ street_1: '1 Elm Street', zip: '10001', country_iso2: 'US' }] },
				},
				[
					{ ...items[0], how: 'pickup' },
					{ ...items[1], how: 'shipping' },
				],
			);
			expect(result.error).toBeUndefined();
			const bodies = sent('POST').map(({ body }) => body as Record<string, unknown>);
			const collected = bodies.find(({ consignments }) => consignments !== undefined);
			const shipped = bodies.find(({ products }) => products !== undefined);
			expect(collected).not.toHaveProperty('products');
			expect(collected).not.toHaveProperty('shipping_addresses');
			expect(collected?.consignments).toEqual({
				pickups: [
					{
						pickup_method_id: 7,
						collection_instructions: 'Bring your ID',
						location: { city: 'Austin' },
						line_items: [
							{ product_id: 1, quantity: 2 },
							{ product_id: 3, quantity: 1, price_ex_tax: 0, price_inc_tax: 0 },
							{ name: 'Engraving', price_ex_tax: 4.5, price_inc_tax: 5, quantity: 1 },
						],
					},
				],
			});
			expect(Object.keys(shipped ?? {}).filter((name) => /pickup|consignment/.test(name))).toEqual([]);
		});

		it('names a product by SKU, and looks each up once', async () => {
			const { data } = (await callStore(sandbox, 'GET', '/v3/catalog/products?id:in=1,2')) as {
				data: Array<{ id: number; sku: string }>;
			};
			sandbox.store.requests.clear();
			const bySku = { __rl: true as const, mode: 'sku', value: '={{ $json.sku }}' };
			const rows = [...data, data[0]!].map(({ sku }) => ({ ...items[0], sku }));
			const result = await run(
				'create',
				{ ...parameters, products: { catalog: [{ product_id: bySku, quantity: 1 }] } },
				[...rows, { ...items[0], sku: 'NOBODY-HAS-IT' }],
				continueOnFail,
			);
			expect(paired(result).map(([item, { error }]) => [item, error])).toEqual([
				[0, undefined],
				[1, undefined],
				[2, undefined],
				[3, expect.stringContaining('NOBODY-HAS-IT') as string],
			]);
			const ids = sent('POST').map(({ body }) => (body as { products: Array<{ product_id: number }> }).products[0]!);
			expect(ids.map(({ product_id: id }) => id).sort()).toEqual([1, 1, 2]);
			expect(sandbox.store.requests.matching('GET', '/v3/catalog/products')).toHaveLength(1);
		});

		const line = { product_id: byId(1), quantity: 1 };
		const withFee = (fee: object) => ({ ...parameters, fees: { values: [fee] } });

		it.each<[message: string, wrong: object]>([
			['Products is empty', { billing_address: { zip: '78701' } }],
			['Products is empty', { ...parameters, products: { fromItem: [{ list: '={{ [] }}' }] } }],
			['Billing Address > Postal Code is empty', { ...parameters, billing_address: { country: 'Austria' } }],
			['Billing Address > Country Code is empty', { ...parameters, billing_address: { zip: '1010' } }],
			['must be a list', { ...parameters, products: { fromItem: [{ list: '{"product_id": 1}' }] } }],
			['must be valid JSON', { ...parameters, products: { fromItem: [{ list: '[{' }] } }],
			[
				'Product must be the ID of a product',
				{ ...parameters, products: { catalog: [{ ...line, product_id: byId('x') }] } },
			],
			['Quantity is empty', { ...parameters, products: { catalog: [{ ...line, quantity: '' }] } }],
			[
				'Price Excluding Tax is empty',
				{ ...parameters, products: { custom: [{ name: 'A', quantity: 1, price_ex_tax: '', price_inc_tax: 1 }] } },
			],
			['Date Created must be', { ...parameters, additionalFields: { date_created: 'yesterday-ish' } }],
			['Status must be one of', { ...parameters, additionalFields: { status_id: "={{ 'Sent' }}" } }],
			['Price Including Tax is empty', { ...parameters, products: { catalog: [{ ...line, price_ex_tax: 3 }] } }],
			[
				'Gift Wrapping Cost Excluding Tax and',
				{ ...parameters, products: { catalog: [{ ...line, additionalFields: { wrapping_id: '4' } }] } },
			],
			['Shipping Cost Including Tax is empty', { ...parameters, additionalFields: { shipping_cost_ex_tax: 3 } }],
			['Total Excluding Tax is empty', { ...parameters, additionalFields: { total_inc_tax: 3 } }],
			['must have two of', withFee({ display_name_customer: 'Insurance', cost_ex_tax: 8 })],
			['must have a Name for', withFee({ cost_ex_tax: 8, cost_inc_tax: 10 })],
			['Pickup Method ID is empty', { ...parameters, fulfillment: 'pickup', pickup_method_id: "={{ '' }}" }],
		])('refuses before any request: %s', async (message, wrong) => {
			const { error } = await run('create', wrong as INodeParameters, items);
			expect(error?.message).toContain(message);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('names everything at once that is wrong with an item', async () => {
			const { error } = await run('create', {
				...parameters,
				products: { catalog: [{ ...line, price_inc_tax: 3 }] },
				additionalFields: { total_inc_tax: 3, shipping_cost_ex_tax: 1 },
			});
			for (const name of ['Price Excluding Tax', 'Total Excluding Tax', 'Shipping Cost Including Tax']) {
				expect(error?.message).toContain(`${name} is empty`);
			}
		});

		it('says what to do for a country without postal codes', async () => {
			const { error } = await run('create', { ...parameters, billing_address: { country: 'Ireland', zip: '' } }, items);
			expect(error?.message).toMatch(/Postal Code is empty\. .*no postal codes/);
		});

		it('names what the store does not accept, for its item alone', async () => {
			const wrong = [items[0]!, { ...items[1], product: 99999 }, { ...items[0], name: 'Third' }];
			const result = await run('create', parameters, wrong, continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 'Pending' })],
				[1, rowWith({ status: 400, error: expect.stringContaining('Product 99999 does not exist') as string })],
				[2, rowWith({ status: 'Pending' })],
			]);
		});
	});
});
