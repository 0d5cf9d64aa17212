import { poll } from '../n8n/poll';
import type { Hook } from '../sandbox';
import type { TriggerWorkflow } from './triggerWorkflows';
import { useTriggerWorkflows } from './triggerWorkflows';
import { world } from './world';

const summary = ({ scope, is_active, destination, headers }: Hook) => ({ scope, is_active, destination, headers });

describe('trigger', () => {
	const { create, activate } = useTriggerWorkflows();
	const foreign: number[] = [];

	/** A hook of the same account that somebody else made; it is removed after the test. */
	const foreignHook = async (scope: string): Promise<number> => {
		const { apiBaseUrl, storeHash, accessToken, hooks } = world().sandbox;
		const destination = `http://127.0.0.1:9/somebody-else/${crypto.randomUUID()}`;
		const response = await fetch(`${apiBaseUrl}/stores/${storeHash}/v3/hooks`, {
			method: 'POST',
			headers: { 'X-Auth-Token': accessToken, 'content-type': 'application/json' },
			body: JSON.stringify({ scope, destination, is_active: false }),
		});
		expect(response.status).toBe(200);
		const id = hooks.list().find((hook) => hook.destination === destination)?.id ?? 0;
		foreign.push(id);
		return id;
	};

	afterEach(() => foreign.splice(0).forEach((id) => world().sandbox.hooks.remove(id)));

	it('registers the chosen events, switched on and with a secret, and removes its own hooks only', async () => {
		const { rest, sandbox, n8n } = world();
		const other = await foreignHook('store/order/created');
		const events = ['store/cart/abandoned', 'store/order/created', 'store/order/statusUpdated'];
		const { id, hooks } = await activate({ events, output: 'event' });
		const registered = hooks().map(summary);
		expect(registered.map(({ scope }) => scope).sort()).toEqual(events);
		for (const hook of registered) {
			expect(hook).toEqual({
				scope: expect.any(String) as string,
				is_active: true,
				destination: registered[0]?.destination,
				headers: { 'X-N8n-Webhook-Secret': expect.stringMatching(/^[0-9a-f]{64}$/) as string },
			});
		}
		expect(registered[0]?.destination.startsWith(`${n8n.url}/webhook/`)).toBe(true);

		await rest.deactivateWorkflow(id);
		expect(hooks()).toEqual([]);
		expect(sandbox.hooks.get(other)).toBeDefined();
	});

	it.each([
		['event', { scope: 'store/order/statusUpdated', id: expect.any(Number) as number }, ['record', 'related']],
		['record', { record: expect.objectContaining({ status_id: 11 }) as object }, ['related']],
		[
			'recordWithRelated',
			{
				record: expect.objectContaining({ status_id: 11 }) as object,
				related: expect.objectContaining({ products: [expect.objectContaining({ quantity: 1 })] }) as object,
			},
			[],
		],
	])('starts one execution for one event, with output "%s"', async (output, expected, absent) => {
		const { sandbox } = world();
		const { orderId } = sandbox.shopper.placeOrder();
		const workflow = await activate({ events: ['store/order/statusUpdated'], output });
		sandbox.shopper.payOrder(orderId);
		const [item, ...others] = await workflow.succeeded(1);
		expect(others).toEqual([]);
		expect(item).toMatchObject({ id: orderId, ...expected });
		for (const field of absent) expect(item).not.toHaveProperty(field);
		await sandbox.hooks.idle();
		expect(await workflow.executions()).toHaveLength(1);
	});

	it('starts one execution for an event that is delivered three times', async () => {
		const { sandbox } = world();
		const workflow = await activate({ events: ['store/customer/created'], output: 'event' });
		const first = sandbox.shopper.registerCustomer();
		await sandbox.hooks.idle();
		const delivery = sandbox.deliveries.at(-1)?.id ?? 0;
		sandbox.hooks.redeliver(delivery);
		sandbox.hooks.redeliver(delivery);
		await sandbox.hooks.idle();
		expect(sandbox.deliveries.slice(-3).map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
		// A later event proves that the repeated ones have been dealt with.
		const second = sandbox.shopper.registerCustomer();
		await sandbox.hooks.idle();
		expect(await workflow.succeeded(2)).toMatchObject([{ id: second }]);
		expect(second).not.toBe(first);
		expect(await workflow.executions()).toHaveLength(2);
	});

	it('hears a test event beside production, and takes the hooks of the test away again', async () => {
		const { rest, sandbox } = world();
		const workflow = await activate({ events: ['store/customer/created'], output: 'record' });
		const production = workflow.hooks();
		expect((await rest.runWorkflow(workflow.id, 'Trigger')).waitingForWebhook).toBe(true);
		expect(workflow.hooks()).toHaveLength(2);
		const customer = sandbox.shopper.registerCustomer();
		await workflow.succeeded(2);
		const executions = await workflow.executions();
		expect(executions.map(({ mode }) => mode).sort()).toEqual(['manual', 'webhook']);
		await poll('the hooks of the test to be removed', 10_000, () => workflow.hooks().length === 1 || undefined);
		expect(workflow.hooks()).toEqual(production);
		expect(await workflow.succeeded(2)).toMatchObject([{ id: customer }]);
	});

	it('can be tested without being active', async () => {
		const { rest, sandbox } = world();
		const workflow = await create({ events: ['store/customer/created'], output: 'record' });
		await rest.runWorkflow(workflow.id, 'Trigger');
		const customer = sandbox.shopper.registerCustomer();
		expect(await workflow.succeeded(1)).toMatchObject([{ id: customer, record: { id: customer } }]);
		await poll('the hooks of the test to be removed', 10_000, () => workflow.hooks().length === 0 || undefined);
	});

	const EVENTS = ['store/cart/abandoned', 'store/customer/created', 'store/order/created'];

	/** Does what BigCommerce and people do to hooks, and returns what must not change by their repair. */
	const disturb = async (workflow: TriggerWorkflow) => {
		const { hooks } = world().sandbox;
		const [off, gone, kept] = workflow.hooks();
		const other = await foreignHook('store/customer/created');
		hooks.deactivate(off?.id ?? 0);
		hooks.remove(gone?.id ?? 0);
		return [kept, hooks.get(other)];
	};

	const expectRepair = async (workflow: TriggerWorkflow, untouched: Array<Hook | undefined>, timeoutMs: number) => {
		await poll('the hooks to be repaired', timeoutMs, () => {
			const hooks = workflow.hooks();
			return (hooks.length === EVENTS.length && hooks.every(({ is_active }) => is_active)) || undefined;
		});
		const scopes = workflow.hooks().map(({ scope }) => scope);
		expect(scopes.sort()).toEqual(EVENTS);
		for (const hook of untouched) expect(world().sandbox.hooks.get(hook?.id ?? 0)).toEqual(hook);
	};

	it('repairs its hooks while n8n runs', async () => {
		const { n8n, sandbox } = world();
		const workflow = await activate({ events: EVENTS, output: 'event', settings: { checkInterval: 1 } });
		await expectRepair(workflow, await disturb(workflow), 75_000);
		await n8n.waitForLog(/BigCommerce Trigger repaired its webhooks/);
		const id = sandbox.shopper.registerCustomer();
		expect(await workflow.succeeded(1)).toMatchObject([{ id }]);
	}, 120_000);

	it('receives after a restart of n8n, which repairs its hooks', async () => {
		const { n8n, sandbox } = world();
		const workflow = await activate({ events: EVENTS, output: 'event' });
		const untouched = await disturb(workflow);
		await n8n.restart();
		await expectRepair(workflow, untouched, 30_000);

		const id = sandbox.shopper.registerCustomer();
		sandbox.shopper.placeOrder({ customer: { id } });
		sandbox.shopper.abandonCart({ customer: { id } });
		await workflow.succeeded(3);
		await sandbox.hooks.idle();
		expect(await workflow.executions()).toHaveLength(3);
	});
});
