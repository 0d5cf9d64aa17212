import type { ListReader, Stretch } from './reader';
import type { Window } from './windows';

/** Pages of a list of unknown length that are asked for at once, at most. */
const MOST_AT_ONCE = 16;
/** And in relation to those that are known to be there, so that few are asked for in vain. */
const SHARE_AT_ONCE = 0.6;

/** Asks for pages before their turn: all of them where the length of the list is known, else more with every round. */
export class Ahead {
	private readonly underWay: Array<Promise<Stretch>> = [];
	private plannedTo: number;
	private readonly wantedTo: number;
	private total: number | undefined;
	private known = 1;

	/** @param windowAfter the window that follows one that ends at that position */
	constructor(
		private readonly reader: ListReader,
		first: Stretch,
		private readonly windowAfter: (end: number) => Window,
	) {
		this.plannedTo = first.end;
		this.wantedTo = first.start + (reader.limit ?? Infinity);
		this.total = first.total;
	}

	/** The next page, whether or not the list reaches so far. */
	async next(): Promise<Stretch> {
		if (this.underWay.length === 0) this.ask();
		const stretch = await this.underWay.shift()!;
		this.known += 1;
		this.total = stretch.total ?? this.total;
		return stretch;
	}

	private ask(): void {
		const most = this.total === undefined ? Math.min(MOST_AT_ONCE, Math.ceil(this.known * SHARE_AT_ONCE)) : Infinity;
		const to = Math.min(this.wantedTo, this.total ?? Infinity);
		do {
			const window = this.windowAfter(this.plannedTo);
			const stretch = this.reader.stretch(window);
			stretch.catch(() => {}); // reported when its turn comes; behind the end nobody minds
			this.underWay.push(stretch);
			this.plannedTo = window.page * window.limit;
		} while (this.underWay.length < most && this.plannedTo < to);
	}
}
