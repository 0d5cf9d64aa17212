import type { INodeParameters } from 'n8n-workflow';

import type { SandboxOptions } from '../sandbox';
import type { Poller } from '../support/engine';
import type { PolledStore, Reported } from '../support/polledStore';
import { idsOf, openPolledStore, polled, RECORD_KINDS } from '../support/polledStore';
import { rowWith } from '../support/runOperation';

const DAY = 24 * 60 * 60;
/** More than a poll waits for records to settle. */
const WHILE = 30;

const sorted = (ids: readonly number[]) => [...ids].sort((one, other) => one - other);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('BigCommerce Polling Trigger', () => {
	let world: PolledStore;
	const open = async (options?: SandboxOptions) => (world = await openPolledStore(options));
	const sent = (path: string | RegExp) => world.store.requests.matching('GET', path);

	afterEach(async () => await world.store.close());

	/** A trigger whose first poll is done. */
	async function activated(event: string, more: INodeParameters = {}): Promise<Poller> {
		const poller = world.poller({ event, ...more });
		expect(await polled(poller)).toEqual([]);
		return poller;
	}

	/** What it reports once all has settled. */
	async function later(poller: Poller): Promise<Reported[]> {
		world.wait(WHILE);
		return await polled(poller);
	}

	describe.each(RECORD_KINDS)('on $type records', (kind) => {
		it('gives them as the webhook trigger does, oldest first', async () => {
			await open();
			world.wait(WHILE);
			const poller = await activated(`${kind.type}Created`);
			const first = await kind.create(world, 1);
			world.wait(2);
			const second = await kind.create(world, 2);
			const reported = await later(poller);
			expect(reported).toEqual(
				[first, second].map((id, index) => ({
					scope: `store/${kind.type}/created`,
					producer: `stores/${world.store.storeHash}`,
					created_at: Math.floor(world.now() / 1000) - WHILE - 2 + 2 * index,
					data: { type: kind.type, id },
					id,
					record: rowWith({ id }),
				})),
			);
			expect(kind.versionOf(reported[1]!.record)).toBe(2);
			expect(await later(poller)).toEqual([]);
		});

		it('simplifies when asked', async () => {
			await open();
			const poller = await activated(`${kind.type}CreatedOrUpdated`, { simplify: true });
			const id = await kind.create(world, 1);
			const reported = (await later(poller)).find((each) => each.id === id);
			expect(reported?.scope).toBe(`store/${kind.type}/*`);
			expect(Object.keys(reported?.record ?? {}).length).toBeLessThanOrEqual(12);
			expect(reported?.record).toHaveProperty('date_modified');
			expect(reported?.record.id).toBe(id);
		});

		it('looks back at the first poll, as far as asked', async () => {
			await open({ products: 0, customers: 0, orders: 0 });
			await kind.create(world, 1);
			world.wait(2 * 60 * 60);
			const wanted = [await kind.create(world, 2), await kind.create(world, 3)];
			world.wait(60 * 60);
			for (const event of [`${kind.type}Created`, `${kind.type}CreatedOrUpdated`]) {
				const poller = world.poller({ event, options: { lookBack: 1.5 } });
				expect(idsOf(await polled(poller))).toEqual(wanted);
				expect(await later(poller)).toEqual([]);
			}
		});

		it.each([-30 * DAY, 30 * DAY])('goes by the clock of the store alone (%d seconds from ours)', async (skew) => {
			await open();
			world.wait(skew);
			const poller = await activated(`${kind.type}CreatedOrUpdated`);
			const id = await kind.create(world, 1);
			expect(idsOf(await later(poller))).toContain(id);
			expect(await later(poller)).toEqual([]);
		});

		it('finds records that become visible after others with a later date', async () => {
			await open();
			world.wait(300);
			const poller = await activated(`${kind.type}CreatedOrUpdated`);
			world.wait(100);
			const early = await kind.create(world, 1);
			expect(idsOf(await later(poller))).toEqual([early]);
			world.wait(-60);
			const late = await kind.create(world, 2);
			world.wait(60);
			expect(idsOf(await later(poller))).toEqual([late]);
			expect(await later(poller)).toEqual([]);
		});

		it('always asks with the time of day', async () => {
			await open();
			const poller = world.poller({ event: `${kind.type}CreatedOrUpdated`, options: { lookBack: 24 } });
			await polled(poller);
			const dates = world.store.requests.all.flatMap(({ query }) =>
				Object.entries(query).flatMap(([name, value]) => (name.includes('date_') ? [value] : [])),
			);
			expect(dates.length).toBeGreaterThan(0);
			for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		});
	});

	describe('with many records', () => {
		const PRODUCTS = '/v3/catalog/products';

		it.each([1, 2, 3])('loses nothing when page %d of several cannot be read', async (broken) => {
			await open({ products: 700 });
			// Seeded products have one and the same date.
			const parameters = { event: 'productCreatedOrUpdated', options: { lookBack: 24 * 3650 } };
			await polled(world.poller(parameters));
			// One request for the time, one for a first look, one for the end of the span, then the pages.
			expect(sent(PRODUCTS).map(({ query }) => 'id:greater' in query)).toEqual([false, false, false, true, true, true]);
			const poller = world.poller(parameters);
			world.store.faults.next({ match: { path: PRODUCTS }, times: 2 + broken });
			world.store.faults.next({ match: { path: PRODUCTS }, status: 400, body: { title: 'No.' } });
			await expect(polled(poller)).rejects.toThrow();
			expect(poller.kept).toEqual({});
			expect(sorted(idsOf(await polled(poller)))).toEqual(range(1, 700));
			expect(await later(poller)).toEqual([]);
		});

		it('reports nothing of a list that leads in a circle, and all of it once it is whole', async () => {
			await open({ customers: 300 });
			const poller = world.poller({ event: 'customerCreatedOrUpdated', options: { lookBack: 24 * 3650 } });
			const circle = { cursor_pagination: { end_cursor: 'one', links: { next: '?after=one' } } };
			world.store.faults.next({ match: { path: '/v3/customers' }, times: 3 });
			world.store.faults.next({
				match: { path: '/v3/customers' },
				times: 2,
				status: 200,
				body: { data: [{ id: 1, date_modified: '2026-01-01T00:00:00Z' }], meta: circle },
			});
			await expect(polled(poller)).rejects.toThrow('did not give the list /v3/customers in full');
			expect(poller.kept).toEqual({});
			expect(world.store.faults.pending).toBe(0);
			expect(sorted(idsOf(await polled(poller)))).toEqual(range(1, 300));
		});

		it('says that nothing is lost, and goes on after a failure of a later poll', async () => {
			await open();
			const poller = await activated('orderCreatedOrUpdated');
			await later(poller);
			const kept = poller.kept;
			const { orderId } = world.store.shopper.placeOrder();
			world.wait(WHILE);
			world.store.faults.next({ match: { path: '/v2/orders' }, status: 403, body: { title: 'Forbidden' } });
			await expect(polled(poller)).rejects.toMatchObject({
				httpCode: '403',
				description: expect.stringContaining('Nothing is lost') as string,
			});
			expect(poller.kept).toEqual(kept);
			world.wait(DAY);
			expect(idsOf(await polled(poller))).toEqual([orderId]);
		});

		it.each(['orderCreated', 'orderCreatedOrUpdated'])(
			'reads so many in one poll, and the rest in the next (%s)',
			async (event) => {
				await open({ orders: 5600 });
				const poller = world.poller({ event, options: { lookBack: 24 * 3650 } });
				const polls: number[][] = [];
				for (let count = 0; count < 4; count++) {
					world.store.requests.clear();
					polls.push(idsOf(await polled(poller)));
					expect(world.store.requests.all.length).toBeLessThan(50);
				}
				expect(polls[0]!.length).toBe(5000);
				expect(polls[1]!.length).toBe(600);
				expect(polls.slice(2)).toEqual([[], []]);
				expect(new Set(polls.flat()).size).toBe(5600);
			},
		);

		it('costs one request when there is nothing new', async () => {
			await open();
			for (const event of RECORD_KINDS.flatMap(({ type }) => [`${type}Created`, `${type}CreatedOrUpdated`])) {
				const poller = await activated(event);
				world.wait(WHILE);
				world.store.requests.clear();
				expect(await polled(poller)).toEqual([]);
				expect(world.store.requests.all).toHaveLength(1);
			}
		});
	});

	describe('with filters for orders', () => {
		it('gives a new order once it is placed', async () => {
			await open();
			const poller = await activated('orderCreated', { filters: { skipIncompleteOrders: true } });
			const { shopper } = world.store;
			const begun = shopper.placeOrder({ status: 0 }).orderId;
			const placed = shopper.placeOrder({ status: 1 }).orderId;
			const given = shopper.placeOrder({ status: 0 }).orderId;
			expect(idsOf(await later(poller))).toEqual([placed]);
			shopper.changeStatus(placed, 11);
			expect(await later(poller)).toEqual([]);
			world.wait(DAY);
			shopper.changeStatus(begun, 11);
			expect(await later(poller)).toEqual([
				rowWith({ id: begun, scope: 'store/order/created', record: rowWith({ status_id: 11 }) }),
			]);
			shopper.changeStatus(begun, 2);
			expect(await later(poller)).toEqual([]);
			shopper.changeStatus(given, 7);
			expect(idsOf(await later(poller))).toEqual([given]);
			expect(await later(poller)).toEqual([]);
		});

		it('gives a new order that is placed between two requests of a poll', async () => {
			await open();
			const poller = await activated('orderCreated', { filters: { skipIncompleteOrders: true } });
			const { shopper } = world.store;
			const waiting = shopper.placeOrder({ status: 0 }).orderId;
			await later(poller);
			const born = shopper.placeOrder({ status: 0 }).orderId;
			world.wait(WHILE);
			// The first request of the poll sees it incomplete, the second comes after it was placed.
			world.store.requests.clear();
			world.store.faults.next({ match: { path: '/v2/orders' } });
			world.store.faults.next({ match: { path: '/v2/orders' }, delayMs: 100 });
			const poll = polled(poller);
			while (sent('/v2/orders').length < 2) await new Promise((resolve) => setImmediate(resolve));
			shopper.changeStatus(born, 1);
			shopper.changeStatus(waiting, 1);
			const reported = [...idsOf(await poll), ...idsOf(await later(poller)), ...idsOf(await later(poller))];
			expect(sorted(reported)).toEqual([waiting, born]);
		});

		it('gives orders in the statuses and channels that are asked for', async () => {
			await open();
			const filters = { orderStatusTo: [11], channels: [1] };
			const changes = await activated('orderCreatedOrUpdated', { filters });
			const births = await activated('orderCreated', { filters });
			const { shopper } = world.store;
			const one = shopper.placeOrder({ status: 1 }).orderId;
			const elsewhere = shopper.placeOrder({ status: 11, channelId: 2 }).orderId;
			expect(await later(changes)).toEqual([]);
			expect(await polled(births)).toEqual([]);
			shopper.changeStatus(one, 11);
			shopper.changeStatus(elsewhere, 11);
			expect(idsOf(await later(changes))).toEqual([one]);
			expect(idsOf(await polled(births))).toEqual([one]);
			shopper.changeStatus(one, 2);
			world.wait(WHILE);
			shopper.changeStatus(one, 11);
			expect(idsOf(await later(changes))).toEqual([one]);
			expect(await polled(births)).toEqual([]);
		});
	});

	describe('tried out in the editor', () => {
		it('shows the latest records and remembers nothing', async () => {
			await open({ products: 8 });
			const poller = world.poller({ event: 'productCreated' });
			expect(idsOf(await polled(poller, 'manual'))).toEqual([6, 7, 8]);
			expect(idsOf(await polled(poller, 'manual'))).toEqual([6, 7, 8]);
			expect(poller.kept).toEqual({});
			poller.setParameters({ event: 'customerCreatedOrUpdated' });
			expect(await polled(poller, 'manual')).toHaveLength(3);
		});

		it('says why there is nothing to show', async () => {
			await open({ orders: 2 });
			const poller = world.poller({ event: 'orderCreated', filters: { orderStatusTo: [13] } });
			await expect(polled(poller, 'manual')).rejects.toThrow('There is no order to show');
		});
	});

	describe('begins anew', () => {
		it('with another event', async () => {
			await open();
			const poller = await activated('productCreated');
			poller.setParameters({ event: 'orderCreated' });
			const { orderId } = world.store.shopper.placeOrder();
			expect(await later(poller)).toEqual([]);
			expect(orderId).toBeGreaterThan(0);
			const next = world.store.shopper.placeOrder().orderId;
			expect(idsOf(await later(poller))).toEqual([next]);
		});
	});

	it('loses nothing when n8n restarts with what it kept before polls without a result', async () => {
		await open();
		const filters = { skipIncompleteOrders: true };
		const triggers = [
			await activated('orderCreated', { filters }),
			await activated('orderCreatedOrUpdated', { filters }),
		];
		const kept = triggers.map((poller) => poller.kept);
		const { orderId } = world.store.shopper.placeOrder({ status: 0 });
		for (const poller of triggers) expect(await later(poller)).toEqual([]);
		world.store.shopper.changeStatus(orderId, 1);
		world.wait(WHILE);
		for (const [index, poller] of triggers.entries()) {
			poller.kept = kept[index]!;
			expect(idsOf(await polled(poller))).toEqual([orderId]);
			expect(await later(poller)).toEqual([]);
		}
	});

	it('does not let a poll overtake one that is under way', async () => {
		await open();
		const poller = await activated('orderCreated');
		const { orderId } = world.store.shopper.placeOrder();
		world.store.faults.next({ match: { path: '/v2/orders' }, delayMs: 200 });
		const [first, second] = await Promise.all([polled(poller), polled(poller)]);
		expect([...first, ...second].map(({ id }) => id)).toEqual([orderId]);
	});

	it('names the scope that the connection lacks', async () => {
		await open();
		const account = world.store.createApiAccount({ name: 'Products only', scopes: ['store_v2_products'] });
		const poller = world.poller({ event: 'orderCreated' }, account);
		await expect(polled(poller)).rejects.toThrow('lacks the scope Orders');
	});

	it('does not go by an answer without a date', async () => {
		await open();
		const poller = await activated('customerCreated');
		world.store.faults.next({ match: { path: '/v3/customers' }, headers: { Date: '' } });
		await expect(polled(poller)).rejects.toThrow('without a date');
	});
});
