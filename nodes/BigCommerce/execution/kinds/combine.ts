import type { BatchOperation } from '../../model/operation';
import type { Entry } from '../entry';
import { keyOf, pick } from '../requests';
import type { Run } from '../run';

/** Entries that travel as one record; their items share what becomes of it. */
export interface Combined {
	entry: Entry;
	of: Entry[];
}

/** Puts entries about the same record into one where they can be added up; else each stands alone. */
export function combined(
	{ about = [], shared = [] }: BatchOperation,
	combine: NonNullable<BatchOperation['combine']>,
	entries: readonly Entry[],
): Combined[] {
	const result: Combined[] = [];
	const known = new Map<string, Combined>();
	for (const entry of entries) {
		const { path, record, plan } = entry;
		const key = JSON.stringify([path, plan.query, pick(record, shared), keyOf({ ...path, ...record }, about)]);
		const before = known.get(key);
		const both = before && combine(before.entry.record, record);
		if (before && both) {
			before.entry = { ...before.entry, record: both };
			before.of.push(entry);
			continue;
		}
		const fresh = { entry, of: [entry] };
		known.set(key, fresh);
		result.push(fresh);
	}
	return result;
}

/** Gives the items of a combined record what became of it, each with its own values. */
export function shareOutcomes(run: Run, groups: readonly Combined[]): void {
	for (const { entry, of } of groups) {
		const outcome = run.outcomes.get(entry.plan.index);
		if (of.length === 1 || !outcome) continue;
		for (const { plan, record } of of) {
			if (outcome.is === 'failed') run.fail(plan.index, outcome.error, outcome.certainty);
			else {
				const rows = outcome.rows.map((row) => ({ ...row, ...record }));
				run.succeed(plan.index, rows, outcome.partial);
			}
		}
	}
}
