import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { filtersProperty } from '../../nodes/BigCommerce/polling/filters';
import type { PolledStore } from '../support/polledStore';
import { idsOf, openPolledStore, polled } from '../support/polledStore';

/** More than a poll waits for records to settle. */
const WHILE = 30;

const EMPTY = ['{{ null }}', '{{ undefined }}', '{{ "" }}', '{{ "  " }}', '{{ [] }}', ' ', '{{ Number("x") }}'];
const NO_LISTS = ['abc', ',', '1e1', '{{ [11, "abc"] }}', '{{ ({ id: 11 }) }}', '{{ true }}'];

/** By the name of the filter: expressions that mean nothing to it. */
const SENSELESS: Record<string, string[]> = {
	channels: [...NO_LISTS, 'Shipped', '-1', '{{ 1.5 }}'],
	orderStatusTo: [...NO_LISTS, '{{ 15 }}', 'Shiped', '{{ ["Shipped", "Sent"] }}'],
	skipIncompleteOrders: ['maybe', '{{ 2 }}', '{{ [true] }}'],
};

const FILTERS = (filtersProperty.options ?? []) as INodeProperties[];

const CASES = FILTERS.flatMap(({ name, displayName }) =>
	[...EMPTY, ...(SENSELESS[name] ?? [])].map((value) => ({ name, displayName, value: `=${value}` })),
);

let world: PolledStore;
beforeAll(async () => (world = await openPolledStore()));
beforeEach(() => world.store.requests.clear());
afterAll(async () => await world.store.close());

const poller = (filters: INodeParameters, event = 'orderCreatedOrUpdated') => world.poller({ event, filters });

const failureOf = async (work: Promise<unknown>): Promise<NodeOperationError> => {
	const error: unknown = await work.then(
		(result) => new Error(`It gave ${JSON.stringify(result)}`),
		(reason: unknown) => reason,
	);
	if (error instanceof NodeOperationError) return error;
	throw error;
};

describe('a filter that does not narrow', () => {
	it('can be told of every filter of the form', () => {
		expect(Object.keys(SENSELESS).sort()).toEqual(FILTERS.map(({ name }) => name).sort());
	});

	it.each(CASES)(
		'$displayName: $value fails the poll, before anything is asked',
		async ({ name, displayName, value }) => {
			for (const mode of ['trigger', 'manual'] as const) {
				const trigger = poller({ [name]: value });
				const { message, description } = await failureOf(polled(trigger, mode));
				expect(message).toMatch(new RegExp(`^Filters > ${displayName} (is empty\\.|must) `));
				expect(description).toMatch(/^Nothing passes /);
				expect(trigger.kept).toEqual({});
			}
			expect(world.store.requests.all).toEqual([]);
		},
	);

	it('is named with its value, as are all others', async () => {
		const filters = { orderStatusTo: '={{ ["Shipped", "Sent"] }}', channels: '={{ null }}' };
		const { message } = await failureOf(polled(poller(filters)));
		for (const words of ['Filters > Order Status must ', '"Sent"', 'Filters > Channel Names or IDs is empty']) {
			expect(message).toContain(words);
		}
	});

	it.each(FILTERS.filter(({ type }) => type === 'multiOptions'))(
		'added and left empty: $displayName',
		async (filter) => {
			const { message } = await failureOf(polled(poller({ [filter.name]: filter.default })));
			expect(message).toContain(`Filters > ${filter.displayName} is empty.`);
		},
	);

	it('is nobody’s business where no order is polled', async () => {
		expect(await polled(poller({ orderStatusTo: [] }, 'productCreated'))).toEqual([]);
	});

	it('loses nothing: the next poll that can reads on', async () => {
		const trigger = poller({ orderStatusTo: '=11' });
		expect(await polled(trigger)).toEqual([]);
		const kept = trigger.kept;
		const { orderId } = world.store.shopper.placeOrder({ status: 11 });
		world.wait(WHILE);
		trigger.setParameters({ event: 'orderCreatedOrUpdated', filters: { orderStatusTo: '={{ null }}' } });
		await failureOf(polled(trigger));
		expect(trigger.kept).toEqual(kept);
		trigger.setParameters({ event: 'orderCreatedOrUpdated', filters: { orderStatusTo: '=11' } });
		expect(idsOf(await polled(trigger))).toEqual([orderId]);
	});
});

describe('a filter from an expression', () => {
	it.each([
		['orderStatusTo', '={{ 11 }}', [11]],
		['orderStatusTo', '=11,2', [11, 2]],
		['orderStatusTo', '=[{{ [11, 2] }}]', [11, 2]],
		['orderStatusTo', '={{ ["Shipped", 11] }}', [11, 2]],
		['orderStatusTo', '=awaiting fulfillment', [11]],
		['skipIncompleteOrders', '={{ "true" }}', [11, 2, 9]],
		['skipIncompleteOrders', '={{ "false" }}', [11, 2, 9, 0]],
	])('is understood: %s, %s', async (name, value, statuses) => {
		const trigger = poller({ [name]: value });
		world.wait(WHILE);
		expect(await polled(trigger)).toEqual([]);
		const orders = [11, 2, 9, 0].map((status) => ({ status, id: world.store.shopper.placeOrder({ status }).orderId }));
		world.wait(WHILE);
		const wanted = orders.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);
		expect(idsOf(await polled(trigger))).toEqual(wanted);
	});

	it.each([
		['={{ 2 }}', [2]],
		['=2, 1', [1, 2]],
		['={{ ["1"] }}', [1]],
	])('is understood as channels: %s', async (channels, wanted) => {
		const trigger = poller({ channels });
		world.wait(WHILE);
		expect(await polled(trigger)).toEqual([]);
		for (const channelId of [1, 2]) world.store.shopper.placeOrder({ status: 11, channelId });
		world.wait(WHILE);
		expect((await polled(trigger)).map(({ record }) => record.channel_id)).toEqual(wanted);
	});
});
