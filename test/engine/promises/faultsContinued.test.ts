import type { JsonObject } from '../../../nodes/BigCommerce/transport/types';
import { useSkippedTime } from '../../support/skippedTime';
import { stubStore } from '../../support/stubStore';
import type { Fault } from './faults';
import { FAULTS, striking } from './faults';
import { fatesOf } from './faultyStore';
import { itemsIn } from './markedItems';
import { plausibleAnswer } from './plausibleStore';
import { toldByRows, toldIn } from './told';
import type { WriteCase } from './writeCases';
import { concerns, isBatch, mayRepeat, runUnder, runWith, WRITE_CASES, writingOf } from './writeCases';

/**
 * Each write of the registry under each fault, with Continue On Fail: each row says what the store knows of its
 * item, the others are unharmed, and nothing is sent twice where that does harm.
 */
async function expectTruth(given: WriteCase, faults: ReadonlyMap<number, Fault>, count: number): Promise<void> {
	const [{ longestWait }] = [...faults.values()] as [Fault];
	const ran = await runUnder(given, striking(faults), { count, longestWait, onError: 'continueRegularOutput' });
	const { error, store, hints } = ran;
	const fates = fatesOf(given, store, count);
	expect(error).toBeUndefined();

	const asRows = Object.entries(fates).map(([item, fate]) => [item, fate === 'notSent' ? 'refused' : fate]);
	expect(toldByRows(ran)).toEqual(Object.fromEntries(asRows));
	const warnings = hints.filter(({ type }) => type === 'warning').map(({ message }) => toldIn(message));
	expect(warnings).toEqual(Object.values(fates).every((fate) => fate === 'done') ? [] : [fates]);

	// What was lost is sent again where the definition says so, and nowhere else.
	for (const { call, items } of store.tries.filter(({ ended }) => ended === 'lost')) {
		const sent = store.tries.filter((each) => each.call === call).length;
		const repeatable = mayRepeat(writingOf(given), call);
		expect([items, sent > 1]).toEqual([items, repeatable]);
		const passes = items.every((item) => !faults.has(item) || faults.get(item)?.passes);
		if (repeatable && passes) expect(items.map((item) => fates[item])).toEqual(items.map(() => 'done'));
	}
	// Who waits for a quota that is spent shares the wait, who travels together shares the fault.
	const unharmed = Object.keys(fates).filter((item) => !faults.has(Number(item)));
	if (!isBatch(given) && longestWait === undefined)
		expect(unharmed.map((item) => fates[Number(item)])).toEqual(unharmed.map(() => 'done'));
}

describe('Writes that share no request, each under another fault', () => {
	useSkippedTime();
	const usual = FAULTS.filter(({ longestWait }) => longestWait === undefined);

	it.each(WRITE_CASES.filter((given) => !isBatch(given)))('$name', async (given) => {
		const own = usual.filter((fault) => concerns(fault)(given));
		// Between two of them there is an item that nothing strikes.
		await expectTruth(given, new Map(own.map((fault, index) => [2 * index, fault])), 2 * own.length);
	});
});

describe.each(FAULTS.filter(({ needsSeveral }) => !needsSeveral))('A write that is $name', (fault) => {
	useSkippedTime();
	const isAlone = fault.longestWait !== undefined;

	it.each(WRITE_CASES.filter((given) => isAlone || isBatch(given)))('$name', async (given) => {
		await expectTruth(given, new Map([[fault.target, fault]]), 3);
	});
});

/** Answers that blame one record of a batch. */
const BLAMES: ReadonlyArray<[name: string, blame: (position: number) => JsonObject]> = [
	['by its number', (position) => ({ errors: { [`${position}.id`]: 'it does not fit' } })],
	[
		'by its number, with counts',
		(position) => ({
			errors: { [`${position}.id`]: 'it does not fit' },
			meta: { total: 3, success: 2, failed: 1 },
		}),
	],
];

describe.each(BLAMES)('Status 207 that blames one record %s', (_, blame) => {
	const batches = WRITE_CASES.filter(isBatch);

	it('is given by several endpoints', () => {
		expect(batches.length).toBeGreaterThan(5);
	});

	it.each(batches)('is the failure of that record alone: $name', async (given) => {
		const store = stubStore((request) => {
			const usual = plausibleAnswer(given, request, given.knows);
			const position = itemsIn(request).indexOf(1);
			if (request.method === 'GET' || position < 0) return usual;
			const { data } = (usual.body ?? {}) as { data?: JsonObject | JsonObject[] };
			const rows = Array.isArray(data) ? data.filter((__, row) => row !== position) : [];
			return { status: 207, body: { data: rows, ...blame(position) } };
		});
		const { items } = await runWith(given, store, { onError: 'continueRegularOutput' });
		expect(toldByRows({ items })).toEqual({ 0: 'done', 1: 'refused', 2: 'done' });
		expect(items[1]?.json.error).toContain('it does not fit');
	});
});
