import type { ItemValues } from '../model/item';
import type { Reference } from '../model/values/reader';
import { ApiFailure } from '../transport/failure';
import type { JsonObject, JsonValue, Query } from '../transport/types';
import { InputFault } from './inputFault';

/** What becomes of the rows of an item. */
export interface OutputChoice {
	simplify: boolean;
	/** Dotted paths, as an agent's tool may choose them. */
	selected: readonly string[] | undefined;
	included: readonly string[];
}

/** Shared by all items that have nothing there: thousands of plans stand in memory at once. */
export const NO_VALUES = Object.freeze({});
export const NONE: readonly never[] = Object.freeze([]);
const NOTHING_LEFT = () => {};

/** Without Include and an agent's choice of fields, which are rare, one of these. */
export const SIMPLIFIED: OutputChoice = Object.freeze({ simplify: true, selected: undefined, included: NONE });
export const AS_IT_CAME: OutputChoice = Object.freeze({ simplify: false, selected: undefined, included: NONE });

/** One item, understood: nothing of it is read or evaluated again after this. */
export class ItemPlan implements ItemValues {
	path: Readonly<Record<string, string>> = NO_VALUES;
	query: Query = NO_VALUES;
	body: JsonObject = NO_VALUES;
	options: JsonObject = NO_VALUES;
	/** Of a look-up. */
	key: JsonValue = null;
	/** Rows at most; `undefined` for all. Of a list. */
	limit: number | undefined;
	/** Most records that a call by filter may concern. */
	atMost = 0;
	output: OutputChoice = AS_IT_CAME;
	lists: 'replace' | 'add' | 'remove' = 'replace';
	returnsNothingWhenMissing = false;
	/** Records that are named by another key than their ID, until they are looked up. */
	references: readonly Reference[] = NONE;
	/** Makes path, query and body ready to travel, once the records are looked up. @throws what the definition refuses */
	finish: () => void = NOTHING_LEFT;
	/** Filters without a value that an agent sent along; they were not applied. */
	leftOut: readonly string[] = NONE;
	/** What is wrong with fields that only a new record gets; it matters once the record is known to be new. */
	faultsIfNew: readonly string[] = NONE;

	constructor(readonly index: number) {}

	/** Lets go of what was read, once it has been looked up. */
	release(): void {
		this.finish = NOTHING_LEFT;
		this.references = NONE;
	}

	refuse(message: string, advice?: string): Error {
		return new InputFault(message, advice);
	}

	missing(message: string, advice = 'Check the value; the record may have been deleted.'): Error {
		return new ApiFailure('refused', message, advice, { method: 'GET', path: '', status: 404 });
	}
}
