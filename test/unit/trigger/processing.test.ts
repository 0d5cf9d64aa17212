import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { EventLedger } from '../../../nodes/BigCommerce/trigger/handling/eventLedger';
import { processEvents } from '../../../nodes/BigCommerce/trigger/handling/processing';
import { useSandbox } from '../../support/sandbox';
import type { Setup } from './contexts';
import { contextOf } from './contexts';

const sandbox = useSandbox({ orders: 5, products: 5, customers: 5 });

let events = 0;
const event = (scope: string, data: IDataObject | IDataObject[], changes: IDataObject = {}): INodeExecutionData => ({
	json: {
		scope,
		store_id: '1001',
		data,
		hash: `hash-${++events}`,
		created_at: 1_900_000_000,
		producer: `stores/${sandbox.store.storeHash}`,
		...changes,
	},
});

let nodes = 0;
const run = async (items: INodeExecutionData[], parameters: Setup['parameters'] = {}, extra: Partial<Setup> = {}) => {
	const { context, told } = contextOf({
		credential: sandbox.credential(),
		parameters,
		items,
		nodeId: `processing-${++nodes}`,
		...extra,
	});
	const [rows = []] = await processEvents(context);
	return { rows, told };
};

const aProduct = async (): Promise<number> => {
	const { apiBaseUrl, storeHash, accessToken, requests } = sandbox.store;
	const answer = await fetch(`${apiBaseUrl}/stores/${storeHash}/v3/catalog/products?limit=1`, {
		headers: { 'X-Auth-Token': accessToken },
	});
	const { data } = (await answer.json()) as { data: Array<{ id: number }> };
	requests.clear();
	return data[0]?.id ?? 0;
};

const anOrder = () => sandbox.store.shopper.placeOrder();

describe('output', () => {
	it('of the event only asks the store nothing', async () => {
		const item = event('store/order/created', { type: 'order', id: 5 });
		const { rows } = await run([item], { output: 'event' });
		expect(rows).toEqual([{ json: { ...item.json, id: 5 }, pairedItem: { item: 0 } }]);
		expect(sandbox.store.requests.all).toHaveLength(0);
	});

	it('of the record', async () => {
		const { orderId } = anOrder();
		const { rows } = await run([event('store/order/created', { type: 'order', id: orderId })], { output: 'record' });
		expect(rows).toEqual([
			{
				json: expect.objectContaining({
					id: orderId,
					scope: 'store/order/created',
					record: expect.objectContaining({ id: orderId, status_id: 1 }) as object,
				}) as object,
				pairedItem: { item: 0 },
			},
		]);
		expect(rows[0]?.json).not.toHaveProperty('related');
		expect(sandbox.store.requests.all).toHaveLength(1);
	});

	it('of the record with what belongs to it', async () => {
		const { orderId } = anOrder();
		const { rows } = await run([event('store/order/created', { id: orderId })], { output: 'recordWithRelated' });
		expect(rows[0]?.json).toMatchObject({
			id: orderId,
			record: { id: orderId },
			related: {
				coupons: [],
				products: [expect.objectContaining({ order_id: orderId })],
				shipping_addresses: [expect.objectContaining({ order_id: orderId })],
			},
		});
	});

	it('of a product: variants, images and custom fields stand in related, not in the record', async () => {
		const id = await aProduct();
		const { rows } = await run([event('store/product/updated', { id })], { output: 'recordWithRelated' });
		const { record, related, recordMissing } = rows[0]?.json as Record<string, IDataObject>;
		expect(recordMissing).toBeUndefined();
		expect(record).toMatchObject({ id });
		expect(record).not.toHaveProperty('variants');
		expect(Object.keys(related ?? {})).toEqual(['custom_fields', 'images', 'variants']);
		expect(sandbox.store.requests.all).toHaveLength(1);
	});

	it('of a cart with its customer, and of a guest without', async () => {
		const { cartId, customerId } = sandbox.store.shopper.abandonCart();
		const { rows } = await run([event('store/cart/abandoned', { type: 'cart', id: cartId, token: 't' })], {
			output: 'recordWithRelated',
		});
		expect(rows[0]?.json).toMatchObject({
			id: cartId,
			record: { id: cartId, customer_id: customerId },
			related: { customer: { id: customerId } },
		});
	});

	it.each([
		['store/order/updated', { id: 99_999_999 }],
		['store/customer/updated', { id: 99_999_999 }],
		['store/product/deleted', { id: 111 }],
	])('of %s, when the record is gone, says so', async (scope, data) => {
		for (const output of ['record', 'recordWithRelated']) {
			const { rows } = await run([event(scope, data)], { output });
			expect(rows[0]?.json).toMatchObject({ scope, id: data.id, recordMissing: true });
			expect(rows[0]?.json).not.toHaveProperty('record');
		}
	});

	it('of an event that names no record is the event', async () => {
		const { rows } = await run([event('store/app/uninstalled', { type: 'store' })], { output: 'record' });
		expect(rows[0]?.json).not.toHaveProperty('recordMissing');
		expect(rows[0]?.json).not.toHaveProperty('id');
	});

	it('of a batch is one item per record, all paired with the delivery', async () => {
		const data = [
			{ price_list_id: 1, variant_id: 5, currency: 'usd' },
			{ price_list_id: 1, variant_id: 6, currency: 'usd' },
		];
		const { rows } = await run([event('store/priceList/records/updated', data)], { output: 'event' });
		expect(rows.map(({ json, pairedItem }) => [json.id, json.data, pairedItem])).toEqual(
			data.map((each) => [each.variant_id, each, { item: 0 }]),
		);
	});

	it('of several events keeps each with its own item', async () => {
		const orders = [anOrder(), anOrder()];
		const items = orders.map(({ orderId }) => event('store/order/created', { id: orderId }));
		const { rows } = await run(items, { output: 'record' });
		expect(rows.map(({ json, pairedItem }) => [(json.record as IDataObject).id, pairedItem])).toEqual([
			[orders[0]?.orderId, { item: 0 }],
			[orders[1]?.orderId, { item: 1 }],
		]);
	});

	it('refuses items that are no events', async () => {
		await expect(run([{ json: {} }])).rejects.toThrow('This is not an event of BigCommerce');
	});
});

describe('a look-up that fails', () => {
	const refuse = () => sandbox.store.faults.next({ match: { method: 'GET' }, status: 403, body: { status: 403 } });

	it('fails the node, and the event can be run again', async () => {
		const { orderId } = anOrder();
		const item = event('store/order/created', { id: orderId });
		const setup = { processed: new Set<string>(), nodeId: 'failing', executionId: 'one' };
		refuse();
		const failure = await run([item], { output: 'record' }, setup).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(NodeApiError);
		expect((failure as NodeApiError).message).toMatch(/lacks the scope Orders/);
		// "Retry On Fail" stays in the execution, a person's retry is another one.
		expect((await run([item], { output: 'record' }, setup)).rows).toHaveLength(1);
		const retry = { ...setup, executionId: 'two' };
		expect((await run([item], { output: 'record' }, { ...retry, mode: 'retry' })).rows).toHaveLength(1);
		expect((await run([item], { output: 'record' }, retry)).rows).toEqual([]);
	});

	it('under "Continue" leaves the event, with the error beside it', async () => {
		refuse();
		const item = event('store/order/created', { id: 5 });
		const { rows } = await run([item], { output: 'record' }, { continueOnFail: true });
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			json: { ...item.json, id: 5, error: expect.stringMatching(/lacks the scope/) as string },
			pairedItem: { item: 0 },
		});
		expect(rows[0]).not.toHaveProperty('error');
	});

	it('under "Continue (using error output)" is told from the others by its fields, as n8n wants it', async () => {
		refuse();
		const item = event('store/order/created', { id: 5 });
		const onError = 'continueErrorOutput';
		const { rows } = await run([item], { output: 'record' }, { continueOnFail: true, onError });
		expect(rows).toEqual([
			{
				json: {
					message: expect.stringMatching(/lacks the scope/) as string,
					error: {
						description: expect.stringContaining('create a new account') as string,
						event: { ...item.json, id: 5 },
					},
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('of something related is a failure as well', async () => {
		const { orderId } = anOrder();
		sandbox.store.faults.next({ match: { method: 'GET', path: /\/products$/ }, status: 403, body: { status: 403 } });
		await expect(run([event('store/order/created', { id: orderId })], { output: 'recordWithRelated' })).rejects.toThrow(
			/lacks the scope/,
		);
	});
});

describe('an event that was handled before', () => {
	it('is dropped, also after a restart; but not in a test or when run again', async () => {
		const processed = new Set<string>();
		const item = event('store/order/created', { id: 5 });
		const once = async (extra: Partial<Setup> = {}) =>
			(await run([item], { output: 'event' }, { processed, nodeId: 'again', ...extra })).rows;
		expect(await once()).toHaveLength(1);
		expect(await once()).toEqual([]);
		expect(await once({ mode: 'retry' })).toHaveLength(1);
		expect(await once({ mode: 'manual' })).toHaveLength(1);
		expect(await once({ nodeId: 'another', processed: new Set() })).toHaveLength(1);
	});

	it('20 at once are one, 40 others at once are all remembered', async () => {
		const processed = new Set<string>();
		const item = event('store/order/created', { id: 5 });
		const others = Array.from({ length: 40 }, (_, id) => event('store/order/created', { id }));
		const setup = { processed, nodeId: 'burst' };
		const recorded: string[][] = [];
		const all = await Promise.all(
			[...Array.from({ length: 20 }, () => item), ...others].map(async (each) => {
				const { rows, told } = await run([each], { output: 'event' }, setup);
				recorded.push(...told.recorded);
				return rows.length;
			}),
		);
		expect(all.slice(0, 20).filter((count) => count === 1)).toHaveLength(1);
		expect(all.slice(20)).toEqual(others.map(() => 1));
		// Each under its name, and under its name with its execution.
		expect(processed.size).toBe(41 + 60);
		// Written together: far fewer calls of n8n's store than events.
		expect(recorded.length).toBeLessThan(5);
	});

	it('by an execution that is started over: it is still its own, whichever process runs it', async () => {
		const processed = new Set<string>();
		const once = async (executionId: string) => {
			const { context } = contextOf({ credential: sandbox.credential(), processed });
			const entry = { event: 'order 5', executionId };
			return await new EventLedger().record(context.helpers, entry, 10);
		};
		expect(await once('one')).toBe(true);
		expect(await once('one')).toBe(true);
		expect(await once('two')).toBe(false);
	});

	it('is told at once when it comes alone; in a burst the store is asked less often', async () => {
		const processed = new Set<string>();
		const { context, told } = contextOf({ credential: sandbox.credential(), processed });
		const ledger = new EventLedger();
		const record = async (event: string) => await ledger.record(context.helpers, { event, executionId: event }, 1000);
		const alone = record('alone');
		expect(told.recorded).toHaveLength(1);
		expect(await alone).toBe(true);
		const burst: Array<Promise<boolean>> = [];
		for (let event = 0; event < 100; event++) {
			burst.push(record(`${event}`));
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		expect(await Promise.all(burst)).toEqual(burst.map(() => true));
		expect(told.recorded.length).toBeLessThan(15);
	});

	it('of a burst lets executions go on one by one, so that n8n can answer in between', async () => {
		const { context } = contextOf({ credential: sandbox.credential() });
		const ledger = new EventLedger();
		const told: string[] = [];
		const record = async (event: string) => {
			await ledger.record(context.helpers, { event, executionId: event }, 1000);
			told.push(event);
		};
		const all = ['alone', 'one', 'two', 'three'].map(record);
		await all[1];
		await new Promise(setImmediate);
		expect(told).toEqual(['alone', 'one']);
		await Promise.all(all);
		expect(told).toEqual(['alone', 'one', 'two', 'three']);
	});

	it('passes when the store cannot say, with a warning; later events are told again', async () => {
		const { context, told } = contextOf({
			credential: sandbox.credential(),
			nodeId: 'broken',
			items: [event('store/order/created', { id: 5 })],
			parameters: { output: 'event' },
		});
		const store = jest.spyOn(context.helpers, 'checkProcessedAndRecord');
		store.mockRejectedValue(new Error('database is locked'));
		for (let times = 0; times < 2; times++) expect((await processEvents(context))[0]).toHaveLength(1);
		expect(told.warnings).toEqual(Array(2).fill(expect.stringMatching(/repeated one: database is locked/)));
		store.mockRestore();
		expect((await processEvents(context))[0]).toHaveLength(1);
		expect((await processEvents(context))[0]).toEqual([]);
	});

	it('a store that fails once is asked again', async () => {
		const { context, told } = contextOf({ credential: sandbox.credential(), processed: new Set() });
		const store = jest.spyOn(context.helpers, 'checkProcessedAndRecord');
		store.mockRejectedValueOnce(new Error('UNIQUE constraint failed'));
		const entry = { event: 'first', executionId: 'one' };
		expect(await new EventLedger().record(context.helpers, entry, 10)).toBe(true);
		expect(told.recorded).toHaveLength(1);
	});
});

describe('filters', () => {
	const statusChange = (from: number, to: number) =>
		event('store/order/statusUpdated', { id: 5, status: { previous_status_id: from, new_status_id: to } });
	const passes = async (item: INodeExecutionData, filters: IDataObject, output = 'event') =>
		(await run([item], { output, filters } as Setup['parameters'])).rows.length === 1;

	it('the status an order changed to, without asking the store', async () => {
		expect(await passes(statusChange(1, 11), { orderStatusTo: [11] })).toBe(true);
		expect(await passes(statusChange(1, 9), { orderStatusTo: [11] })).toBe(false);
		expect(sandbox.store.requests.all).toHaveLength(0);
	});

	it('the status an order changed from', async () => {
		expect(await passes(statusChange(0, 11), { orderStatusFrom: [0] })).toBe(true);
		expect(await passes(statusChange(7, 11), { orderStatusFrom: [0] })).toBe(false);
		expect(await passes(event('store/order/created', { id: 5 }), { orderStatusFrom: [0] })).toBe(true);
	});

	it('orders that were not placed', async () => {
		const placed = anOrder();
		const begun = sandbox.store.shopper.placeOrder({ status: 0 });
		const skip = { skipIncompleteOrders: true };
		expect(await passes(event('store/order/created', { id: placed.orderId }), skip)).toBe(true);
		expect(await passes(event('store/order/created', { id: begun.orderId }), skip)).toBe(false);
		expect(await passes(event('store/order/created', { id: begun.orderId }), {})).toBe(true);
		expect(await passes(statusChange(11, 0), skip)).toBe(false);
		expect(await passes(event('store/customer/created', { id: 5 }), skip)).toBe(true);
	});

	it('one of a deleted order passes: nothing is dropped on a guess', async () => {
		const item = event('store/order/updated', { id: 99_999_999 });
		expect(await passes(item, { skipIncompleteOrders: true, orderStatusTo: [11], channels: [2] })).toBe(true);
	});

	it('the channel, of the event or of the record', async () => {
		const { orderId } = anOrder();
		expect(await passes(event('store/order/created', { id: orderId }), { channels: [1] })).toBe(true);
		expect(await passes(event('store/order/created', { id: orderId }), { channels: ['2'] })).toBe(false);
		expect(await passes(event('store/channel/2/order/created', { order_id: 5 }), { channels: [2] })).toBe(true);
		expect(await passes(event('store/channel/1/order/created', { order_id: 5 }), { channels: [2] })).toBe(false);
	});

	it('the record that a filter needed is not put out unasked', async () => {
		const { orderId } = anOrder();
		const { rows } = await run([event('store/order/created', { id: orderId })], {
			output: 'event',
			filters: { skipIncompleteOrders: true },
		});
		expect(rows[0]?.json).not.toHaveProperty('record');
	});
});
