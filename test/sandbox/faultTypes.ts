/** What can be made to go wrong. */

/** Rows of a batch that the store refuses, while it saves the others. */
export interface FailedRows {
	/** Their positions in the body's array, from 0. */
	rows: number[];
	/** What is wrong with them. */
	reason?: string;
}

/** What goes wrong with a request, and when. Without an answer of its own the store's is given. */
export interface Fault {
	/** Which request it strikes. Default: the next one to the API, whichever it is. */
	match?: { method?: string; path?: string | RegExp };
	/** It strikes from this request on, counted among those that `match` means; 1 is the next. Default 1. */
	from?: number;
	/** How many requests it strikes. Default 1. */
	times?: number;
	/** Wait before anything else, ms. */
	delayMs?: number;
	/** Wait after the store has acted, before it answers, ms. */
	answerDelayMs?: number;
	/** Answer instead of the store's, which does not act. A 429 made like this carries no rate headers. */
	status?: number;
	body?: unknown;
	/** Answer with this HTML text. */
	html?: string;
	headers?: Record<string, string>;
	/** The store acts, and then gives the answer above: a 504 after the write, for instance. */
	acts?: boolean;
	/** Destroy the socket: before the action, or after it was carried out. */
	dropConnection?: 'before' | 'after';
	/** Partial success: 207, or 422 where the endpoint says so, with the other rows saved. */
	failRows?: FailedRows;
	/** 429 as for a spent quota, whose next window begins after this long, ms. */
	quotaSpentMs?: number;
	/**
	 * Called after the store has acted and before it answers, for instance to delete or create a record
	 * between two pages of a list. Not from another process.
	 */
	meanwhile?: () => void | Promise<void>;
}

export interface Faults {
	/** Queues a fault; returns a function that takes it back. */
	next(fault: Fault): () => void;
	/** Faults that have not struck often enough yet. */
	readonly pending: number;
	clear(): void;
}
