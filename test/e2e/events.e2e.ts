import { outputItems } from '../n8n/restSchemas';
import { useTriggerWorkflows } from './triggerWorkflows';
import { world } from './world';

describe('trigger events', () => {
	const { activate } = useTriggerWorkflows();
	const scopes = (hooks: Array<{ scope: string }>) => hooks.map(({ scope }) => scope).sort();

	it('of one channel come with its number, its ID and its record', async () => {
		const { sandbox } = world();
		const workflow = await activate({
			events: ['store/order/created', 'store/channel/{channel_id}/page/created'],
			filters: { channels: [1] },
			output: 'record',
		});
		expect(scopes(workflow.hooks())).toEqual(['store/channel/1/order/created', 'store/channel/1/page/created']);
		const { orderId } = sandbox.shopper.placeOrder();
		const [item] = await workflow.succeeded(1);
		expect(item).toMatchObject({
			scope: 'store/channel/1/order/created',
			channel_id: 1,
			id: orderId,
			record: { id: orderId },
		});
	});

	it('start one execution each when a wildcard and a named event cover them', async () => {
		const { sandbox } = world();
		const workflow = await activate({
			events: ['store/customer/*', 'other'],
			otherEvents: 'store/customer/created',
			output: 'event',
		});
		expect(scopes(workflow.hooks())).toEqual(['store/customer/*', 'store/customer/created']);
		const before = sandbox.deliveries.length;
		const id = sandbox.shopper.registerCustomer();
		await sandbox.hooks.idle();
		expect(await workflow.succeeded(1)).toMatchObject([{ scope: 'store/customer/created', id }]);
		const events = new Set(sandbox.deliveries.slice(before).map(({ payload }) => payload.hash));
		expect(sandbox.deliveries.length - before).toBeGreaterThan(events.size);
		expect(await workflow.executions()).toHaveLength(events.size);
	});

	it('of a burst put out the last one alone', async () => {
		const { sandbox } = world();
		const { orderId } = sandbox.shopper.placeOrder();
		const other = sandbox.shopper.placeOrder();
		const workflow = await activate({
			events: ['store/order/statusUpdated'],
			filters: { burstWindow: 4 },
			output: 'record',
		});
		for (const status of [11, 9, 2]) sandbox.shopper.changeStatus(orderId, status);
		sandbox.shopper.changeStatus(other.orderId, 11);
		await workflow.succeeded(4);
		const executions = await workflow.executions();
		const { rest } = world();
		const items = await Promise.all(
			executions.map(async ({ id }) => outputItems(await rest.waitForExecution(id), 'Behind')),
		);
		expect(
			items
				.flat()
				.map(({ id }) => id)
				.sort(),
		).toEqual([orderId, other.orderId].sort());
		expect(items.flat().find(({ id }) => id === orderId)).toMatchObject({ record: { status_id: 2 } });
	});
});
