import { parseEndpoint } from '../../model/endpoint';
import type { BatchOperation } from '../../model/operation';
import { factsOf } from '../../transport/endpoints';
import { chunksByLength, readList } from '../../transport/pagination';
import { textOf } from '../../transport/textOf';
import type { Entry } from '../entry';
import { inOrder } from '../inOrder';
import { labelsOf } from '../labels';
import { isObject, keyQuery, keyText } from '../requests';
import type { Run } from '../run';

/** So few records are found sooner by what the store refuses. */
const FEW = 10;

/**
 * Once a batch has been refused: looks up which of its records the store has at all, in few requests. One
 * refusal names one record, so a file with a hundred unknown ones would be sent a hundred times.
 * @returns the entries that may be sent; the others have failed as records that do not exist
 */
export async function withoutUnknown(run: Run, operation: BatchOperation, entries: readonly Entry[]): Promise<Entry[]> {
	const { known } = operation;
	if (!known || entries.length <= FEW || run.stopped()) return [...entries];
	const { method, path } = parseEndpoint(known.endpoint);
	const most = factsOf(method, path).pageSize;
	const unknown = new Set<Entry>();
	for (const [field, filter] of Object.entries(known.filters)) {
		const valueOf = ({ record }: Entry) => known.identity(record)[field];
		const named = entries.filter((entry) => valueOf(entry) !== undefined);
		await inOrder(
			chunksByLength(named, most, (entry) => textOf(valueOf(entry))),
			async (chunk) => {
				const keys = [...new Map(chunk.map((entry) => [keyText(valueOf(entry)), textOf(valueOf(entry))])).values()];
				const request = run.request({ method, path, query: keyQuery({ filter }, keys) });
				// What cannot be looked up is left to the store to judge.
				const list = await readList(run.api, { request }).catch(() => undefined);
				if (!list || list.incomplete) return;
				const found = new Set(list.rows.filter(isObject).map((row) => keyText(known.identity(row)[field])));
				for (const entry of chunk) if (!found.has(keyText(valueOf(entry)))) unknown.add(entry);
			},
			{ stopped: run.stopped },
		);
	}
	const label = labelsOf(operation);
	for (const entry of unknown) {
		const { plan, record } = entry;
		const named = Object.keys(known.filters).find((field) => known.identity(record)[field] !== undefined)!;
		const value = textOf(known.identity(record)[named]);
		run.fail(plan.index, plan.missing(`BigCommerce has no item with the ${label(named) ?? named} "${value}"`));
	}
	return entries.filter((entry) => !unknown.has(entry));
}
