import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

interface Line {
	id: number;
	order_address_id: number;
	quantity: number;
	quantity_shipped: number;
}

describe('Shipment', () => {
	const sandbox = useSandbox({ customers: 5, products: 20, orders: 5 });
	const run = operationsOf('shipment', sandbox);
	const sent = (method: string, order: number, rest = '') =>
		sandbox.store.requests.matching(method, `/v2/orders/${order}/shipments${rest}`);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const ofItem = { order_id: byId('={{ $json.order }}') };

	const place = () =>
		sandbox.store.shopper.placeOrder({ items: [{ productId: 1, quantity: 3 }, { productId: 2 }], status: 11 }).orderId;
	const linesOf = async (order: number) => (await callStore(sandbox, 'GET', `/v2/orders/${order}/products`)) as Line[];
	const ship = async (order: number, items: Array<{ order_product_id: number; quantity: number }>) => {
		const [line] = await linesOf(order);
		const body: JsonObject = { order_address_id: line!.order_address_id, items };
		return ((await callStore(sandbox, 'POST', `/v2/orders/${order}/shipments`, body)) as { id: number }).id;
	};

	describe('Create: All Unshipped Items', () => {
		it('ships what is left of each order, with the fields that are set', async () => {
			const [fresh, begun] = [place(), place()];
			const lines = await linesOf(begun);
			await ship(begun, [{ order_product_id: lines[0]!.id, quantity: 2 }]);
			sandbox.store.requests.clear();
			const parameters = { ...ofItem, additionalFields: { tracking_number: '={{ $json.number }}', comments: '' } };
			const result = await run('create', parameters, [
				{ order: fresh, number: 'A-1' },
				{ order: begun, number: 'B-1' },
			]);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ order_id: fresh, tracking_number: 'A-1' })],
				[1, rowWith({ order_id: begun, tracking_number: 'B-1' })],
			]);
			expect(sent('POST', begun).map(({ body }) => body)).toEqual([
				{
					order_address_id: lines[0]?.order_address_id,
					items: [
						{ order_product_id: lines[0]?.id, quantity: 1 },
						{ order_product_id: lines[1]?.id, quantity: 1 },
					],
					tracking_number: 'B-1',
					comments: '',
				},
			]);
			expect(await callStore(sandbox, 'GET', `/v2/orders/${begun}`)).toMatchObject({ status: 'Shipped' });
		});

		/** Answers the node's look at the lines with lines that the sandbox store does not make itself. */
		const answerLines = (lines: object[]) =>
			sandbox.store.faults.next({ match: { path: /\/products$/ }, status: 200, body: lines });
		const line = { type: 'physical', quantity: 2, quantity_shipped: 0, quantity_refunded: 0 };

		it('makes one shipment per address, and leaves out what needs none', async () => {
			const order = place();
			const [own] = await linesOf(order);
			const address = own!.order_address_id;
			answerLines([
				{ ...line, id: own?.id, order_address_id: address, quantity: 3, quantity_refunded: 1 },
				{ ...line, id: 9001, order_address_id: 0, type: 'digital' },
				{ ...line, id: 9002, order_address_id: 0 },
				{ ...line, id: 9003, order_address_id: address, quantity_shipped: 2 },
				{ ...line, id: 9004, order_address_id: address, quantity_refunded: 2 },
				{ ...line, id: 9005, order_address_id: 777 },
			]);
			const { error } = await run('create', { order_id: byId(order) });
			// The store knows no address 777; the first parcel left before.
			expect(error?.message).toContain('order_address_id');
			expect(error?.description).toContain('1 of 2 calls for this item were done before.');
			expect(sent('POST', order).map(({ body }) => body)).toEqual([
				{ order_address_id: address, items: [{ order_product_id: own?.id, quantity: 2 }] },
				{ order_address_id: 777, items: [{ order_product_id: 9005, quantity: 2 }] },
			]);
		});

		it('gives the item one row per shipment', async () => {
			const [two, one] = [place(), place()];
			const path = `/v2/orders/${two}/shipments`;
			answerLines([
				{ ...line, id: 9001, order_address_id: 701 },
				{ ...line, id: 9002, order_address_id: 702 },
			]);
			for (const id of [801, 802])
				sandbox.store.faults.next({ match: { path }, status: 201, body: { id, order_id: two } });
			const result = await run('create', ofItem, [{ order: two }, { order: one }]);
			expect(paired(result)).toEqual([
				[0, { id: 801, order_id: two }],
				[0, { id: 802, order_id: two }],
				[1, rowWith({ order_id: one })],
			]);
		});

		it('says that nothing is left to ship', async () => {
			const [done, open] = [place(), place()];
			sandbox.store.shopper.ship(done);
			const result = await run('create', ofItem, [{ order: done }, { order: open }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ error: `Order ${done} has nothing left to ship` })],
				[1, rowWith({ order_id: open })],
			]);
			expect(sent('POST', done)).toEqual([]);
		});

		it('ships an order once, however many items name it', async () => {
			const order = place();
			const result = await run('create', ofItem, [{ order }, { order }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ order_id: order })],
				[1, rowWith({ error: `Order ${order} has nothing left to ship` })],
			]);
			expect(sent('POST', order)).toHaveLength(1);
		});

		it('is not repeated when the answer is lost', async () => {
			const order = place();
			sandbox.store.faults.next({ match: { method: 'POST' }, dropConnection: 'after' });
			const { error } = await run('create', { order_id: byId(order) });
			expect(error?.message).toBe('BigCommerce did not answer');
			expect(sent('POST', order)).toHaveLength(1);
		});
	});

	describe('Create: Selected Items', () => {
		const parameters = {
			...ofItem,
			itemsToShip: 'selected',
			order_address_id: '={{ $json.address }}',
			items: { values: [{ order_product_id: '={{ $json.line }}', quantity: '={{ $json.pieces }}' }] },
		};
		const itemOf = async (order: number, pieces: number) => {
			const [line] = await linesOf(order);
			return { order, address: line?.order_address_id, line: line?.id, pieces };
		};

		it('ships these pieces, and looks nothing up', async () => {
			const items = [await itemOf(place(), 1), await itemOf(place(), 2)];
			sandbox.store.requests.clear();
			const result = await run('create', parameters, items);
			expect(paired(result)).toEqual(
				items.map(({ order, line, pieces }, index) => [
					index,
					rowWith({ order_id: order, items: [rowWith({ order_product_id: line, quantity: pieces })] }),
				]),
			);
			expect(sandbox.store.requests.all).toHaveLength(2);
		});

		it('fails the item that wants more than was ordered', async () => {
			const items = [await itemOf(place(), 9), await itemOf(place(), 1)];
			const result = await run('create', parameters, items, continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 400, error: expect.stringContaining('quantity') as string })],
				[1, rowWith({ order_id: items[1]?.order })],
			]);
		});

		it.each([
			['Items to Ship is empty', { items: {} }],
			['Address ID is empty', { order_address_id: "={{ '' }}" }],
			['Order Product ID', { items: { values: [{ order_product_id: 'x', quantity: 1 }] } }],
		])('refuses before any request: %s', async (message, wrong) => {
			const item = { order: 1, address: 1, line: 1, pieces: 1 };
			const { error } = await run('create', { ...parameters, ...wrong }, [item]);
			expect(error?.message).toContain(message);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Get, Get Many and Count', () => {
		it('give each item the shipments of its order', async () => {
			const [none, two] = [place(), place()];
			const [first] = await linesOf(two);
			const ids = [
				await ship(two, [{ order_product_id: first!.id, quantity: 1 }]),
				await ship(two, [{ order_product_id: first!.id, quantity: 1 }]),
			];
			const items = [{ order: none }, { order: two }];
			expect(paired(await run('getAll', ofItem, items))).toEqual(ids.map((id) => [1, rowWith({ id })]));
			expect(paired(await run('count', ofItem, items))).toEqual([
				[0, { count: 0 }],
				[1, { count: 2 }],
			]);
			const get = { order_id: byId(two), shipment_id: '={{ $json.id }}' };
			expect(paired(await run('get', get, [{ id: ids[1] }, { id: ids[0] }]))).toEqual([
				[0, rowWith({ id: ids[1], order_id: two })],
				[1, rowWith({ id: ids[0], order_id: two })],
			]);
		});

		it('give one error row for what does not exist', async () => {
			const order = place();
			const id = sandbox.store.shopper.ship(order);
			const get = { order_id: byId(order), shipment_id: '={{ $json.id }}' };
			expect(paired(await run('get', get, [{ id: 999999 }, { id }], continueOnFail))).toEqual([
				[0, rowWith({ status: 404 })],
				[1, rowWith({ id })],
			]);
			for (const operation of ['getAll', 'count']) {
				expect(paired(await run(operation, ofItem, [{ order: 999999 }, { order }], continueOnFail))).toEqual([
					[0, rowWith({ status: 404 })],
					[1, operation === 'count' ? { count: 1 } : rowWith({ id })],
				]);
			}
		});

		it.each(['get', 'update', 'delete'])('refuse an empty shipment ID before any request: %s', async (operation) => {
			const parameters = { order_id: byId(1), shipment_id: '={{ $json.id }}', updateFields: { comments: 'x' } };
			const { error } = await run(operation, parameters, [{ id: 5 }, { id: '' }]);
			expect(error?.message).toContain('Shipment ID is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Update', () => {
		it('sends the added fields, blank ones included', async () => {
			const items = [place(), place()].map((order) => {
				return { order, id: sandbox.store.shopper.ship(order, { trackingNumber: 'OLD' }) };
			});
			const parameters = {
				...ofItem,
				shipment_id: '={{ $json.id }}',
				updateFields: { tracking_number: '', merchant_shipping_cost: 0, shipping_provider: 'carrier_12' },
				simplify: false,
			};
			const result = await run('update', parameters, items);
			expect(paired(result)).toEqual(
				items.map(({ id }, index) => [index, rowWith({ id, tracking_number: '', shipping_provider: 'carrier_12' })]),
			);
			const [{ order, id } = { order: 0, id: 0 }] = items;
			expect(sent('PUT', order, `/${id}`).map(({ body }) => body)).toEqual([
				{ tracking_number: '', merchant_shipping_cost: '0', shipping_provider: 'carrier_12' },
			]);
		});

		it('fails the item whose tracking number is too long', async () => {
			const order = place();
			const id = sandbox.store.shopper.ship(order);
			const parameters = {
				order_id: byId(order),
				shipment_id: id,
				updateFields: { tracking_number: '={{ $json.number }}' },
			};
			const items = [{ number: 'X'.repeat(51) }, { number: 'NEW' }];
			expect(paired(await run('update', parameters, items, continueOnFail))).toEqual([
				[0, rowWith({ status: 400, error: expect.stringContaining('tracking_number') as string })],
				[1, rowWith({ tracking_number: 'NEW' })],
			]);
		});
	});

	describe('Delete', () => {
		it('removes these shipments and no other', async () => {
			const order = place();
			const [line] = await linesOf(order);
			const one = { order_product_id: line!.id, quantity: 1 };
			const [first, second, third] = [await ship(order, [one]), await ship(order, [one]), await ship(order, [one])];
			const parameters = { order_id: byId(order), shipment_id: '={{ $json.id }}' };
			const items = [{ id: third }, { id: 999999 }, { id: first }];
			expect(paired(await run('delete', parameters, items, continueOnFail))).toEqual([
				[0, { deleted: true }],
				[1, rowWith({ status: 404 })],
				[2, { deleted: true }],
			]);
			expect(await callStore(sandbox, 'GET', `/v2/orders/${order}/shipments`)).toEqual([rowWith({ id: second })]);
		});
	});
});
