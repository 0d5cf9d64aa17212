import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { createHooks } from '../../../nodes/BigCommerce/trigger/hooks/lifecycle';
import { processEvents } from '../../../nodes/BigCommerce/trigger/handling/processing';
import { receive } from '../../../nodes/BigCommerce/trigger/receiving/receive';
import { useSandbox } from '../../support/sandbox';
import { startReceiver } from '../sandbox/receiver';
import { contextOf } from './contexts';

/**
 * A wildcard beside an event that it covers: BigCommerce delivers the event once for each of the two hooks,
 * with the name of the event and the same hash.
 */
describe('wildcards', () => {
	const sandbox = useSandbox({ orders: 1, products: 2, customers: 1 });
	let receiver: Awaited<ReturnType<typeof startReceiver>>;
	let staticData: IDataObject;

	beforeEach(async () => {
		staticData = {};
		receiver = await startReceiver();
	});
	afterEach(async () => await receiver.close());

	const setup = () => ({ credential: sandbox.credential(), staticData, nodeId: 'wildcards' });

	const register = async (events: string[], filters: IDataObject = {}) => {
		const parameters = { events, filters } as INodeParameters;
		await createHooks(contextOf({ ...setup(), parameters, webhookUrl: receiver.url }).context);
	};

	/** Hands every delivery that came in to the node, all at once, and gives the items that went on. */
	const handled = async (filters: IDataObject = {}): Promise<IDataObject[]> => {
		await sandbox.store.hooks.idle();
		const processed = new Set<string>();
		const outputs = await Promise.all(
			receiver.received.map(async ({ headers, body }) => {
				const request = { headers: headers as Record<string, string>, body };
				const { context, told } = contextOf({ ...setup(), request });
				const { workflowData } = await receive(context);
				if (!workflowData) return [];
				told.respond(200);
				const items: INodeExecutionData[] = workflowData.flat();
				const parameters = { output: 'event', filters };
				const execution = contextOf({ ...setup(), parameters: parameters as never, items, processed });
				return (await processEvents(execution.context)).flat();
			}),
		);
		return outputs.flat().map(({ json }) => json);
	};

	const nameOf = ({ scope, hash }: IDataObject) => JSON.stringify([scope, hash]);

	it('each event goes on once, by its own name', async () => {
		await register([
			'store/order/*',
			'store/order/created',
			'store/order/statusUpdated',
			'store/cart/*',
			'store/cart/created',
		]);
		sandbox.store.shopper.placeOrder();
		sandbox.store.shopper.abandonCart();
		const items = await handled();
		const names = items.map(nameOf);
		expect(new Set(names).size).toBe(names.length);
		const delivered = receiver.received.map(({ body }) => nameOf(JSON.parse(body) as IDataObject));
		expect(new Set(names)).toEqual(new Set(delivered));
		expect(delivered.length).toBeGreaterThan(names.length);
		const scopes = items.map(({ scope }) => scope);
		expect(scopes).toEqual(
			expect.arrayContaining(['store/order/created', 'store/order/statusUpdated', 'store/cart/created']),
		);
		expect(scopes.filter((scope) => typeof scope !== 'string' || scope.endsWith('*'))).toEqual([]);
	});

	it('in one channel as well', async () => {
		await register(['store/order/*', 'store/order/created'], { channels: [1] });
		const { orderId } = sandbox.store.shopper.placeOrder();
		const items = await handled({ channels: [1] });
		expect(new Set(items.map(nameOf)).size).toBe(items.length);
		expect(receiver.received.length).toBeGreaterThan(items.length);
		for (const item of items) {
			expect(item).toMatchObject({
				scope: expect.stringMatching(/^store\/channel\/1\/order\/\w+$/) as string,
				id: orderId,
				channel_id: 1,
			});
		}
	});
});
