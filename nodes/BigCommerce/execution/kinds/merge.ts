import type { CallOperation, MergeOperation } from '../../model/operation';
import { payloadOf } from '../../transport/storeApi';
import { textOf } from '../../transport/textOf';
import type { JsonObject } from '../../transport/types';
import type { Entry } from '../entry';
import { entryOf } from '../entry';
import { inOrder } from '../inOrder';
import { isObject, keyOf, pick, targetOf } from '../requests';
import type { Run } from '../run';
import { sendCalls } from './call';

/** Reads the record, keeps what the write wants even where it does not change, and writes. */
export async function runMerge(run: Run<MergeOperation>): Promise<void> {
	await sendMerges(run, run.operation, run.open().map(entryOf));
}

/** Items about the same record go one after the other: each keeps what the one before has written. */
export async function sendMerges(run: Run, operation: MergeOperation, entries: readonly Entry[]): Promise<void> {
	const { keep, wrap, about } = operation;
	const call: CallOperation = { ...operation, kind: 'call' };
	await inOrder(
		entries,
		async (entry) => {
			let merged: Entry;
			try {
				const kept = pick(await readRecord(run, operation, entry), keep);
				const record = { ...kept, ...entry.record };
				merged = { ...entry, record: wrap ? wrap(record) : record };
			} catch (error) {
				run.fail(entry.plan.index, error);
				return;
			}
			if (!run.stopped()) await sendCalls(run, call, [merged]);
		},
		{ keyOf: ({ path, record }) => keyOf({ ...record, ...path }, about ?? Object.keys(path)), stopped: run.stopped },
	);
}

async function readRecord(run: Run, operation: MergeOperation, { plan, path }: Entry): Promise<JsonObject> {
	const { read, readQuery, found } = operation;
	const own = Object.assign(Object.create(plan) as typeof plan, { path });
	const response = await run.api.send(run.request({ ...targetOf(read, own), query: readQuery?.(own) ?? {} }));
	if (found) return found(response, own);
	const payload = payloadOf(response);
	const id = Object.values(path).at(-1);
	const record = Array.isArray(payload) ? payload.filter(isObject).find((row) => textOf(row.id) === id) : payload;
	if (!isObject(record)) throw plan.missing('BigCommerce has no such record');
	return record;
}
