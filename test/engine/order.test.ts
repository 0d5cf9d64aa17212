import { byId, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const ORDERS = '/v2/orders';

describe('Order, read', () => {
	const sandbox = useSandbox({ customers: 5, products: 80, orders: 12 });
	const run = operationsOf('order', sandbox);
	const sent = (method: string, path: string | RegExp = ORDERS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const fromItem = { order_id: byId('={{ $json.order }}') };

	const place = (items = [{ productId: 1, quantity: 2 }, { productId: 2 }]) =>
		sandbox.store.shopper.placeOrder({ items, status: 11 }).orderId;

	describe('Get', () => {
		it('gives each item its order, simplified', async () => {
			const orders = [place(), place([{ productId: 3 }])];
			const result = await run('get', fromItem, [{ order: orders[1] }, { order: String(orders[0]) }]);
			expect(paired(result).map(([item, { id, status }]) => [item, id, status])).toEqual([
				[0, orders[1], 'Awaiting Fulfillment'],
				[1, orders[0], 'Awaiting Fulfillment'],
			]);
			expect(Object.keys(result.items[0]?.json ?? {})).toHaveLength(10);
		});

		it('takes the ID out of an address of the control panel', async () => {
			const order = place();
			const url = `https://store-abc123.mybigcommerce.com/manage/orders/${order}?keyword=x`;
			const { items } = await run('get', { order_id: { __rl: true, mode: 'url', value: url } });
			expect(items[0]?.json).toMatchObject({ id: order });
		});

		it('puts all lines, addresses and more in place of the links, in one go', async () => {
			const many = Array.from({ length: 60 }, (_, index) => ({ productId: index + 1 }));
			const [long, short] = [place(many), place()];
			sandbox.store.shopper.payOrder(long);
			sandbox.store.shopper.ship(long, { trackingNumber: 'T-1' });
			sandbox.store.shopper.refund(long, 1);
			const include = [
				'products',
				'shipping_addresses',
				'shipments',
				'coupons',
				'taxes',
				'messages',
				'transactions',
				'refunds',
				'consignments',
				'fees',
			];
			const result = await run('get', { ...fromItem, include }, [{ order: long }, { order: short }]);
			expect(result.error).toBeUndefined();
			const [first, second] = result.items.map(({ json }) => json);
			expect(first?.products).toHaveLength(60);
			expect(first).toMatchObject({
				id: long,
				shipping_addresses: [{ order_id: long }],
				shipments: [{ tracking_number: 'T-1', items: expect.any(Array) as object[] }],
				transactions: [{ event: 'purchase' }, { event: 'refund' }],
				refunds: [{ order_id: long }],
				consignments: { shipping: [{ line_items: expect.any(Array) as object[] }] },
			});
			expect(second).toMatchObject({ id: short, shipments: [], transactions: [], refunds: [], fees: [] });
			expect(second?.products).toHaveLength(2);
			// The order and eight parts of its own for each item; consignments and fees come with the order.
			expect(sandbox.store.requests.all).toHaveLength(18);
			expect(sent('GET', `${ORDERS}/${long}`)[0]?.query).toEqual({
				include: 'consignments.line_items,fees',
				consignment_structure: 'object',
			});
		});

		it('keeps the links when nothing is included', async () => {
			const { items } = await run('get', { order_id: byId(place()), simplify: false });
			expect(items[0]?.json).toMatchObject({ products: { resource: expect.stringContaining('/products') as string } });
		});

		it('names the scope of transactions, which orders do not cover', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Orders only', scopes: ['store_v2_orders'] });
			const parameters = { order_id: byId(place()), include: ['transactions'] };
			const { error } = await run('get', parameters, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('Order Transactions: read-only (store_v2_transactions_read_only)');
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place();
			const parameters = { ...fromItem, include: ['products'] };
			const result = await run('get', parameters, [{ order: 999999 }, { order }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 404, error: `BigCommerce has no such record (GET ${ORDERS}/999999)` })],
				[1, rowWith({ id: order })],
			]);
		});

		it.each(['abc', '0', '-4', '1.5', '', '1/../2'])('refuses the ID "%s" before any request', async (order) => {
			const { error } = await run('get', fromItem, [{ order: '3' }, { order }]);
			expect(error?.message).toContain('Order');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Get Many', () => {
		it('keeps limit, filters and sorting, per item', async () => {
			const [older, newer] = [place(), place()];
			const parameters = {
				limit: 2,
				filters: { min_id: '={{ $json.from }}', min_date_created: '={{ $json.since }}' },
				sorting: { sort: 'id:desc' },
			};
			const since = '2020-01-01';
			const result = await run('getAll', parameters, [
				{ from: older, since },
				{ from: newer, since },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: newer })],
				[0, rowWith({ id: older })],
				[1, rowWith({ id: newer })],
			]);
			expect(sent('GET').map(({ query }) => query)).toContainEqual({
				min_id: String(newer),
				min_date_created: '2020-01-01T00:00:00Z',
				sort: 'id:desc',
				page: '1',
				limit: '2',
			});
		});

		it('returns no item for an empty list (204), and the lines of each order when asked for', async () => {
			const order = place();
			const parameters = {
				filters: { status_id: '={{ $json.status }}', min_id: String(order) },
				options: { include: ['consignments.line_items'] },
			};
			const result = await run('getAll', parameters, [{ status: 13 }, { status: 11 }]);
			expect(paired(result)).toEqual([
				[
					1,
					rowWith({
						id: order,
						consignments: rowWith({ shipping: [rowWith({ line_items: expect.any(Array) as object[] })] }),
					}),
				],
			]);
			expect(sent('GET')[0]?.query).toMatchObject({ consignment_structure: 'object' });
		});

		it('gives one error row for a list that the store refuses', async () => {
			sandbox.store.faults.next({ match: { path: ORDERS }, status: 400, body: [{ status: 400, message: 'No.' }] });
			const result = await run('getAll', {}, [{}], continueOnFail);
			expect(paired(result)).toEqual([[0, rowWith({ status: 400, error: expect.stringContaining('No.') as string })]]);
		});

		it('refuses a cart ID that is none', async () => {
			const { error } = await run('getAll', { filters: { cart_id: 'abc' } });
			expect(error?.message).toContain('Cart ID must be a UUID');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Count', () => {
		it('counts in all and per status, for each item', async () => {
			const from = place();
			place();
			const parameters = { filters: { min_id: '={{ $json.from }}' } };
			const result = await run('count', parameters, [{ from }, { from: from + 1 }]);
			expect(paired(result).map(([item, { count }]) => [item, count])).toEqual([
				[0, 2],
				[1, 1],
			]);
			expect(result.items[0]?.json.statuses).toContainEqual(rowWith({ id: 11, count: 2 }));
		});

		it('names the scope that the connection lacks', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Products only', scopes: ['store_v2_products'] });
			const { error } = await run('count', {}, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('Orders: read-only (store_v2_orders_read_only)');
		});
	});
});
