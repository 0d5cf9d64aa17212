import type { ListReader, Stretch } from './reader';
import type { Window } from './windows';

/** Pages of a list of unknown length that are asked for at once, at most. */
const MOST_AT_ONCE = 16;
/** And in relation to those that are known to be there, so that few are asked for in vain. */
const SHARE_AT_ONCE = 0.75;
const LEAST_AT_ONCE = 2;

/** Asks for pages before their turn: all of them where the length of the list is known, else more with every round. */
export class Ahead {
	private readonly underWay: Array<Promise<Stretch>> = [];
	private plannedTo: number;
	private readonly wantedTo: number;
	private total: number | undefined;
	/** How long the list is said to be, where its answers do not say it. */
	private estimate: number | undefined;
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
		if (first.total === undefined) void this.askForLength();
	}

	/** The next page, whether or not the list reaches so far. */
	async next(): Promise<Stretch> {
		if (this.underWay.length === 0) this.ask();
		const stretch = await this.underWay.shift()!;
		this.known += 1;
		this.total = stretch.total ?? this.total;
		return stretch;
	}

	private async askForLength(): Promise<void> {
		// Not worth a request for a page or two.
		if (this.wantedTo - this.plannedTo > this.reader.size * 2) this.estimate = await this.reader.length();
	}

	private ask(): void {
		const length = this.total ?? this.estimate ?? 0;
		const bold = Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, Math.ceil(this.known * SHARE_AT_ONCE)));
		// Beyond what is known or said, it goes on step by step.
		const isKnown = this.plannedTo < length;
		const most = isKnown ? Infinity : bold;
		const to = Math.min(this.wantedTo, isKnown ? length : Infinity);
		do {
			const window = this.windowAfter(this.plannedTo);
			const stretch = this.reader.stretch(window);
			stretch.catch(() => {}); // reported when its turn comes; behind the end nobody minds
			this.underWay.push(stretch);
			this.plannedTo = window.page * window.limit;
		} while (this.underWay.length < most && this.plannedTo < to);
	}
}
