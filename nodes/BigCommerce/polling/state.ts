import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

/** How far a reading by dates has come. Moments are Unix seconds of the store's clock. */
const dateMark = z.object({
	/** Nothing older is ever reported. */
	start: z.number(),
	/** All up to and with this second has been reported. */
	until: z.number(),
	/** Dates of the records reported last, by ID. */
	seen: z.record(z.number()),
});

/** How far a reading by IDs has come. */
const idMark = z.object({
	/** No lower ID, nor this one, is ever reported. */
	start: z.number(),
	/** The highest ID that was reported. */
	last: z.number(),
	/** The IDs reported last. */
	seen: z.array(z.number()),
});

const state = z.object({
	/** What the marks belong to: with another event, or another store, everything begins anew. */
	event: z.string(),
	storeHash: z.string(),
	dates: dateMark.optional(),
	ids: idMark.optional(),
	/** New orders that have not had a status that is asked for. */
	waiting: z.array(z.number()).optional(),
});

export type DateMark = z.infer<typeof dateMark>;
export type IdMark = z.infer<typeof idMark>;
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
