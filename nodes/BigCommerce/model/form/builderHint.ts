import type { INodeTypeDescription } from 'n8n-workflow';

import type { Resource } from '../operation';

/**
 * What n8n's AI builder reads of the operations: without it, every `create` would carry the words of the first
 * one that stands in the description.
 */
export function builderHintOf(resources: readonly Resource[]): NonNullable<INodeTypeDescription['builderHint']> {
	return {
		extraTypeDefContent: resources.flatMap(({ value, operations }) =>
			operations.map((operation) => ({
				displayOptions: { show: { resource: [value], operation: [operation.value] } },
				content: `${operation.action}: ${operation.description}`,
			})),
		),
	};
}
