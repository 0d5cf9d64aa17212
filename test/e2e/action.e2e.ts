import type { INodeExecutionData } from 'n8n-workflow';

import type { NewWorkflow } from '../n8n/rest';
import type { Execution } from '../n8n/restSchemas';
import { outputItems } from '../n8n/restSchemas';
import { bigCommerce, byId, chain, itemsOf, reference, set, start } from './workflow';
import { world } from './world';

describe('action node', () => {
	const run = async (workflow: NewWorkflow): Promise<Execution> => {
		const { rest } = world();
		const { id } = await rest.createWorkflow(workflow);
		const { executionId } = await rest.runWorkflow(id, 'Start');
		return await rest.waitForExecution(executionId ?? '');
	};

	const rows = (execution: Execution, node: string): INodeExecutionData[] =>
		execution.data.runData[node]?.at(-1)?.data?.['main']?.[0] ?? [];

	const PEOPLE = `Array.from({ length: 30 }, (_, n) => ({ email: 'person' + n + '@example.com', first: 'P' + n }))`;

	it('runs 30 items through two nodes in batches, each item with its own values and its own result', async () => {
		const { sandbox } = world();
		sandbox.requests.clear();
		const execution = await run(
			chain(
				'Thirty customers',
				start,
				...itemsOf(PEOPLE),
				bigCommerce('Create', {
					resource: 'customer',
					operation: 'create',
					email: '={{ $json.email }}',
					first_name: '={{ $json.first }}',
					last_name: 'Person',
				}),
				bigCommerce('Get', { resource: 'customer', operation: 'get', id: byId('={{ $json.id }}') }),
				// n8n follows the pairing from here back to the list.
				set('Compare', `={{ { asked: $('Items').item.json.email, got: $json.email } }}`),
			),
		);
		expect(execution.data.error).toBeUndefined();
		expect(sandbox.requests.matching('POST', '/v3/customers')).toHaveLength(3);
		expect(sandbox.requests.matching('GET', '/v3/customers')).toHaveLength(1);
		const numbers = Array.from({ length: 30 }, (_, n) => n);
		for (const node of ['Create', 'Get']) {
			expect(rows(execution, node).map(({ pairedItem }) => pairedItem)).toEqual(numbers.map((item) => ({ item })));
		}
		expect(outputItems(execution, 'Compare')).toEqual(
			numbers.map((n) => ({ asked: `person${n}@example.com`, got: `person${n}@example.com` })),
		);
	});

	it('continues on errors with one paired row for each failed item', async () => {
		const { shopper } = world().sandbox;
		const [known, other] = [shopper.placeOrder().orderId, shopper.placeOrder().orderId];
		const execution = await run(
			chain(
				'Some fail',
				start,
				...itemsOf(`[{ id: ${known} }, { id: 999999 }, { id: '' }, { id: ${other} }]`),
				bigCommerce(
					'Get',
					{ resource: 'order', operation: 'get', order_id: byId('={{ $json.id }}') },
					{ onError: 'continueRegularOutput' },
				),
			),
		);
		expect(execution.status).toBe('success');
		expect(rows(execution, 'Get').map(({ json, pairedItem }) => [json['id'] ?? json['error'], pairedItem])).toEqual([
			[known, { item: 0 }],
			[expect.stringMatching(/no such record/), { item: 1 }],
			[expect.stringMatching(/Order/), { item: 2 }],
			[other, { item: 3 }],
		]);
	});

	it('stops with the name of the field, and nothing sent, when a value is malformed', async () => {
		const { sandbox } = world();
		sandbox.requests.clear();
		const execution = await run(
			chain(
				'Malformed',
				start,
				...itemsOf(`[{ id: 1 }, { id: 'abc' }]`),
				bigCommerce('Delete', { resource: 'product', operation: 'delete', product_id: byId('={{ $json.id }}') }),
			),
		);
		expect(execution.status).toBe('error');
		expect(execution.data.error?.message).toMatch(/Product/);
		expect(sandbox.requests.matching('DELETE', /./)).toEqual([]);
	});

	describe('From List', () => {
		const search = async (filter?: string, token?: string) =>
			await world().rest.searchList(
				{
					nodeType: 'CUSTOM.bigCommerce',
					method: 'searchProduct',
					path: 'parameters.product_id',
					parameters: { authentication: 'accessToken', resource: 'product', operation: 'get' },
					credentials: { bigCommerceApi: reference(world().credential) },
				},
				filter,
				token,
			);

		it('reads the list page by page', async () => {
			const seen = new Set<unknown>();
			let token: string | undefined;
			do {
				const page = await search(undefined, token);
				page.results.forEach(({ value }) => seen.add(value));
				token = page.paginationToken as string | undefined;
			} while (token);
			expect(seen.size).toBe(100);
		});

		it('searches in the store for what was typed', async () => {
			const [first] = (await search()).results;
			const sku = /\((.+)\)$/.exec(first?.name ?? '')?.[1];
			const { results } = await search(sku);
			expect(results.map(({ value }) => value)).toContain(first?.value);
			expect(results.length).toBeLessThan(50);
			expect((await search('no such thing')).results).toEqual([]);
		});
	});
});
