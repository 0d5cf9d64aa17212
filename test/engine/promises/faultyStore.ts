import type { Answer, StubStore } from '../../support/stubStore';
import { stubStore } from '../../support/stubStore';
import { itemsIn } from './markedItems';
import { plausibleAnswer, writesPerItem } from './plausibleStore';
import type { Registered } from './registry';

/** How a try of a write ended, as the node can see it. `busy`: the store had no quota left, and did nothing. */
export type Ending = 'done' | 'refused' | 'busy' | 'lost';

/** One try of a write. */
export interface Try {
	/** Tries of one call have the same. */
	call: string;
	items: number[];
	ended: Ending;
	/** Whether the store has carried it out, whatever the node knows. */
	acted: boolean;
}

/** What becomes of a try instead of what should. */
export interface Blow {
	ended: Exclude<Ending, 'done'>;
	acted?: boolean;
	/** Default: no answer ever. */
	answer?: Answer | Error;
}

/** A write as a fault sees it. */
export interface Attempted {
	items: number[];
	/** Tries of the same call before this one. */
	triesBefore: number;
	/** Calls for the same item that were carried out before. */
	callsBefore: number;
}

/** `undefined` where all is well; a promise keeps the answer back until it is fulfilled, and then all is well. */
export type Strike = (write: Attempted) => Blow | undefined | Promise<undefined>;

export interface FaultyStore extends StubStore {
	/** Tries of writes, in the order of their arrival. */
	readonly tries: readonly Try[];
}

/**
 * A store in which all is well, but for writes that are struck.
 * @param knows whether it has the records that an upsert asks for
 */
export function faultyStore(registered: Registered, strike: Strike, knows = true): FaultyStore {
	const tries: Try[] = [];
	const store = stubStore(async (request) => {
		const usual = plausibleAnswer(registered, request, knows);
		const { method, path, query, body } = request;
		if (method === 'GET') return usual;
		const call = JSON.stringify([method, path, query, body]);
		const items = itemsIn(request);
		const before = tries.filter((each) => each.items.some((item) => items.includes(item)));
		const done = before.filter((each) => each.ended === 'done' && each.call !== call);
		const struck = strike({
			items,
			triesBefore: before.filter((each) => each.call === call).length,
			callsBefore: new Set(done.map((each) => each.call)).size,
		});
		const blow = struck instanceof Promise ? undefined : struck;
		tries.push({ call, items, ended: blow?.ended ?? 'done', acted: blow ? (blow.acted ?? false) : true });
		await struck;
		if (!blow) return usual;
		return blow.answer ?? (await new Promise<never>(() => {}));
	});
	return { ...store, tries };
}

/** What must be said of an item. `notSent` includes what the store had no quota for. */
export type Fate = 'done' | 'refused' | 'unknown' | 'partly' | 'notSent';

/** What the tries of its writes say of an item. */
function fateOf(item: number, tries: readonly Try[], wanted: number): Fate {
	const calls = new Map<string, Set<Ending>>();
	for (const { call, items, ended } of tries) {
		if (items.includes(item)) calls.set(call, (calls.get(call) ?? new Set()).add(ended));
	}
	const endings = [...calls.values()];
	const done = endings.filter((each) => each.has('done')).length;
	if (done >= wanted) return 'done';
	if (done > 0) return 'partly';
	if (endings.some((each) => each.has('lost'))) return 'unknown';
	return endings.some((each) => each.has('refused')) ? 'refused' : 'notSent';
}

/** By item. */
export type Fates = Record<number, Fate>;

export const fatesOf = (registered: Registered, { tries }: FaultyStore, count: number): Fates =>
	Object.fromEntries(
		Array.from({ length: count }, (_, item) => [item, fateOf(item, tries, writesPerItem(registered))]),
	);
