import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { marks } from '../changes/marks';

const state = marks.extend({
	/** What the marks belong to: with another event, or another store, everything begins again. */
	event: z.string(),
	storeHash: z.string(),
});

export type PollState = z.infer<typeof state>;

const KEY = 'polling';

/** @returns `undefined` when the node has not polled this before */
export function readState(
	staticData: IDataObject,
	{ event, storeHash }: Pick<PollState, 'event' | 'storeHash'>,
): PollState | undefined {
	const known = state.safeParse(staticData[KEY]).data;
	return known?.event === event && known.storeHash === storeHash ? known : undefined;
}

/** In one step, so that never half of it is kept. */
export function writeState(staticData: IDataObject, next: PollState): void {
	staticData[KEY] = next;
}
