import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { outputItems } from '../n8n/restSchemas';
import { chain, reference } from './workflow';
import { world } from './world';

/** n8n polls once a minute at most. */
const TWO_POLLS_MS = 150_000;

describe('polling trigger', () => {
	const made: string[] = [];

	afterEach(async () => {
		for (const id of made.splice(0)) await world().rest.deleteWorkflow(id);
	});

	async function activate(parameters: INodeParameters): Promise<string> {
		const { rest, credential } = world();
		const trigger = {
			name: 'Poll',
			type: 'CUSTOM.bigCommercePollingTrigger',
			typeVersion: 1,
			parameters,
			credentials: { bigCommerceApi: reference(credential) },
		};
		const behind = { name: 'Behind', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
		const { id } = await rest.createWorkflow(chain('Polled', trigger, behind));
		made.push(id);
		await rest.activateWorkflow(id);
		return id;
	}

	it(
		'starts the workflow with what is new since its activation, once',
		async () => {
			const { rest, sandbox } = world();
			const id = await activate({ event: 'orderCreated', filters: { skipIncompleteOrders: true } });
			const incomplete = sandbox.shopper.placeOrder({ status: 0 }).orderId;
			const placed = sandbox.shopper.placeOrder({ status: 11 }).orderId;
			const reported = async (count: number) => {
				const done = await rest.waitForExecutions(
					id,
					(list) => list.filter(({ status }) => status === 'success').length >= count,
					TWO_POLLS_MS,
				);
				const items: IDataObject[] = [];
				for (const { id: execution } of done) {
					items.push(...outputItems(await rest.waitForExecution(execution), 'Behind'));
				}
				return items.map((item) => [item.scope, item.id]).sort();
			};
			expect(await reported(1)).toEqual([['store/order/created', placed]]);
			sandbox.shopper.changeStatus(incomplete, 11);
			expect(await reported(2)).toEqual([
				['store/order/created', incomplete],
				['store/order/created', placed],
			]);
		},
		2 * TWO_POLLS_MS,
	);
});
