import { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import { useSkippedTime } from '../../support/skippedTime';
import { FAULTS, REFUSED, striking } from './faults';
import { fatesOf } from './faultyStore';
import { toldIn } from './told';
import { concerns, isHarmless, runUnder, WRITE_CASES } from './writeCases';

/**
 * Each write of the registry under each fault, while the node stops at the first one: what it says of an item must
 * be what the store knows of it, and nothing may leave after the fault.
 */
describe.each(FAULTS)('A write that is $name', (fault) => {
	useSkippedTime();

	it.each(WRITE_CASES.filter(concerns(fault)))('stops $name, and what became of each item is said', async (given) => {
		const strike = striking(new Map([[fault.target, fault]]));
		const { error, store } = await runUnder(given, strike, { ...fault, onError: 'stopWorkflow' });
		const fates = fatesOf(given, store, 3);
		if (Object.values(fates).every((fate) => fate === 'done')) {
			expect(error).toBeUndefined();
			expect(fault.passes).toBe(true);
			return;
		}
		const text = error?.description ?? '';
		expect(toldIn(text)).toEqual(fates);
		const mayBeWritten = Object.values(fates).some((fate) => ['done', 'partly', 'unknown'].includes(fate));
		expect(text.includes('Nothing was written.')).toBe(!mayBeWritten);
		expect(text.includes('Running all items again does no harm.')).toBe(mayBeWritten && isHarmless(given, store));
		if (!isHarmless(given, store)) expect(text).not.toMatch(/run (?:the node|it) again|does no harm/);
		// What was kept back for another's sake is not why the node stopped.
		expect(error?.message).not.toContain('the run had ended');
	});
});

/**
 * So many requests are under way at once in a store of which nothing is known, and where many answers have come;
 * one that is answered gives its place to one or two others.
 */
const UNDER_WAY = { first: 8 + 2, later: 48 + 2 };

describe('After the first fault', () => {
	useSkippedTime();
	const count = 60;

	it.each(WRITE_CASES)('nothing leaves that had not left: $name', async (given) => {
		// What is under way is answered once the node knows of the fault.
		const hold = Object.getOwnPropertyDescriptor(StoreApi.prototype, 'hold')?.value as () => void;
		const isKnown = new Promise<undefined>((resolve) => {
			jest.spyOn(StoreApi.prototype, 'hold').mockImplementation(function (this: StoreApi) {
				hold.call(this);
				resolve(undefined);
			});
		});
		const { error, store } = await runUnder(given, ({ items }) => (items.includes(0) ? REFUSED : isKnown), {
			count,
			onError: 'stopWorkflow',
		});
		const hasRead = store.received.some(({ method }) => method === 'GET');
		expect(store.tries.length).toBeLessThanOrEqual(hasRead ? UNDER_WAY.later : UNDER_WAY.first);
		const fates = fatesOf(given, store, count);
		expect(toldIn(error?.description ?? '')).toEqual(fates);
		expect(fates[0]).toBe('refused');
	});
});

describe('A run that is stopped while a write is under way', () => {
	/** Stands for the time after which the engine stops the run: the test says when. */
	const LATER = 987_654;

	/** Takes the place of that timer. @returns what stops the run */
	function stopper(): () => void {
		let stop = () => {};
		const timer = global.setTimeout;
		const instead = (then: () => void, ms?: number) => {
			if (ms !== LATER) return timer(then, ms);
			stop = then;
			return timer(() => {}, 0);
		};
		jest.spyOn(global, 'setTimeout').mockImplementation(instead);
		return () => stop();
	}

	it.each(WRITE_CASES)('says of no item that it is not written when it may be: $name', async (given) => {
		const stop = stopper();
		const { status, error, store } = await runUnder(
			given,
			({ items }) => {
				if (!items.includes(1)) return undefined;
				setImmediate(stop);
				return { ended: 'lost', acted: true };
			},
			{ onError: 'stopWorkflow', abortAfterMs: LATER },
		);
		expect(status).toBe('canceled');
		expect(error?.message).toContain('canceled');
		const told = toldIn(error?.description ?? '');
		expect(told[1]).toBe('unknown');
		// The answers of the others may have come or not; what the store did is never denied.
		for (const item of [0, 2]) {
			const acted = store.tries.some((each) => each.items.includes(item) && each.acted);
			const possible = acted ? ['done', 'unknown', 'partly'] : ['notSent'];
			expect([item, possible.includes(told[item] ?? '')]).toEqual([item, true]);
		}
	});
});
