import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { processEvents } from '../../../nodes/BigCommerce/trigger/handling/processing';
import { useSandbox } from '../../support/sandbox';
import type { Setup } from './contexts';
import { contextOf } from './contexts';

const sandbox = useSandbox({ orders: 2, products: 3, customers: 2 });

const NOW = 1_900_000_000;
let events = 0;

const event = (scope: string, data: IDataObject, time = NOW): INodeExecutionData => ({
	json: { scope, data, hash: `hash-${++events}`, created_at: time, producer: `stores/${sandbox.store.storeHash}` },
});

/** The items that the events become, each in an execution of its own. */
const run = async (items: INodeExecutionData[], filters: IDataObject, extra: Partial<Setup> = {}) => {
	const outputs = await Promise.all(
		items.map(async (item) => {
			const { context } = contextOf({
				credential: sandbox.credential(),
				parameters: { output: 'event', filters: filters as INodeParameters },
				items: [item],
				nodeId: 'filters',
				...extra,
			});
			return await processEvents(context);
		}),
	);
	return outputs.flatMap(([rows = []]) => rows.map(({ json }) => json));
};

const api = async (path: string): Promise<Response> => {
	const { apiBaseUrl, storeHash, accessToken } = sandbox.store;
	return await fetch(`${apiBaseUrl}/stores/${storeHash}${path}`, { headers: { 'X-Auth-Token': accessToken } });
};

describe('channels', () => {
	it('are told by the scope, without a look-up, and stand in the item', async () => {
		const rows = await run(
			[
				event('store/channel/1/order/created', { order_id: 5 }),
				event('store/channel/2/order/created', { order_id: 6 }),
			],
			{ channels: [2] },
		);
		expect(rows).toMatchObject([{ id: 6, channel_id: 2 }]);
		expect(sandbox.store.requests.all).toEqual([]);
	});
});

describe('only the last of a burst', () => {
	const burst = { burstWindow: 0.3 };
	const update = (id: number, time = NOW) => event('store/order/updated', { type: 'order', id }, time);

	it('per record', async () => {
		const items = [update(1, NOW), update(1, NOW + 1), update(2, NOW), update(1, NOW + 2)];
		const rows = await run(items, burst);
		expect(rows.map(({ id, created_at }) => [id, created_at])).toEqual([
			[2, NOW],
			[1, NOW + 2],
		]);
	});

	it('whatever the order of arrival, and whichever the event', async () => {
		const items = [
			event('store/order/statusUpdated', { type: 'order', id: 1 }, NOW + 2),
			event('store/order/created', { type: 'order', id: 1 }, NOW),
		];
		expect(await run(items, burst)).toMatchObject([{ scope: 'store/order/statusUpdated' }]);
	});

	it('each newer event begins the wait anew; what comes later is another burst', async () => {
		const long = { burstWindow: 1.2 };
		const begun = Date.now();
		const first = run([update(1)], long);
		await new Promise((resolve) => setTimeout(resolve, 300));
		const second = run([update(1)], long);
		expect(await first).toEqual([]);
		expect(await second).toHaveLength(1);
		expect(Date.now() - begun).toBeGreaterThan(1450);
		expect(await run([update(1, NOW - 10)], burst)).toHaveLength(1);
	});

	it('keeps records apart that share an ID', async () => {
		const items = [
			event('store/priceList/record/updated', { price_list_id: 1, variant_id: 5, currency: 'usd' }),
			event('store/priceList/record/updated', { price_list_id: 2, variant_id: 5, currency: 'usd' }),
			event('store/priceList/record/deleted', { price_list_id: 2, variant_id: 5, currency: 'usd' }),
			event('store/product/updated', { type: 'product', id: 5 }),
			event('store/order/updated', { type: 'order', id: 5 }),
			event('store/company/user/updated', { company_id: 1, user_id: 5 }),
		];
		const scopes = (await run(items, burst)).map(({ scope }) => scope);
		expect(scopes).toEqual([0, 2, 3, 4, 5].map((index) => items[index]?.json.scope));
	});

	it('does not wait in a test run, and a canceled run ends at once', async () => {
		const begun = Date.now();
		expect(await run([update(7), update(7)], { burstWindow: 60 }, { mode: 'manual' })).toHaveLength(2);
		const { context } = contextOf({
			credential: sandbox.credential(),
			parameters: { output: 'event', filters: { burstWindow: 10 } },
			items: [update(8)],
		});
		const cancel = new AbortController();
		context.getExecutionCancelSignal = () => cancel.signal;
		setTimeout(() => cancel.abort(), 50);
		await expect(processEvents(context)).rejects.toThrow('canceled');
		expect(Date.now() - begun).toBeLessThan(8_000);
	});

	it('an event that another filter drops by itself supersedes none', async () => {
		const change = (to: number, time: number) =>
			event('store/order/statusUpdated', { id: 5, status: { previous_status_id: 1, new_status_id: to } }, time);
		const rows = await run([change(11, NOW), change(9, NOW + 1)], { ...burst, orderStatusTo: [11] });
		expect(rows).toMatchObject([{ data: { status: { new_status_id: 11 } } }]);
	});
});

describe('the update that comes with a new cart', () => {
	it('is left out, and a later one is not', async () => {
		const { cartId } = sandbox.store.shopper.abandonCart();
		const { data } = (await (await api(`/v3/carts/${cartId}`)).json()) as { data: { created_time: string } };
		const created = Math.floor(Date.parse(data.created_time) / 1000);
		const filters = { skipNewCartUpdates: true };
		// New hashes each time: an event that was handled before is dropped, whatever the filters.
		const items = () => [
			event('store/cart/created', { type: 'cart', id: cartId }, created),
			event('store/cart/updated', { type: 'cart', id: cartId }, created),
			event('store/cart/updated', { type: 'cart', id: cartId }, created + 60),
		];
		const passed = (await run(items(), filters)).map(({ scope, created_at }) => [scope, created_at]);
		expect(passed).toEqual([
			['store/cart/created', created],
			['store/cart/updated', created + 60],
		]);
		expect(await run(items(), {})).toHaveLength(3);
		const inChannel = event('store/channel/1/cart/updated', { cart_id: cartId }, created);
		expect(await run([inChannel], filters)).toEqual([]);
	});

	it('is the one that is left of a burst, whatever the filter', async () => {
		const { cartId } = sandbox.store.shopper.abandonCart();
		const time = Math.floor(Date.now() / 1000);
		const items = ['created', 'updated'].map((what) => event(`store/cart/${what}`, { type: 'cart', id: cartId }, time));
		expect(await run(items, { skipNewCartUpdates: true, burstWindow: 0.1 })).toHaveLength(1);
	});
});

describe('new orders from a source', () => {
	it('are left out; what happens to them later is not', async () => {
		const { apiBaseUrl, storeHash, accessToken } = sandbox.store;
		const answer = await fetch(`${apiBaseUrl}/stores/${storeHash}/v2/orders`, {
			method: 'POST',
			headers: { 'X-Auth-Token': accessToken, 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify({
				external_source: 'ERP (n8n)',
				status_id: 1,
				billing_address: {
					first_name: 'A',
					last_name: 'B',
					street_1: 'C',
					city: 'D',
					state: 'Texas',
					zip: '78701',
					country: 'United States',
					email: 'a@example.com',
				},
				products: [{ name: 'Thing', quantity: 1, price_inc_tax: 1, price_ex_tax: 1 }],
			}),
		});
		const { id } = (await answer.json()) as { id: number };
		expect({ id, status: answer.status }).toEqual({ id: expect.any(Number) as number, status: 200 });
		const { orderId } = sandbox.store.shopper.placeOrder();
		const items = [
			event('store/order/created', { type: 'order', id }),
			event('store/order/updated', { type: 'order', id }),
			event('store/order/created', { type: 'order', id: orderId }),
		];
		const rows = await run(items, { skipExternalSource: 'erp (N8N)' });
		expect(rows.map(({ scope, id: order }) => [scope, order])).toEqual([
			['store/order/updated', id],
			['store/order/created', orderId],
		]);
	});
});
