import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type {
	BatchOperation,
	CallOperation,
	FilterOperation,
	GetOperation,
	ListOperation,
	LookUpOperation,
	MergeOperation,
	Operation,
	Resource,
	SequenceOperation,
	UpsertOperation,
} from '../model/operation';
import { LONGEST_WAIT, TIMEOUT } from '../model/settings';
import { openStore } from '../transport/openStore';
import { effortHints } from './hints';
import { runBatch } from './kinds/batch';
import { runByFilter } from './kinds/byFilter';
import { runCall } from './kinds/call';
import { runGet } from './kinds/get';
import { runList } from './kinds/list';
import { runLookUp } from './kinds/lookUp';
import { runMerge } from './kinds/merge';
import { runSequence } from './kinds/sequence';
import { runUpsert } from './kinds/upsert';
import { outputOf } from './output';
import { resolveReferences } from './references';
import { Run } from './run';

/** Runs the chosen operation over all input items. @param resources the registry of the node */
export async function executeNode(
	context: IExecuteFunctions,
	resources: readonly Resource[],
): Promise<INodeExecutionData[][]> {
	const definition = chosenOperation(context, resources);
	const api = await openStore(context, {
		signal: context.getExecutionCancelSignal(),
		longestWaitMs: numberOf(context, LONGEST_WAIT) * 60_000,
		timeoutMs: numberOf(context, TIMEOUT) * 1000,
	});
	const run = new Run(context, api, definition);
	await run.plan();
	if (!run.stopped()) await resolveReferences(run);
	if (!run.stopped()) await runOperation(run);
	const items = outputOf(run);
	context.addExecutionHints(...effortHints(run));
	return [items];
}

function chosenOperation(context: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const definition = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (definition) return definition;
	throw new NodeOperationError(context.getNode(), `The operation "${operation}" of "${resource}" does not exist`, {
		description: 'Choose the resource and the operation again.',
	});
}

function numberOf(context: IExecuteFunctions, { name, displayName, preset, min, max }: typeof TIMEOUT): number {
	const value: unknown = context.getNodeParameter(`requestOptions.${name}`, 0, preset);
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && number >= (min ?? 0) && number <= (max ?? Infinity)) return number;
	throw new NodeOperationError(
		context.getNode(),
		`${displayName} must be a number from ${min} to ${max}, not ${JSON.stringify(value)}`,
	);
}

/** Runs an operation over all items that could be planned, in the way its kind asks for. */
async function runOperation(run: Run): Promise<void> {
	switch (run.operation.kind) {
		case 'get':
			return await runGet(run as Run<GetOperation>);
		case 'list':
			return await runList(run as Run<ListOperation>);
		case 'lookUp':
			return await runLookUp(run as Run<LookUpOperation>);
		case 'call':
			return await runCall(run as Run<CallOperation>);
		case 'batch':
			return await runBatch(run as Run<BatchOperation>);
		case 'upsert':
			return await runUpsert(run as Run<UpsertOperation>);
		case 'merge':
			return await runMerge(run as Run<MergeOperation>);
		case 'byFilter':
			return await runByFilter(run as Run<FilterOperation>);
		case 'sequence':
			return await runSequence(run as Run<SequenceOperation>);
	}
}
