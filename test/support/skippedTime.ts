import { systemClock } from '../../nodes/BigCommerce/transport/clock';

export interface SkippedTime {
	/** What the transport wanted to sleep, in ms, since the test began. */
	readonly sleeps: readonly number[];
	/** The time of day as the transport lives it, for the sandbox store's own clock. */
	now(): number;
}

/** Lets the transport sleep without anybody waiting: its clock jumps ahead instead. */
export function useSkippedTime(): SkippedTime {
	let skipped = 0;
	let sleeps: number[] = [];
	beforeEach(() => {
		sleeps = [];
		jest.spyOn(systemClock, 'now').mockImplementation(() => performance.now() + skipped);
		jest.spyOn(systemClock, 'sleep').mockImplementation(async (ms) => {
			sleeps.push(ms);
			const wakesAt = systemClock.now() + ms;
			// Whoever falls asleep in the meantime sleeps through the same time.
			await new Promise((resolve) => setImmediate(resolve));
			skipped = Math.max(skipped, wakesAt - performance.now());
		});
	});
	return {
		get sleeps() {
			return sleeps;
		},
		now: () => Date.now() + skipped,
	};
}
