import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

interface Line {
	id: number;
	order_address_id: number;
	quantity: number;
	quantity_shipped: number;
}

describe('Shipment, created', () => {
	const sandbox = useSandbox({ customers: 5, products: 20, orders: 5 });
	const run = operationsOf('shipment', sandbox);
	const sent = (method: string, order: number, rest = '') =>
		sandbox.store.requests.matching(method, `/v2/orders/${order}/shipments${rest}`);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const ofItem = { order_id: byId('={{ $json.order }}') };
	const allOfItem = { ...ofItem, itemsToShip: 'unshipped' };
	const allOf = (order: number) => ({ order_id: byId(order), itemsToShip: 'unshipped' });

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
			const parameters = {
				...allOfItem,
				additionalFields: { tracking_number: '={{ $json.number }}', comments: '={{ $json.comments }}' },
			};
			const result = await run('create', parameters, [
				{ order: fresh, number: 'A-1', comments: 'Fragile' },
				{ order: begun, number: ' B-1 ', comments: '' },
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
				},
			]);
			expect(await callStore(sandbox, 'GET', `/v2/orders/${begun}`)).toMatchObject({ status: 'Shipped' });
		});

		it('ships nothing before somebody has chosen what', async () => {
			const { error } = await run('create', { order_id: byId(place()) });
			expect(error?.message).toContain('"Items" is required');
			expect(sandbox.store.requests.all).toEqual([]);
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
			const { error } = await run('create', allOf(order));
			// The store knows no address 777; the first parcel left before.
			expect(error?.message).toContain('Address');
			expect(error?.description).toContain(`Create shipment to address ${address} of order ${order}`);
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
			const result = await run('create', allOfItem, [{ order: two }, { order: one }]);
			expect(paired(result)).toEqual([
				[0, { id: 801, order_id: two }],
				[0, { id: 802, order_id: two }],
				[1, rowWith({ order_id: one })],
			]);
		});

		it('says that nothing is left to ship', async () => {
			const [done, open] = [place(), place()];
			sandbox.store.shopper.ship(done);
			const result = await run('create', allOfItem, [{ order: done }, { order: open }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ error: `Order ${done} has nothing left to ship` })],
				[1, rowWith({ order_id: open })],
			]);
			expect(sent('POST', done)).toEqual([]);
		});

		it.each([
			['goes to no address', { order_address_id: null }],
			['is no product that is shipped', { type: 'digital' }],
		])('passes over a line that %s, and says when that was all', async (_, strange) => {
			const [mixed, nothing] = [place(), place()];
			const [own] = await linesOf(mixed);
			answerLines([
				{ ...line, id: 9001, order_address_id: own?.order_address_id, ...strange },
				{ ...line, ...own! },
			]);
			answerLines([{ ...line, id: 9002, order_address_id: own?.order_address_id, ...strange }]);
			sandbox.store.requests.clear();
			const good = await run('create', allOf(mixed));
			expect(sent('POST', mixed).map(({ body }) => (body as { items: object[] }).items)).toEqual([
				[{ order_product_id: own?.id, quantity: 3 }],
			]);
			expect(good.error).toBeUndefined();
			const { error } = await run('create', allOf(nothing));
			expect(error?.message).toBe(`Order ${nothing} has nothing left to ship`);
			expect(sent('POST', nothing)).toEqual([]);
		});

		it.each([
			['null', { quantity_shipped: null }],
			['missing', { quantity_shipped: undefined }],
			['no number', { quantity_shipped: 'some' }],
		])('says in words when the shipped quantity of a line is %s, and ships nothing', async (_, strange) => {
			const order = place();
			const [own] = await linesOf(order);
			answerLines([
				{ ...line, ...own! },
				{ ...line, id: 9001, order_address_id: own!.order_address_id, ...strange },
			]);
			const { error } = await run('create', allOf(order));
			expect(error?.message).toBe(
				`BigCommerce does not say how many units of line 9001 of order ${order} are still to be shipped`,
			);
			expect(error?.description).toContain('Selected Items');
			expect(sent('POST', order)).toEqual([]);
		});

		it('understands quantities that come as texts', async () => {
			const order = place();
			const [own] = await linesOf(order);
			answerLines([{ ...line, ...own!, quantity: '3', quantity_shipped: '1', quantity_refunded: null }]);
			const { error } = await run('create', allOf(order));
			expect(error).toBeUndefined();
			expect(sent('POST', order)[0]?.body).toMatchObject({ items: [{ order_product_id: own?.id, quantity: 2 }] });
		});

		it('ships an order once, however many items name it', async () => {
			const order = place();
			const result = await run('create', allOfItem, [{ order }, { order }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ order_id: order })],
				[1, rowWith({ error: `Order ${order} has nothing left to ship` })],
			]);
			expect(sent('POST', order)).toHaveLength(1);
		});

		it('is not repeated when the answer is lost', async () => {
			const order = place();
			sandbox.store.faults.next({ match: { method: 'POST' }, dropConnection: 'after' });
			const { error } = await run('create', allOf(order));
			expect(error?.message).toContain('BigCommerce did not answer');
			expect(sent('POST', order)).toHaveLength(1);
		});
	});

	describe('Create: Selected Items', () => {
		const parameters = {
			...ofItem,
			itemsToShip: 'selected',
			order_address_id: byId('={{ $json.address }}'),
			items: { values: [{ order_product_id: byId('={{ $json.line }}'), quantity: '={{ $json.units }}' }] },
		};
		const itemOf = async (order: number, units: number) => {
			const [line] = await linesOf(order);
			return { order, address: line?.order_address_id, line: line?.id, units };
		};

		it('ships these units, and looks nothing up', async () => {
			const items = [await itemOf(place(), 1), await itemOf(place(), 2)];
			sandbox.store.requests.clear();
			const result = await run('create', parameters, items);
			expect(paired(result)).toEqual(
				items.map(({ order, line, units }, index) => [
					index,
					rowWith({ order_id: order, items: [rowWith({ order_product_id: line, quantity: units })] }),
				]),
			);
			expect(sandbox.store.requests.all).toHaveLength(2);
		});

		it('finds the address that the lines belong to, when none is given', async () => {
			const items = [await itemOf(place(), 1), { ...(await itemOf(place(), 2)), address: undefined }];
			sandbox.store.requests.clear();
			const result = await run('create', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result).map(([item, { order_id: order }]) => [item, order])).toEqual(
				items.map(({ order }, index) => [index, order]),
			);
			const [line] = await linesOf(items[1]!.order);
			expect(sent('POST', items[1]!.order).map(({ body }) => body)).toEqual([
				{ order_address_id: line?.order_address_id, items: [{ order_product_id: line?.id, quantity: 2 }] },
			]);
		});

		it('makes one shipment per address of the chosen lines', async () => {
			const order = place();
			const answer = [701, 702, 701].map((address, index) => ({
				id: 9001 + index,
				type: 'physical',
				order_address_id: address,
			}));
			sandbox.store.faults.next({ match: { path: /\/products$/ }, status: 200, body: answer });
			const path = `/v2/orders/${order}/shipments`;
			for (const id of [801, 802]) sandbox.store.faults.next({ match: { path }, status: 201, body: { id } });
			const list = answer.map(({ id }) => ({ order_product_id: id, quantity: 1 }));
			const { items: _, order_address_id: __, ...chosen } = parameters;
			const result = await run('create', { ...chosen, items: { fromItem: [{ list: '={{ $json.list }}' }] } }, [
				{ order, list },
			]);
			expect(paired(result)).toEqual([
				[0, { id: 801 }],
				[0, { id: 802 }],
			]);
			expect(sent('POST', order).map(({ body }) => body)).toEqual([
				{ order_address_id: 701, items: [list[0], list[2]] },
				{ order_address_id: 702, items: [list[1]] },
			]);
		});

		it('refuses lines that the order does not have, and ships the others', async () => {
			const good = { ...(await itemOf(place(), 1)), address: undefined };
			const strange = { ...(await itemOf(place(), 1)), address: undefined, line: 999999 };
			const result = await run('create', parameters, [strange, good], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ error: `Order ${strange.order} has no line 999999` })],
				[1, rowWith({ order_id: good.order })],
			]);
			expect(sent('POST', strange.order)).toEqual([]);
		});

		it('fails the item that wants more than was ordered', async () => {
			const items = [await itemOf(place(), 9), await itemOf(place(), 1)];
			const result = await run('create', parameters, items, continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 400, error: expect.stringContaining('Quantity') as string })],
				[1, rowWith({ order_id: items[1]?.order })],
			]);
		});

		it.each([
			['Items to Ship is empty', { items: {} }],
			['Order Product must be the ID', { items: { values: [{ order_product_id: byId('x'), quantity: 1 }] } }],
			['Quantity is empty', { items: { values: [{ order_product_id: byId(1), quantity: '' }] } }],
			['Quantity must be at least 1', { items: { values: [{ order_product_id: byId(1), quantity: 0 }] } }],
			['Address must be the ID', { order_address_id: byId('home') }],
		])('refuses before any request: %s', async (message, wrong) => {
			const item = { order: 1, address: 1, line: 1, units: 1 };
			const { error } = await run('create', { ...parameters, ...wrong }, [item]);
			expect(error?.message).toMatch(new RegExp(message.replace(' is empty', ' (is empty|" is required)')));
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Tracking', () => {
		const parameters = {
			...allOfItem,
			additionalFields: {
				tracking_number: '={{ $json.number }}',
				tracking_carrier: '={{ $json.carrier }}',
				shipping_provider: '={{ $json.provider }}',
			},
		};
		const track = async (...rows: Array<{ number?: unknown; carrier?: unknown; provider?: unknown }>) => {
			const items = rows.map((row) => ({ order: place(), ...row }));
			const result = await run('create', parameters, items, continueOnFail);
			return { result, bodies: items.map(({ order }) => sent('POST', order)[0]?.body) };
		};

		it('takes carriers and providers by name, by short name, and others by short name', async () => {
			const { result, bodies } = await track(
				{ number: 'A', carrier: 'DHL Express', provider: 'Canada Post' },
				{ number: 'B', carrier: 'dhl', provider: 'USPS' },
				{ number: 'C', carrier: 'royal mail', provider: 'carrier_12' },
				{ number: 'D', carrier: 'dhl-hk' },
				{ number: 'E', carrier: 'Parcelforce' },
			);
			expect(result.error).toBeUndefined();
			expect(bodies).toEqual([
				rowWith({ tracking_carrier: 'dhl', shipping_provider: 'canadapost' }),
				rowWith({ tracking_carrier: 'dhl', shipping_provider: 'usps' }),
				rowWith({ tracking_carrier: 'royal-mail', shipping_provider: 'carrier_12' }),
				rowWith({ tracking_carrier: 'dhl-hk' }),
				rowWith({ tracking_carrier: 'parcel-force' }),
			]);
			expect(bodies[3]).not.toHaveProperty('shipping_provider');
		});

		it('refuses names that nobody knows, and numbers that have lost digits, each by its field', async () => {
			const { result, bodies } = await track(
				{ number: 'A', carrier: 'Our Own Van' },
				{ number: 9400111899000000000000 },
				{ number: '9400111899223100001234' },
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ error: expect.stringMatching(/^Tracking Carrier must .*"Our Own Van"/) as string })],
				[1, rowWith({ error: expect.stringMatching(/^Tracking Number must be given as text/) as string })],
				[2, rowWith({ tracking_number: '9400111899223100001234' })],
			]);
			expect(bodies.map((body) => body !== undefined)).toEqual([false, false, true]);
		});

		it('gives the link that BigCommerce makes, in a simplified row too', async () => {
			const orders = [place(), place()];
			const links = ['https://track.example.com/A', ''];
			for (const [index, order] of orders.entries()) {
				const answer = { id: 800 + index, order_id: order, generated_tracking_link: links[index]!, customer_id: 5 };
				sandbox.store.faults.next({ match: { path: `/v2/orders/${order}/shipments` }, status: 200, body: [answer] });
			}
			const result = await run(
				'getAll',
				ofItem,
				orders.map((order) => ({ order })),
			);
			expect(paired(result)).toEqual(
				orders.map((order, index) => [
					index,
					{ id: 800 + index, order_id: order, generated_tracking_link: links[index] },
				]),
			);
		});
	});
});
