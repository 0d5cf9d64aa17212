import type { BatchOperation, CustomOperation, ManyOperation, OneOperation, UpsertOperation } from '../resources/types';
import { readList } from '../transport/pagination';
import { fillPath, needOf, parseEndpoint } from './endpoint';
import { inParallel } from './inParallel';
import type { ItemInput } from './itemInput';
import type { Entry } from './requests';
import { sendBatches, sendOnes } from './requests';
import type { Run } from './run';
import { runUpsert } from './upsert';

function entryOf(input: ItemInput): Entry {
	return { input, path: input.path(), query: input.query(), record: input.body() };
}

async function runOne(run: Run<OneOperation>): Promise<void> {
	await sendOnes(run, run.operation, run.plan(entryOf));
}

async function runBatch(run: Run<BatchOperation>): Promise<void> {
	await sendBatches(run, run.operation, run.plan(entryOf));
}

async function runMany(run: Run<ManyOperation>): Promise<void> {
	const { endpoint, pagination, pageSizeFor } = run.operation;
	const { method, path } = parseEndpoint(endpoint);
	const lists = run.plan((input) => {
		const request = input.request({ method, path: fillPath(path, input.path()), query: input.query() });
		const pageSize = pageSizeFor?.(request.query ?? {});
		return { input, list: { request, pagination, pageSize, limit: limitOf(input) } };
	});
	await inParallel(
		lists,
		async ({ input, list }) => {
			try {
				run.succeed(input.index, await readList(run.api, list));
			} catch (error) {
				run.fail(input.index, error);
			}
		},
		{ stopped: run.stopped },
	);
}

function limitOf(input: ItemInput): number | undefined {
	const { context, index } = input;
	if (context.getNodeParameter('returnAll', index, false) === true) return undefined;
	const limit = Number(context.getNodeParameter('limit', index, 50));
	if (!Number.isInteger(limit) || limit < 1) throw input.refuse('Limit must be a whole number of at least 1');
	return limit;
}

async function runCustom(run: Run<CustomOperation>): Promise<void> {
	const inputs = run.plan((input) => {
		// Reading them refuses bad values before anything is sent.
		input.path();
		input.query();
		input.body();
		for (const { name, type } of run.operation.options ?? []) {
			if (type !== 'collection') input.option(name);
		}
		run.operation.validate?.(input);
		return input;
	});
	await inParallel(
		inputs,
		async (input) => {
			try {
				run.succeed(input.index, [await run.operation.run(input)].flat());
			} catch (error) {
				run.fail(input.index, error);
			}
		},
		{
			stopped: run.stopped,
			keyOf: (input) => {
				if (run.operation.turn) return run.operation.turn(input);
				const writes = needOf(run.operation).access === 'modify';
				return writes && run.operation.path ? JSON.stringify(input.path()) : undefined;
			},
		},
	);
}

/** Runs an operation over all items, in the way its kind asks for. */
export async function runOperation(run: Run): Promise<void> {
	switch (run.operation.kind) {
		case 'one':
			return await runOne(run as Run<OneOperation>);
		case 'many':
			return await runMany(run as Run<ManyOperation>);
		case 'batch':
			return await runBatch(run as Run<BatchOperation>);
		case 'upsert':
			return await runUpsert(run as Run<UpsertOperation>);
		case 'custom':
			return await runCustom(run as Run<CustomOperation>);
	}
}
