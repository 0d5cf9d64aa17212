import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { findOperation } from '../resources';
import { LONGEST_WAIT_DEFAULT } from '../resources/properties';
import { openStore } from '../transport/openStore';
import { effortHints } from './hints';
import { Run } from './run';
import { runOperation } from './runners';

/** Runs the chosen operation over all input items. */
export async function executeNode(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const definition = findOperation(resource, operation);
	if (!definition) {
		throw new NodeOperationError(context.getNode(), `The operation "${operation}" of "${resource}" does not exist`, {
			description: 'Choose the resource and the operation again.',
		});
	}
	const longestWait = context.getNodeParameter('requestOptions.longestWait', 0, LONGEST_WAIT_DEFAULT) as number;
	const timeout = context.getNodeParameter('requestOptions.timeout', 0, 60) as number;
	const api = await openStore(context, {
		signal: context.getExecutionCancelSignal(),
		longestWaitMs: longestWait * 60_000,
		timeoutMs: timeout * 1000,
	});
	const run = new Run(context, api, definition);
	await runOperation(run);
	const items = run.output();
	context.addExecutionHints(...effortHints(run, items.length));
	return [items];
}
