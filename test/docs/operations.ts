import { parseEndpoint } from '../../nodes/BigCommerce/model/endpoint';
import { endpointsOf } from '../../nodes/BigCommerce/model/facts';
import { ACTION_NODES } from './nodes';

export interface ListedOperation {
	/** As the editor shows it. */
	node: string;
	/** As workflows store them. */
	resource: string;
	operation: string;
	/** As the form shows them: `Order: Get Many`. */
	name: string;
	/** All that it may call; none for a request of any path. */
	calls: Array<{ method: string; path: string }>;
}

/** Every operation with the methods and paths that it may call. */
export const listOperations = (): ListedOperation[] =>
	ACTION_NODES.flatMap(({ displayName, resources }) =>
		resources.flatMap((resource) =>
			resource.operations.map((operation) => ({
				node: displayName,
				resource: resource.value,
				operation: operation.value,
				name: `${resource.name}: ${operation.name}`,
				calls: [...new Set(endpointsOf(operation))].map((endpoint) => {
					const { method, path } = parseEndpoint(endpoint);
					return { method, path };
				}),
			})),
		),
	);

/** A line for each call, in columns. */
export function operationsAsTable(operations: readonly ListedOperation[]): string {
	const widest = Math.max(...operations.map(({ name }) => name.length));
	return operations
		.flatMap(({ name, calls }) => {
			const lines = calls.map(({ method, path }) => `${method.padEnd(6)} ${path}`);
			return (lines.length > 0 ? lines : ['any    any']).map(
				(line, index) => `${(index === 0 ? name : '').padEnd(widest)}  ${line}`,
			);
		})
		.join('\n');
}

if (require.main === module) {
	const operations = listOperations();
	const isJson = process.argv.includes('--json');
	console.log(isJson ? JSON.stringify(operations, null, '\t') : operationsAsTable(operations));
}
