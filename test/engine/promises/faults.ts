import type { Attempted, Blow } from './faultyStore';

/** The faults under which every write is tried. */
export interface Fault {
	name: string;
	/** The item whose writes are struck, of three. */
	target: 0 | 1;
	/** What becomes of a write for that item; `undefined` where all is well. */
	strike: (write: Attempted) => Blow | undefined;
	/** Longest Wait, in minutes. Default: what the form says. */
	longestWait?: number;
	/** Only for operations that make several writes for an item. */
	needsSeveral?: boolean;
	/** Whether another try of the same call gets through. */
	passes?: boolean;
}

export const REFUSED: Blow = {
	ended: 'refused',
	answer: { status: 422, body: { status: 422, title: 'The values do not fit' } },
};
const TAKEN: Blow = { ended: 'refused', answer: { status: 409, body: { status: 409, title: 'It exists already' } } };
const TIMED_OUT: Blow = {
	ended: 'lost',
	acted: true,
	answer: { status: 504, body: { status: 504, title: 'Timeout' } },
};
const SPENT: Blow = {
	ended: 'busy',
	answer: {
		status: 429,
		body: { status: 429, title: 'Too many requests' },
		headers: { 'X-Rate-Limit-Requests-Left': '0', 'X-Rate-Limit-Time-Reset-Ms': '119000' },
	},
};
const dropped = (acted: boolean): Blow => ({
	ended: 'lost',
	acted,
	answer: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
});

const once =
	(blow: Blow): Fault['strike'] =>
	({ triesBefore }) =>
		triesBefore === 0 ? blow : undefined;
const then =
	(blow: Blow, next: Blow): Fault['strike'] =>
	({ triesBefore }) =>
		triesBefore === 0 ? blow : next;

export const FAULTS: readonly Fault[] = [
	{ name: 'refused first', target: 0, strike: () => REFUSED },
	{ name: 'refused in the middle', target: 1, strike: () => REFUSED },
	{
		name: 'refused after a first write',
		target: 1,
		needsSeveral: true,
		strike: ({ callsBefore }) => (callsBefore > 0 ? REFUSED : undefined),
	},
	{ name: 'dropped before the store acted', target: 1, passes: true, strike: once(dropped(false)) },
	{ name: 'dropped after the store acted', target: 1, passes: true, strike: once(dropped(true)) },
	{ name: 'dropped every time', target: 1, strike: () => dropped(true) },
	{ name: 'answered by 504, then by 409', target: 1, strike: then(TIMED_OUT, TAKEN) },
	{ name: 'answered by 504, then for want of quota', target: 1, longestWait: 1, strike: then(TIMED_OUT, SPENT) },
	{ name: 'not answered for want of quota', target: 1, longestWait: 0, strike: () => SPENT },
];

/** Strikes each item with the fault that is about it. */
export const striking =
	(faults: ReadonlyMap<number, Fault>) =>
	(write: Attempted): Blow | undefined => {
		for (const item of write.items) {
			const blow = faults.get(item)?.strike(write);
			if (blow) return blow;
		}
		return undefined;
	};
