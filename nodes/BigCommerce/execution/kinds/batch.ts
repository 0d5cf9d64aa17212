import { allOf, parseEndpoint } from '../../model/endpoint';
import type { BatchOperation } from '../../model/operation';
import { blamedRecords, failureOfRecord } from '../../transport/partial';
import { factsOf } from '../../transport/endpoints';
import { ApiFailure } from '../../transport/failure';
import { chunksByLength } from '../../transport/pagination';
import { textOf } from '../../transport/textOf';
import type { WriteRequest } from '../../transport/types';
import type { Entry } from '../entry';
import { entryOf } from '../entry';
import { inOrder } from '../inOrder';
import { completeLists } from '../listChanges';
import { mayRepeat } from '../repeatable';
import { keyOf, omit, pick, targetOf } from '../requests';
import type { Run } from '../run';
import { combined, shareOutcomes } from './combine';
import { settle } from './settle';
import { withoutUnknown } from './unknownRecords';

/** Many records with each request; one item is one record. */
export async function runBatch(run: Run<BatchOperation>): Promise<void> {
	const entries = run.open().map(entryOf);
	if (!run.operation.combine) return await sendBatches(run, run.operation, entries);
	const groups = combined(run.operation, run.operation.combine, entries);
	await sendBatches(
		run,
		run.operation,
		groups.map(({ entry }) => entry),
	);
	shareOutcomes(run, groups);
}

/**
 * Sends records of many items in few requests and hands each result back to its item. A refused batch is
 * sent again without the records that the answer blames. Items about the same record go one after the other.
 */
export async function sendBatches(run: Run, operation: BatchOperation, entries: readonly Entry[]): Promise<void> {
	for (const wave of waves(entries, aboutOf(operation))) {
		const complete = await completeLists(run, operation, wave);
		const chunks = [...groupByCall(complete, operation).values()].flatMap((group) => chunksOfCall(group, operation));
		await inOrder(chunks, async (chunk) => await sendBatch(run, operation, chunk), { stopped: run.stopped });
	}
}

function aboutOf({ about, match }: BatchOperation): ((entry: Entry) => string) | undefined {
	const names = about ?? match;
	return names && (({ path, record }) => keyOf({ ...path, ...record }, names));
}

/** The first wave holds each record's first mention, the second its second, and so on. */
export function waves(entries: readonly Entry[], about: ((entry: Entry) => string) | undefined): Entry[][] {
	if (!about) return [[...entries]];
	const counts = new Map<string, number>();
	const result: Entry[][] = [];
	for (const entry of entries) {
		const key = about(entry);
		const wave = counts.get(key) ?? 0;
		counts.set(key, wave + 1);
		(result[wave] ??= []).push(entry);
	}
	return result;
}

/** Only records for the same path, query and shared fields can share a request. */
function groupByCall(entries: readonly Entry[], { shared = [], endpoint }: BatchOperation): Map<string, Entry[]> {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries) {
		const { path } = targetOf(endpoint, entry.plan);
		const call = JSON.stringify([path, entry.plan.query, pick(entry.record, shared)]);
		const group = groups.get(call);
		if (group) group.push(entry);
		else groups.set(call, [entry]);
	}
	return groups;
}

/** IDs in a filter that takes several, where BigCommerce states no most. */
const MOST_NAMED = 50;

function chunksOfCall(entries: readonly Entry[], operation: BatchOperation): Entry[][] {
	const { method, path } = parseEndpoint(allOf(operation.endpoint)[0]!);
	const most = factsOf(method, path).batch ?? (operation.filter?.endsWith(':in') ? MOST_NAMED : 1);
	const text = operation.filter ? ({ record }: Entry) => textOf(Object.values(record)[0]) : undefined;
	return chunksByLength(entries, most, text);
}

/** @param isChecked whether it is known that the store has the records */
async function sendBatch(
	run: Run,
	operation: BatchOperation,
	entries: readonly Entry[],
	isChecked = false,
): Promise<void> {
	if (entries.length === 0 || run.stopped()) return;
	try {
		const response = await run.api.send(run.request(batchRequest(operation, entries)));
		await settle(run, operation, entries, response);
	} catch (error) {
		if (entries.length === 1 || !(error instanceof ApiFailure) || !isRefusal(error)) {
			for (const { plan } of entries) run.fail(plan.index, error);
			return;
		}
		await sendWithoutBlamed(run, operation, entries, { failure: error, isChecked });
	}
}

/** The store read the records and refused them all; nothing of the batch was done. */
const isRefusal = ({ kind, outcome, status }: ApiFailure) =>
	kind === 'refused' && outcome === 'notDone' && [400, 404, 409, 413, 414, 422].includes(status ?? 0);

/**
 * Only the blamed records fail with the refusal, and those that the store does not have. Where there are none,
 * halves show which it was.
 */
async function sendWithoutBlamed(
	run: Run,
	operation: BatchOperation,
	entries: readonly Entry[],
	{ failure, isChecked }: { failure: ApiFailure; isChecked: boolean },
): Promise<void> {
	const records = entries.map(({ record }) => record);
	const blame = blamedRecords(failure, records);
	// Who stops at the first fault wants nothing more written, so nobody tries halves.
	const isOver = blame.isAboutCall || (blame.records.length === 0 && !run.context.continueOnFail());
	if (isOver) {
		for (const { plan } of entries) run.fail(plan.index, failure);
		return;
	}
	const guilty = new Set(blame.records);
	for (const position of guilty) run.fail(entries[position]!.plan.index, failureOfRecord(failure, position, records));
	if (run.stopped()) return;
	const innocent = entries.filter((_, position) => !guilty.has(position));
	const rest = isChecked ? innocent : await withoutUnknown(run, operation, innocent);
	if (rest.length < entries.length) {
		await sendBatch(run, operation, rest, true);
		return;
	}
	const middle = Math.ceil(rest.length / 2);
	await sendBatch(run, operation, rest.slice(0, middle), true);
	await sendBatch(run, operation, rest.slice(middle), true);
}

function batchRequest(operation: BatchOperation, entries: readonly Entry[]): Omit<WriteRequest, 'scope'> {
	const [first] = entries as [Entry];
	const { wrap, shared = [], filter, repeatable, endpoint } = operation;
	const records = entries.map(({ record }) => record);
	const base = {
		...targetOf(endpoint, first.plan),
		repeatable: records.every((record) => mayRepeat(repeatable, record)),
	};
	if (filter) {
		const values = [...new Set(records.map((record) => Object.values(record)[0] as string | number))];
		return { ...base, query: { ...first.plan.query, [filter]: values } };
	}
	const body = wrap
		? wrap(
				records.map((record) => omit(record, shared)),
				pick(first.record, shared),
			)
		: records;
	return { ...base, query: first.plan.query, body };
}
