import { BigCommerce } from '../../../nodes/BigCommerce/BigCommerce.node';
import { BigCommerceStoreSetup } from '../../../nodes/BigCommerce/BigCommerceStoreSetup.node';
import { RESOURCES } from '../../../nodes/BigCommerce/resources';
import { countOperations } from '../../docs/figures';
import { ACTION_NODES } from '../../docs/nodes';
import { listOperations, operationsAsTable } from '../../docs/operations';

it('at most one operation in ten is a sequence of its own', () => {
	const { operations, sequences } = countOperations(RESOURCES);
	expect(operations).toBeGreaterThan(60);
	expect(sequences).toBeLessThanOrEqual(operations / 10);
});

describe('the nodes that the tables name', () => {
	it('have all resources, under the names that the editor shows', () => {
		expect(ACTION_NODES.flatMap(({ resources }) => resources)).toEqual(RESOURCES);
		const shown = [new BigCommerce(), new BigCommerceStoreSetup()];
		expect(ACTION_NODES.map(({ displayName, className }) => [displayName, className])).toEqual(
			shown.map((node) => [node.description.displayName, node.constructor.name]),
		);
	});
});

describe('npm run operations', () => {
	const listed = listOperations();

	it('has every operation once, with its calls', () => {
		const names = listed.map(({ resource, operation }) => `${resource}.${operation}`);
		expect(new Set(names).size).toBe(names.length);
		expect(names).toHaveLength(RESOURCES.flatMap(({ operations }) => operations).length);
		expect(listed).toContainEqual({
			node: 'BigCommerce',
			resource: 'order',
			operation: 'count',
			name: 'Order: Count',
			calls: [{ method: 'GET', path: '/v2/orders/count' }],
		});
		expect(listed.filter(({ calls }) => calls.length === 0).map(({ name }) => name)).toEqual(['API Request: Request']);
	});

	it('shows a line for each call', () => {
		const table = operationsAsTable([
			{
				node: 'Toys',
				resource: 'toy',
				operation: 'get',
				name: 'Toy: Get',
				calls: [{ method: 'GET', path: '/v3/toys' }],
			},
			{
				node: 'Toys',
				resource: 'toy',
				operation: 'update',
				name: 'Toy: Update',
				calls: [
					{ method: 'GET', path: '/v3/toys' },
					{ method: 'DELETE', path: '/v3/toys/{id}' },
				],
			},
			{ node: 'Toys', resource: 'any', operation: 'request', name: 'Any: Send', calls: [] },
		]);
		expect(table.split('\n')).toEqual([
			'Toy: Get     GET    /v3/toys',
			'Toy: Update  GET    /v3/toys',
			'             DELETE /v3/toys/{id}',
			'Any: Send    any    any',
		]);
	});
});
