import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

describe('Order Product', () => {
	const sandbox = useSandbox({ customers: 5, products: 300, orders: 5 });
	const run = operationsOf('orderProduct', sandbox);
	const sent = (path: string | RegExp) => sandbox.store.requests.matching('GET', path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;
	const ofItem = { order_id: byId('={{ $json.order }}') };

	const place = (lines: number) => {
		const items = Array.from({ length: lines }, (_, index) => ({ productId: index + 1, quantity: 1 }));
		return sandbox.store.shopper.placeOrder({ items }).orderId;
	};

	describe('Get Many', () => {
		it('reads all lines of each order, however many', async () => {
			const [long, short] = [place(260), place(2)];
			const result = await run('getAll', { ...ofItem, returnAll: true }, [{ order: long }, { order: short }]);
			const rows = paired(result);
			expect(rows.filter(([item]) => item === 0)).toHaveLength(260);
			expect(rows.filter(([item]) => item === 1).map(([, { product_id }]) => product_id)).toEqual([1, 2]);
			expect(new Set(rows.map(([, { id }]) => id)).size).toBe(262);
			expect(sent(`/v2/orders/${long}/products`).map(({ query }) => query.page)).toEqual(['1', '2']);
		});

		it('keeps to the limit, and simplifies unless told otherwise', async () => {
			const order = place(3);
			const simple = await run('getAll', { ...ofItem, limit: 2 }, [{ order }]);
			expect(simple.items).toHaveLength(2);
			expect(Object.keys(simple.items[0]?.json ?? {})).toHaveLength(10);
			const raw = await run('getAll', { ...ofItem, limit: 1, simplify: false }, [{ order }]);
			expect(raw.items[0]?.json).toMatchObject({ order_id: order, product_options: [] });
		});

		it('keeps what shipments and refunds need, and gives money as numbers; raw it is as it came', async () => {
			const orders = [place(1), place(2)];
			const items = orders.map((order) => ({ order }));
			const simple = paired(await run('getAll', ofItem, items));
			expect(simple.map(([item, { order_id }]) => [item, order_id])).toEqual([
				[0, orders[0]],
				[1, orders[1]],
				[1, orders[1]],
			]);
			for (const [, row] of simple) {
				expect(row).toMatchObject({
					variant_id: expect.any(Number) as number,
					order_address_id: expect.any(Number) as number,
					quantity_shipped: 0,
					total_inc_tax: expect.any(Number) as number,
				});
			}
			const raw = paired(await run('getAll', { ...ofItem, simplify: false }, items));
			expect(raw.map(([, { total_inc_tax: total }]) => total)).toEqual(
				simple.map(([, { total_inc_tax: total }]) => Number(total).toFixed(4)),
			);
		});

		it('gives one error row for the order that does not exist', async () => {
			const order = place(1);
			const result = await run('getAll', ofItem, [{ order: 999999 }, { order }], continueOnFail);
			expect(paired(result)).toEqual([
				[0, rowWith({ status: 404 })],
				[1, rowWith({ product_id: 1 })],
			]);
		});
	});

	describe('Get', () => {
		const parameters = { ...ofItem, product_id: byId('={{ $json.line }}') };

		it('reads each line by its own ID, not by the ID of the product', async () => {
			const orders = [place(2), place(1)];
			const items = await Promise.all(
				orders.map(async (order) => {
					const lines = (await callStore(sandbox, 'GET', `/v2/orders/${order}/products`)) as Array<{ id: number }>;
					return { order, line: lines.at(-1)?.id };
				}),
			);
			expect(paired(await run('get', parameters, items))).toEqual([
				[0, rowWith({ id: items[0]?.line, product_id: 2 })],
				[1, rowWith({ id: items[1]?.line, product_id: 1 })],
			]);
			const [first] = items;
			const strange = await run(
				'get',
				parameters,
				[{ order: orders[1], line: first?.line }, items[1]!],
				continueOnFail,
			);
			expect(paired(strange)).toEqual([
				[0, rowWith({ status: 404 })],
				[1, rowWith({ product_id: 1 })],
			]);
		});

		it.each(['', 'x', '0'])('refuses the line "%s" before any request', async (line) => {
			const { error } = await run('get', parameters, [
				{ order: 1, line: 5 },
				{ order: 1, line },
			]);
			expect(error?.message).toMatch(/^Order Product (is empty|must be the ID of an order product)/);
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});
});
