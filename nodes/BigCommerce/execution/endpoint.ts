import type { Endpoint, Operation } from '../resources/types';
import type { ScopeNeed } from '../transport/scopes';
import type { Method } from '../transport/types';

/** Splits `GET /v3/catalog/products/{product_id}`. */
export function parseEndpoint(endpoint: Endpoint): { method: Method; path: string } {
	const space = endpoint.indexOf(' ');
	return { method: endpoint.slice(0, space) as Method, path: endpoint.slice(space + 1) };
}

/** Puts values, escaped, into the `{…}` of a path. */
export function fillPath(path: string, values: Record<string, string>): string {
	return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** Every endpoint that an operation may call. */
export function endpointsOf(operation: Operation): readonly Endpoint[] {
	switch (operation.kind) {
		case 'custom':
			return operation.endpoints;
		case 'upsert':
			return [operation.find.endpoint, ...endpointsOf(operation.create), ...endpointsOf(operation.update)];
		default:
			return [operation.endpoint];
	}
}

/** The scope that an operation needs for all it does. */
export function needOf(operation: Operation): ScopeNeed {
	const reads = endpointsOf(operation).every((endpoint) => endpoint.startsWith('GET '));
	return {
		scopes: Array.isArray(operation.scope) ? operation.scope : [operation.scope],
		access: operation.access ?? (reads ? 'read' : 'modify'),
	};
}
