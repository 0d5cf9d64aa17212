import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { BatchOperation, CallOperation, Operation } from '../../nodes/BigCommerce/model/operation';
import { SCOPES } from '../../nodes/BigCommerce/transport/scopes';
import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { runNode } from './engine';
import { madeUpNode } from './madeUpNode';
import type { Answer, Received } from './stubStore';
import { stubStore } from './stubStore';

/** Made-up operations, to show what an operation can say. */
export const words = { name: 'Do', action: 'Do thing', description: 'Do what the test wants' };

export async function run(
	operation: Operation,
	parameters: JsonObject,
	items: Array<IDataObject | INodeExecutionData>,
	answer: (request: Received) => Answer | Error,
	onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow',
) {
	const store = stubStore(answer);
	const result = await runNode({
		nodeType: madeUpNode(operation),
		parameters: { resource: 'thing', operation: operation.value, ...(parameters as IDataObject) },
		items: items.map((item) => ('json' in item ? (item as INodeExecutionData) : { json: item })),
		credential: store.credential,
		onError,
	});
	return { ...result, received: store.received };
}

export const call = (more: Partial<CallOperation> & Pick<CallOperation, 'endpoint'>): CallOperation => ({
	kind: 'call',
	value: 'do',
	...words,
	scope: SCOPES.products,
	effect: 'act',
	repeatable: false,
	...more,
});

export const batch = (more: Partial<BatchOperation> & Pick<BatchOperation, 'endpoint'>): BatchOperation => ({
	kind: 'batch',
	value: 'do',
	...words,
	scope: SCOPES.customers,
	effect: 'update',
	repeatable: true,
	...more,
});

export const sent = ({ received }: { received: Received[] }) =>
	received.map(({ method, path, query, body }) => ({ method, path, query, body }));
