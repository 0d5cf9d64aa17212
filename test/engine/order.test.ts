import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
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

		it('gives what a sync needs, money as numbers and dates in ISO 8601; raw it is as it came', async () => {
			const orders = [place(), place([{ productId: 3, quantity: 4 }])];
			const items = orders.map((order) => ({ order }));
			const simple = paired(await run('get', fromItem, items));
			const raw = paired(await run('get', { ...fromItem, simplify: false }, items));
			for (const [index, [, row]] of simple.entries()) {
				const whole = raw[index]![1];
				expect(row).toMatchObject({ channel_id: 1, total_inc_tax: Number(whole.total_inc_tax) });
				expect(row.date_modified).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
				expect(Date.parse(row.date_modified as string)).toBe(Date.parse(whole.date_modified as string));
				expect(whole).toMatchObject({
					total_inc_tax: expect.stringMatching(/^\d+\.\d{4}$/) as string,
					date_created: expect.stringMatching(/^\w{3}, /) as string,
				});
			}
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
				'consignments.line_items',
				'fees',
			];
			const result = await run('get', { ...fromItem, options: { include } }, [{ order: long }, { order: short }]);
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

		it('asks for nothing that is not included', async () => {
			const orders = [place(), place()];
			const parameters = { ...fromItem, options: { include: '={{ [$json.part] }}' } };
			const result = await run('get', parameters, [
				{ order: orders[0], part: 'products' },
				{ order: orders[1], part: 'Fees' },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: orders[0], products: expect.any(Array) as object[] })],
				[1, rowWith({ id: orders[1], fees: [] })],
			]);
			expect(sent('GET', `${ORDERS}/${orders[0]}`)[0]?.query).toEqual({});
			expect(sandbox.store.requests.all).toHaveLength(3);
		});

		it('keeps the links when nothing is included', async () => {
			const { items } = await run('get', { order_id: byId(place()), simplify: false });
			expect(items[0]?.json).toMatchObject({ products: { resource: expect.stringContaining('/products') as string } });
		});

		it('names the scope of transactions, which orders do not cover', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Orders only', scopes: ['store_v2_orders'] });
			const parameters = { order_id: byId(place()), options: { include: ['transactions'] } };
			const { error } = await run('get', parameters, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('Order Transactions: read-only (store_v2_transactions_read_only)');
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place();
			const parameters = { ...fromItem, options: { include: ['products'] } };
			const result = await run('get', parameters, [{ order: 999999 }, { order }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 404, error: `BigCommerce has no such record (GET ${ORDERS}/999999)` })],
				[1, rowWith({ id: order })],
			]);
		});

		it('gives nothing for the order that does not exist, when that is wanted', async () => {
			const order = place();
			const parameters = { ...fromItem, requestOptions: { whenNotFound: 'returnNothing' } };
			expect(paired(await run('get', parameters, [{ order: 999999 }, { order }]))).toEqual([
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

	describe('consignments that BigCommerce cuts short', () => {
		interface Consignment {
			line_items: Array<{ id: number; product_id: number; order_address_id: number; type: string }>;
		}
		/** As BigCommerce answers about an order of more than 50 lines: the rest is missing, and a warning stands there. */
		const cut = async (order: number, kept: number) => {
			const query = '?include=consignments.line_items&consignment_structure=object';
			const whole = (await callStore(sandbox, 'GET', `${ORDERS}/${order}${query}`)) as {
				consignments: { shipping: Array<{ line_items: object[] }> };
			};
			const [consignment] = whole.consignments.shipping;
			const shipping = [
				{
					...consignment,
					line_items: consignment!.line_items.slice(0, kept),
					__warning__: { message: 'Not all line items of this consignment are returned with this response.' },
				},
			];
			return { ...whole, consignments: { ...whole.consignments, shipping } };
		};
		const linesOf = (row: unknown) => (row as { consignments: { shipping: Consignment[] } }).consignments.shipping;
		const many = (count: number) => Array.from({ length: count }, (_, index) => ({ productId: index + 1 }));

		it('are completed by Get', async () => {
			const [long, short] = [place(many(60)), place()];
			const body = await cut(long, 50);
			sandbox.store.requests.clear();
			sandbox.store.faults.next({ match: { path: `${ORDERS}/${long}` }, status: 200, body });
			const parameters = { ...fromItem, options: { include: ['consignments.line_items'] } };
			const result = await run('get', parameters, [{ order: long }, { order: short }]);
			const [first, second] = paired(result).map(([, row]) => linesOf(row));
			expect(first).toHaveLength(1);
			expect(first![0]!.line_items.map(({ product_id }) => product_id)).toEqual(
				many(60).map(({ productId }) => productId),
			);
			expect(first![0]).not.toHaveProperty('__warning__');
			expect(second![0]!.line_items).toHaveLength(2);
			// Only the long one is read further.
			expect(sandbox.store.requests.all.filter(({ path }) => path.endsWith('/products'))).toHaveLength(1);
		});

		it('are completed by Get Many, each from its own order', async () => {
			const orders = [place(many(3)), place(many(4)), place(many(2))];
			const bodies = [await cut(orders[0]!, 1), await cut(orders[1]!, 2)];
			sandbox.store.requests.clear();
			sandbox.store.faults.next({ match: { path: ORDERS }, status: 200, body: bodies });
			const { items, error } = await run('getAll', { options: { include: ['consignments.line_items'] } });
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => [json.id, linesOf(json)[0]!.line_items.length])).toEqual([
				[orders[0], 3],
				[orders[1], 4],
			]);
		});

		it('take only lines that are delivered as theirs are', async () => {
			const order = place(many(3));
			const body = await cut(order, 1);
			const [own] = linesOf(body)[0]!.line_items;
			const lines = [
				own!,
				{ ...own!, id: 9001 },
				{ ...own!, id: 9002, order_address_id: 777 },
				{ ...own!, id: 9003, type: 'digital' },
			];
			sandbox.store.faults.next({ match: { path: `${ORDERS}/${order}` }, status: 200, body });
			sandbox.store.faults.next({ match: { path: /\/products$/ }, status: 200, body: lines });
			const { items } = await run('get', {
				order_id: byId(order),
				options: { include: ['consignments.line_items'] },
			});
			expect(linesOf(items[0]?.json)[0]!.line_items).toEqual([lines[0], lines[1]]);
		});

		it('fail the item when the rest cannot be read, rather than give a part', async () => {
			const [long, short] = [place(many(3)), place()];
			const body = await cut(long, 1);
			sandbox.store.faults.next({ match: { path: `${ORDERS}/${long}` }, status: 200, body });
			sandbox.store.faults.next({ match: { path: /\/products$/ }, status: 403, body: {} });
			const parameters = { ...fromItem, options: { include: ['consignments.line_items'] } };
			const result = await run('get', parameters, [{ order: long }, { order: short }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 403 })],
				[1, rowWith({ id: short })],
			]);
		});
	});

	describe('Get Many', () => {
		it('keeps limit, filters and sorting, per item', async () => {
			const [older, newer] = [place(), place()];
			const parameters = {
				limit: 2,
				filters: { min_id: '={{ $json.from }}', min_date_created: '={{ $json.since }}' },
				sorting: { sort: 'id', direction: 'desc' },
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

		it('understands a status by its name, its number, and its number as text', async () => {
			const order = place();
			const parameters = { filters: { status_id: '={{ $json.status }}', min_id: String(order) } };
			const items = [{ status: 'Awaiting Fulfillment' }, { status: 11 }, { status: '11' }, { status: 'shipped' }];
			expect(paired(await run('getAll', parameters, items)).map(([item, { id }]) => [item, id])).toEqual([
				[0, order],
				[1, order],
				[2, order],
			]);
			expect(sent('GET').map(({ query }) => query.status_id)).toEqual(['11', '11', '11', '2']);
		});

		it.each(['status_id', 'customer_id', 'email', 'min_date_created', 'channel_id', 'min_total', 'external_order_id'])(
			'refuses the filter %s without a value instead of listing everything',
			async (name) => {
				for (const value of ['={{ null }}', "={{ '' }}", '={{ undefined }}', '={{ [] }}']) {
					const { error } = await run('getAll', { filters: { [name]: value } });
					expect(error?.message).toMatch(/ is empty\./);
				}
				expect(sandbox.store.requests.all).toEqual([]);
			},
		);

		it('names the customer by email, and asks for it once', async () => {
			const customer = (await callStore(sandbox, 'GET', '/v3/customers?limit=1')) as {
				data: Array<{ id: number; email: string }>;
			};
			const { id, email } = customer.data[0]!;
			const order = place();
			sandbox.store.requests.clear();
			const parameters = {
				filters: { customer_id: { __rl: true, mode: 'email', value: '={{ $json.email }}' }, min_id: String(order) },
			};
			const result = await run('getAll', parameters, [{ email }, { email: ` ${email.toUpperCase()} ` }]);
			expect(result.error).toBeUndefined();
			expect(sent('GET').map(({ query }) => query.customer_id)).toEqual([String(id), String(id)]);
			expect(sandbox.store.requests.all).toHaveLength(3);
		});

		describe('Skip Incomplete', () => {
			/** Every third order is incomplete. */
			const placeSome = () => {
				const from = place();
				const rest = Array.from({ length: 8 }, (_, index) => {
					const items = [{ productId: 1 }];
					return sandbox.store.shopper.placeOrder({ items, status: index % 3 === 0 ? 0 : 11 }).orderId;
				});
				return [from, ...rest];
			};
			const statuses = (result: Awaited<ReturnType<typeof run>>) => paired(result).map(([, { status }]) => status);

			it('leaves them out, and Limit counts those that stay', async () => {
				const [from] = placeSome();
				const parameters = { skipIncomplete: true, limit: 4, filters: { min_id: String(from) } };
				const result = await run('getAll', parameters);
				expect(statuses(result)).toEqual(Array.from({ length: 4 }, () => 'Awaiting Fulfillment'));
				const all = await run('getAll', { ...parameters, skipIncomplete: false });
				expect(statuses(all)).toContain('Incomplete');
				expect(all.items).toHaveLength(4);
			});

			it('reads on until Limit is reached, over as many pages as that takes', async () => {
				const from = place();
				for (let count = 0; count < 260; count++) {
					sandbox.store.shopper.placeOrder({ items: [{ productId: 1 }], status: 0 });
				}
				const last = place();
				const parameters = { skipIncomplete: true, limit: 2, filters: { min_id: String(from) } };
				const { items } = await run('getAll', parameters);
				expect(items.map(({ json }) => json.id)).toEqual([from, last]);
				expect(sent('GET').length).toBeGreaterThan(1);
			});

			it('holds with Return All, per item', async () => {
				const [from] = placeSome();
				const parameters = {
					skipIncomplete: '={{ $json.skip }}',
					returnAll: true,
					filters: { min_id: String(from) },
				};
				const result = await run('getAll', parameters, [{ skip: true }, { skip: false }]);
				const of = (item: number) => paired(result).filter(([index]) => index === item);
				expect(of(0)).toHaveLength(6);
				expect(of(1)).toHaveLength(9);
			});
		});

		it('gives one error row for a list that the store refuses', async () => {
			sandbox.store.faults.next({ match: { path: ORDERS }, status: 400, body: [{ status: 400, message: 'No.' }] });
			const result = await run('getAll', {}, [{}], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 400, error: expect.stringContaining('accept the values: No') as string })],
			]);
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
