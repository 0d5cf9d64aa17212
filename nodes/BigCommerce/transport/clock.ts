import { sleep } from 'n8n-workflow';

/** Time as the transport sees it, in milliseconds. Tests put a fake one in its place. */
export interface Clock {
	/** Milliseconds on a clock that never jumps, so a corrected system time cannot stall a wait. */
	now(): number;
	sleep(ms: number): Promise<void>;
	/** A number in [0, 1) for jitter. */
	random(): number;
}

export const systemClock: Clock = {
	now: () => performance.now(),
	sleep: async (ms) => await sleep(ms),
	random: () => Math.random(),
};
