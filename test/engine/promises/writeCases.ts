import { writes } from '../../../nodes/BigCommerce/model/facts';
import type { Operation, Repeatable } from '../../../nodes/BigCommerce/model/operation';
import type { JsonObject } from '../../../nodes/BigCommerce/transport/types';
import type { RunResult } from '../../support/engine';
import type { StubStore } from '../../support/stubStore';
import type { Fault } from './faults';
import type { FaultyStore, Strike } from './faultyStore';
import { faultyStore } from './faultyStore';
import { markedItems, markedParameters } from './markedItems';
import { writesPerItem } from './plausibleStore';
import type { Attempt, Registered } from './registry';
import { attempt, REGISTERED } from './registry';

/** A write of the registry; an upsert is two. */
export interface WriteCase extends Registered {
	name: string;
	/** For an upsert: whether the store has the records already. */
	knows: boolean;
}

export const WRITE_CASES: readonly WriteCase[] = REGISTERED.filter(({ operation }) => writes(operation)).flatMap(
	(registered): WriteCase[] =>
		registered.operation.kind === 'upsert'
			? [
					{ ...registered, name: `${registered.at} of new records`, knows: false },
					{ ...registered, name: `${registered.at} of known records`, knows: true },
				]
			: [{ ...registered, name: registered.at, knows: true }],
);

/** The operation that writes: of an upsert, one of its two. */
export const writingOf = ({ operation, knows }: WriteCase): Exclude<Operation, { kind: 'upsert' }> =>
	operation.kind === 'upsert' ? operation[knows ? 'update' : 'create'] : operation;

/** Whether several items share a request. */
export const isBatch = (given: WriteCase): boolean => writingOf(given).kind === 'batch';

export const concerns =
	({ needsSeveral }: Fault) =>
	(given: WriteCase): boolean =>
		!needsSeveral || writesPerItem(given) > 1;

type How = Omit<Attempt, 'parameters'> & {
	parameters?: Attempt['parameters'];
	/** Items about different records, where none are given. */
	count?: number;
	longestWait?: number | undefined;
};

/** Runs a write; parameters and items that are not given are such that all would be well. */
export async function runWith<S extends StubStore>(
	given: WriteCase,
	store: S,
	{ count = 3, longestWait, parameters = markedParameters(given), ...how }: How,
): Promise<RunResult & { store: S }> {
	const settings = longestWait === undefined ? {} : { requestOptions: { longestWait } };
	const result = await attempt(given, store, {
		items: markedItems(count),
		isAlone: true,
		...how,
		parameters: { ...parameters, ...settings },
	});
	return { ...result, store };
}

export const runUnder = async (given: WriteCase, strike: Strike, how: How) =>
	await runWith(given, faultyStore(given, strike, given.knows), how);

const says = (repeatable: Repeatable, record: JsonObject): boolean =>
	typeof repeatable === 'function' ? repeatable(record) : repeatable;

/** What the definition says of repeating a call. */
export function mayRepeat(writing: ReturnType<typeof writingOf>, call: string): boolean {
	const [, , , body] = JSON.parse(call) as [string, string, object, JsonObject | JsonObject[] | undefined];
	const record = (Array.isArray(body) ? body[0] : body) ?? {};
	// Sequences say it with each of their writes; those of the registry must not be repeated.
	return 'repeatable' in writing && says(writing.repeatable, record);
}

/** Whether running all items again does no harm. What an upsert has created, it finds the next time. */
export const isHarmless = (given: WriteCase, { tries }: FaultyStore): boolean =>
	tries.every(({ call }) => mayRepeat(writingOf({ ...given, knows: true }), call));
