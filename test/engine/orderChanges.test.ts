import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const ORDERS = '/v2/orders';

describe('Order, written', () => {
	const sandbox = useSandbox({ customers: 5, products: 80, orders: 12 });
	const run = operationsOf('order', sandbox);
	const sent = (method: string, path: string | RegExp = ORDERS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const fromItem = { order_id: byId('={{ $json.order }}') };

	const place = (items = [{ productId: 1, quantity: 2 }, { productId: 2 }]) =>
		sandbox.store.shopper.placeOrder({ items, status: 11 }).orderId;
	const read = async (path: string) => (await callStore(sandbox, 'GET', path)) as Array<{ id: number }>;

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
					{ product_id: '={{ $json.product }}', quantity: 2, additionalFields: {} },
					{ product_id: '3', quantity: 1, additionalFields: { price_ex_tax: 0, price_inc_tax: 0 } },
				],
				custom: [
					{ name: 'Engraving', price_ex_tax: 4.5, price_inc_tax: 5, quantity: 1, additionalFields: { sku: '' } },
				],
			},
			additionalFields: { staff_notes: '', customer_id: 0, shipping_cost_ex_tax: 9.5, shipping_cost_inc_tax: 10 },
		};
		const items = [
			{ name: 'Jane', email: 'jane@example.com', product: 1 },
			{ name: 'John', email: 'john@example.com', product: 2 },
		];

		it('sends catalog and custom lines and exactly the fields that are set, one order per item', async () => {
			const result = await run('create', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 'Pending', billing_address: { email: 'jane@example.com' }, items_total: 4 })],
				[1, rowWith({ status: 'Pending', billing_address: { email: 'john@example.com' }, items_total: 4 })],
			]);
			const bodies = sent('POST').map(({ body }) => body);
			expect(bodies).toHaveLength(2);
			expect(bodies).toContainEqual({
				products: [
					{ product_id: 1, quantity: 2 },
					{ product_id: 3, quantity: 1, price_ex_tax: 0, price_inc_tax: 0 },
					{ name: 'Engraving', price_ex_tax: 4.5, price_inc_tax: 5, quantity: 1, sku: '' },
				],
				billing_address: { first_name: 'Jane', zip: '78701', country_iso2: 'US', email: 'jane@example.com' },
				staff_notes: '',
				customer_id: 0,
				shipping_cost_ex_tax: '9.5',
				shipping_cost_inc_tax: '10',
			});
		});

		it('takes lines, addresses and dates from expressions', async () => {
			const lines = [{ product_id: 4, quantity: 3 }];
			const { items: rows, error } = await run(
				'create',
				{
					billing_address: { zip: '78701', country: 'United States' },
					additionalFields: {
						productsJson: '={{ $json.lines }}',
						date_created: '={{ $json.placed }}',
						shipping_addresses: { values: [{ address: { street_1: '1 Elm Street', zip: '10001' } }] },
					},
					simplify: false,
				},
				[{ lines, placed: '2024-03-05T10:00:00+02:00' }],
			);
			expect(error).toBeUndefined();
			expect(sent('POST')[0]?.body).toEqual({
				products: lines,
				billing_address: { zip: '78701', country: 'United States' },
				shipping_addresses: [{ street_1: '1 Elm Street', zip: '10001' }],
				date_created: 'Tue, 05 Mar 2024 08:00:00 +0000',
			});
			expect(rows[0]?.json).toMatchObject({ date_created: 'Tue, 05 Mar 2024 08:00:00 +0000' });
		});

		it.each([
			['Products is empty', { billing_address: { zip: '78701' } }],
			['ZIP Code is empty', { ...parameters, billing_address: { country: 'Austria' } }],
			['Products (JSON) must be a list', { ...parameters, additionalFields: { productsJson: '{"product_id": 1}' } }],
			['Products (JSON) is not valid JSON', { ...parameters, additionalFields: { productsJson: '[{' } }],
			['Product ID must be a positive whole number', { ...parameters, products: { catalog: [{ product_id: 'x' }] } }],
			['Date Created is not a date', { ...parameters, additionalFields: { date_created: 'yesterday-ish' } }],
		])('refuses before any request: %s', async (message, wrong) => {
			const { error } = await run('create', wrong, items);
			expect(error?.message).toContain(message);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('names what the store does not accept, for its item alone', async () => {
			const wrong = [items[0]!, { ...items[1], product: 99999 }, { ...items[0], name: 'Third' }];
			const result = await run('create', parameters, wrong, continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 'Pending' })],
				[1, rowWith({ status: 400, error: expect.stringContaining('product_id') as string })],
				[2, rowWith({ status: 'Pending' })],
			]);
		});
	});

	describe('Update', () => {
		it('changes, adds and removes lines, and blanks fields', async () => {
			const orders = [place(), place()];
			const items = await Promise.all(
				orders.map(async (order) => {
					const [first, second] = await read(`${ORDERS}/${order}/products`);
					return { order, first: first?.id, second: second?.id };
				}),
			);
			const parameters = {
				...fromItem,
				updateFields: {
					staff_notes: '',
					products: {
						existing: [
							{ id: '={{ $json.first }}', additionalFields: { quantity: 7 } },
							{ id: '={{ $json.second }}', additionalFields: { quantity: 0 } },
						],
						catalog: [{ product_id: '5', quantity: 1, additionalFields: {} }],
					},
				},
			};
			sandbox.store.requests.clear();
			const result = await run('update', parameters, items);
			expect(paired(result)).toEqual(orders.map((id, index) => [index, rowWith({ id, items_total: 8 })]));
			expect(sent('PUT', `${ORDERS}/${orders[1]}`).map(({ body }) => body)).toEqual([
				{
					products: [
						{ id: items[1]?.first, quantity: 7 },
						{ id: items[1]?.second, quantity: 0 },
						{ product_id: 5, quantity: 1 },
					],
					staff_notes: '',
				},
			]);
		});

		it('repeats an update after a broken connection, unless it adds lines', async () => {
			const order = place();
			const drop = () => sandbox.store.faults.next({ match: { method: 'PUT' }, dropConnection: 'after' });
			drop();
			const plain = await run('update', { order_id: byId(order), updateFields: { staff_notes: 'twice' } });
			expect(plain.error).toBeUndefined();
			expect(sent('PUT', `${ORDERS}/${order}`)).toHaveLength(2);
			sandbox.store.requests.clear();
			drop();
			const adding = await run('update', {
				order_id: byId(order),
				updateFields: { productsJson: [{ product_id: 5, quantity: 1 }] },
			});
			expect(adding.error?.message).toBe('BigCommerce did not answer');
			expect(sent('PUT', `${ORDERS}/${order}`)).toHaveLength(1);
			expect(await read(`${ORDERS}/${order}/products`)).toHaveLength(3);
		});

		it('makes two changes of one order in their order', async () => {
			const order = place();
			const parameters = { ...fromItem, updateFields: { staff_notes: '={{ $json.notes }}' }, simplify: false };
			const result = await run('update', parameters, [
				{ order, notes: 'first' },
				{ order, notes: 'second' },
			]);
			expect(paired(result).map(([item, row]) => [item, row.staff_notes])).toEqual([
				[0, 'first'],
				[1, 'second'],
			]);
		});

		it('refuses to change nothing', async () => {
			const { error } = await run('update', { order_id: byId(3), updateFields: {} });
			expect(error?.message).toContain('Update Fields is empty');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place();
			const parameters = { ...fromItem, updateFields: { staff_notes: 'x' } };
			const result = await run('update', parameters, [{ order }, { order: 999999 }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: order })],
				[1, rowWith({ status: 404 })],
			]);
		});
	});

	describe('Update Status', () => {
		const parameters = { ...fromItem, status_id: '={{ $json.status }}' };

		it('moves each order to its status, Incomplete (0) included', async () => {
			const [one, other] = [place(), place()];
			const result = await run('updateStatus', parameters, [
				{ order: one, status: 2 },
				{ order: other, status: 0 },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: one, status: 'Shipped' })],
				[1, rowWith({ id: other, status: 'Incomplete' })],
			]);
			expect(sent('PUT', `${ORDERS}/${other}`).map(({ body }) => body)).toEqual([{ status_id: 0 }]);
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place();
			const items = [
				{ order: 999999, status: 2 },
				{ order, status: 2 },
			];
			expect(paired(await run('updateStatus', parameters, items, continueOnFail))).toEqual([
				[0, rowWith({ status: 404 })],
				[1, rowWith({ id: order, status_id: 2 })],
			]);
		});
	});

	describe('Archive', () => {
		it('archives each order, and stops listing them', async () => {
			const orders = [place(), place()];
			const result = await run(
				'archive',
				fromItem,
				orders.map((order) => ({ order })),
			);
			expect(paired(result)).toEqual(orders.map((id, index) => [index, { id, archived: true }]));
			const { items } = await run('getAll', { filters: { min_id: String(orders[0]), max_id: String(orders[1]) } });
			expect(items).toEqual([]);
		});

		it('never archives all orders because an ID is empty', async () => {
			const { error } = await run('archive', fromItem, [{ order: place() }, { order: '' }]);
			expect(error?.message).toContain('Order');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place();
			const result = await run('archive', fromItem, [{ order }, { order: 999999 }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, { id: order, archived: true }],
				[1, rowWith({ status: 404 })],
			]);
		});
	});
});
