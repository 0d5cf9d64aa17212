import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const ORDERS = '/v2/orders';

describe('Order, changed', () => {
	const sandbox = useSandbox({ customers: 5, products: 80, orders: 12 });
	const run = operationsOf('order', sandbox);
	const sent = (method: string, path: string | RegExp = ORDERS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const fromItem = { order_id: byId('={{ $json.order }}') };

	const place = (items = [{ productId: 1, quantity: 2 }, { productId: 2 }]) =>
		sandbox.store.shopper.placeOrder({ items, status: 11 }).orderId;
	const read = async (path: string) => (await callStore(sandbox, 'GET', path)) as Array<{ id: number }>;

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
				additionalFields: { staff_notes: '' },
				products: {
					existing: [
						{ id: byId('={{ $json.first }}'), quantity: 7 },
						{ id: byId('={{ $json.second }}'), quantity: 0 },
					],
					catalog: [{ product_id: byId(5), quantity: 1 }],
				},
				requestOptions: { emptyValues: 'clear' },
				simplify: false,
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

		it('leaves alone what has no value, a billing address of blank cells too', async () => {
			const orders = [place(), place()];
			const parameters = {
				...fromItem,
				billing_address: { first_name: '={{ $json.name }}', zip: '={{ $json.zip }}' },
				additionalFields: { staff_notes: '={{ $json.notes }}', customer_message: 'Thanks' },
			};
			const result = await run('update', parameters, [
				{ order: orders[0], notes: 'Call first', name: 'Jane', zip: '10001' },
				{ order: orders[1], notes: null, name: '', zip: '' },
			]);
			expect(result.error).toBeUndefined();
			const bodyOf = (order: number | undefined) => sent('PUT', `${ORDERS}/${order}`)[0]?.body;
			expect(bodyOf(orders[0])).toEqual({
				staff_notes: 'Call first',
				customer_message: 'Thanks',
				billing_address: { first_name: 'Jane', zip: '10001' },
			});
			expect(bodyOf(orders[1])).toEqual({ customer_message: 'Thanks' });
		});

		it('refuses a change of the billing address without its postal code, and says what to do', async () => {
			const parameters = { ...fromItem, billing_address: { phone: '={{ $json.phone }}' } };
			const { error } = await run('update', parameters, [{ order: place(), phone: '512-555-0143' }]);
			expect(error?.message).toMatch(/^Billing Address > Postal Code is empty\. .*no postal codes/);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('changes form fields of addresses', async () => {
			const orders = [place(), place()];
			const items = await Promise.all(
				orders.map(async (order) => {
					const [{ id } = { id: 0 }] = await read(`${ORDERS}/${order}/shipping_addresses`);
					return { order, address: id };
				}),
			);
			const field = { name: 'License ID', value: '={{ $json.order }}' };
			const parameters = {
				...fromItem,
				billing_address: { zip: '10001', form_fields: { values: [field] } },
				shipping_addresses: {
					existing: [{ id: byId('={{ $json.address }}'), city: 'Dallas', form_fields: { values: [field] } }],
				},
			};
			const result = await run('update', parameters, items);
			expect(result.error).toBeUndefined();
			for (const { order, address } of items) {
				const form_fields = [{ name: 'License ID', value: order }];
				expect(sent('PUT', `${ORDERS}/${order}`)[0]?.body).toEqual({
					billing_address: { zip: '10001', form_fields },
					shipping_addresses: [{ id: address, city: 'Dallas', form_fields }],
				});
			}
		});

		it('repeats an update after a broken connection, unless it adds lines', async () => {
			const order = place();
			const drop = () => sandbox.store.faults.next({ match: { method: 'PUT' }, dropConnection: 'after' });
			drop();
			const plain = await run('update', { order_id: byId(order), additionalFields: { staff_notes: 'twice' } });
			expect(plain.error).toBeUndefined();
			expect(sent('PUT', `${ORDERS}/${order}`)).toHaveLength(2);
			sandbox.store.requests.clear();
			drop();
			const adding = await run('update', {
				order_id: byId(order),
				products: { fromItem: [{ list: '={{ [{ product_id: 5, quantity: 1 }] }}' }] },
			});
			expect(adding.error?.message).toContain('BigCommerce did not answer');
			expect(sent('PUT', `${ORDERS}/${order}`)).toHaveLength(1);
			expect(await read(`${ORDERS}/${order}/products`)).toHaveLength(3);
		});

		it('makes two changes of one order in their order', async () => {
			const order = place();
			const parameters = { ...fromItem, additionalFields: { staff_notes: '={{ $json.notes }}' }, simplify: false };
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
			for (const nothing of [{}, { additionalFields: {} }, { additionalFields: { staff_notes: '' } }]) {
				const { error } = await run('update', { order_id: byId(3), ...nothing });
				expect(error?.message).toBe('There is nothing to change');
			}
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('takes a customer that is named by email for a change', async () => {
			const { data } = (await callStore(sandbox, 'GET', '/v3/customers?limit=2')) as {
				data: Array<{ id: number; email: string }>;
			};
			const items = data.map(({ email }) => ({ order: place(), email }));
			const customer_id = { __rl: true as const, mode: 'email', value: '={{ $json.email }}' };
			const result = await run('update', { ...fromItem, additionalFields: { customer_id } }, items);
			expect(result.error).toBeUndefined();
			expect(items.map(({ order }) => sent('PUT', `${ORDERS}/${order}`)[0]?.body)).toEqual(
				data.map(({ id }) => ({ customer_id: id })),
			);
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place();
			const parameters = { ...fromItem, additionalFields: { staff_notes: 'x' } };
			const result = await run('update', parameters, [{ order }, { order: 999999 }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: order })],
				[1, rowWith({ status: 404 })],
			]);
		});
	});

	describe('Update Status', () => {
		const parameters = { ...fromItem, status_id: '={{ $json.status }}' };

		it('moves nothing before somebody has chosen a status', async () => {
			const { error } = await run('updateStatus', { order_id: byId(place()) });
			expect(error?.message).toContain('"Status" is required');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('understands names as files have them, and refuses what is none', async () => {
			const orders = [place(), place(), place()];
			const result = await run(
				'updateStatus',
				parameters,
				['Shipped', 'partially-refunded', 'Sent'].map((status, index) => ({ order: orders[index], status })),
				continueOnFail,
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: orders[0], status: 'Shipped' })],
				[1, rowWith({ id: orders[1], status: 'Partially Refunded' })],
				[2, rowWith({ error: expect.stringMatching(/^Status must be one of .*"Sent"/) as string })],
			]);
			expect(orders.map((order) => sent('PUT', `${ORDERS}/${order}`).map(({ body }) => body))).toEqual([
				[{ status_id: 2 }],
				[{ status_id: 14 }],
				[],
			]);
		});

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
				[1, rowWith({ id: order, status: 'Shipped' })],
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

		it('is repeated after a broken connection, since that changes nothing more', async () => {
			const order = place();
			sandbox.store.faults.next({ match: { method: 'DELETE' }, dropConnection: 'after' });
			expect(paired(await run('archive', { order_id: byId(order) }))).toEqual([[0, { id: order, archived: true }]]);
			expect(sent('DELETE', `${ORDERS}/${order}`)).toHaveLength(2);
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
