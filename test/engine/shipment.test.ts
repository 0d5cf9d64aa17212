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
			const get = { order_id: byId(two), shipment_id: byId('={{ $json.id }}') };
			expect(paired(await run('get', get, [{ id: ids[1] }, { id: ids[0] }]))).toEqual([
				[0, rowWith({ id: ids[1], order_id: two })],
				[1, rowWith({ id: ids[0], order_id: two })],
			]);
		});

		it('give one error row for what does not exist', async () => {
			const order = place();
			const id = sandbox.store.shopper.ship(order);
			const get = { order_id: byId(order), shipment_id: byId('={{ $json.id }}') };
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

		it('give dates in ISO 8601, and as they came when they are not simplified', async () => {
			const orders = [place(), place()];
			for (const order of orders) sandbox.store.shopper.ship(order);
			const items = orders.map((order) => ({ order }));
			const simple = paired(await run('getAll', ofItem, items)).map(([, { date_created: date }]) => date);
			const raw = paired(await run('getAll', { ...ofItem, simplify: false }, items)).map(([, row]) => row.date_created);
			for (const date of simple) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
			for (const date of raw) expect(date).toMatch(/^\w{3}, \d\d \w{3} \d{4} /);
			expect(raw.map((date) => Date.parse(date as string))).toEqual(simple.map((date) => Date.parse(date as string)));
		});

		it.each(['get', 'update', 'delete'])('refuse an empty shipment before any request: %s', async (operation) => {
			const parameters = { order_id: byId(1), shipment_id: byId('={{ $json.id }}'), fields: { comments: 'x' } };
			const { error } = await run(operation, parameters, [{ id: 5 }, { id: '' }]);
			expect(error?.message).toContain('Shipment is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Update', () => {
		const shipped = () => {
			const order = place();
			return { order, id: sandbox.store.shopper.ship(order, { trackingNumber: 'OLD' }) };
		};

		it('sends the added fields; those without a value stay as they are, or are cleared when that is wanted', async () => {
			const parameters = {
				...ofItem,
				shipment_id: byId('={{ $json.id }}'),
				fields: {
					tracking_number: '',
					tracking_carrier: '={{ null }}',
					merchant_shipping_cost: 0,
					shipping_provider: 'carrier_12',
				},
				simplify: false,
			};
			const [kept, cleared] = [[shipped(), shipped()], [shipped()]];
			expect(paired(await run('update', parameters, kept))).toEqual(
				kept.map(({ id }, index) => [index, rowWith({ id, tracking_number: 'OLD', shipping_provider: 'carrier_12' })]),
			);
			expect(sent('PUT', kept[0]!.order, `/${kept[0]!.id}`).map(({ body }) => body)).toEqual([
				{ merchant_shipping_cost: '0', shipping_provider: 'carrier_12' },
			]);
			const clearing = { ...parameters, requestOptions: { emptyValues: 'clear' } };
			expect(paired(await run('update', clearing, cleared))).toEqual([[0, rowWith({ tracking_number: '' })]]);
			expect(sent('PUT', cleared[0]!.order, `/${cleared[0]!.id}`).map(({ body }) => body)).toEqual([
				{ tracking_number: '', tracking_carrier: '', merchant_shipping_cost: '0', shipping_provider: 'carrier_12' },
			]);
		});

		it('is repeated after a broken connection, since that changes nothing more', async () => {
			const items = [shipped(), shipped()];
			const parameters = { ...ofItem, shipment_id: byId('={{ $json.id }}'), fields: { comments: 'once' } };
			sandbox.store.faults.next({ match: { method: 'PUT' }, dropConnection: 'after' });
			const result = await run('update', parameters, items);
			expect(paired(result)).toEqual(items.map(({ id }, index) => [index, rowWith({ id })]));
			expect(sandbox.store.requests.all.filter(({ method }) => method === 'PUT')).toHaveLength(3);
		});

		it('fails the item whose tracking number is too long', async () => {
			const order = place();
			const id = sandbox.store.shopper.ship(order);
			const parameters = {
				order_id: byId(order),
				shipment_id: byId(id),
				fields: { tracking_number: '={{ $json.number }}' },
			};
			const items = [{ number: 'X'.repeat(51) }, { number: 'NEW' }];
			expect(paired(await run('update', parameters, items, continueOnFail))).toEqual([
				[0, rowWith({ error: expect.stringMatching(/^Tracking Number must have at most 50 characters/) as string })],
				[1, rowWith({ tracking_number: 'NEW' })],
			]);
			expect(sent('PUT', order, `/${id}`)).toHaveLength(1);
		});
	});

	describe('Delete', () => {
		it('removes these shipments and no other', async () => {
			const order = place();
			const [line] = await linesOf(order);
			const one = { order_product_id: line!.id, quantity: 1 };
			const [first, second, third] = [await ship(order, [one]), await ship(order, [one]), await ship(order, [one])];
			const parameters = { order_id: byId(order), shipment_id: byId('={{ $json.id }}') };
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
