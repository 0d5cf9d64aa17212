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

/** One item, understood: nothing of it is read or evaluated again after this. */
export class ItemPlan implements ItemValues {
	path: Record<string, string> = {};
	query: Query = {};
	body: JsonObject = {};
	options: JsonObject = {};
	/** Of a look-up. */
	key: JsonValue = null;
	/** Rows at most; `undefined` for all. Of a list. */
	limit: number | undefined;
	/** Most records that a call by filter may concern. */
	atMost = 0;
	output: OutputChoice = { simplify: false, selected: undefined, included: [] };
	lists: 'replace' | 'add' | 'remove' = 'replace';
	returnsNothingWhenMissing = false;
	/** Records that are named by another key than their ID, until they are looked up. */
	references: readonly Reference[] = [];
	/** Makes path, query and body ready to travel, once the records are looked up. @throws what the definition refuses */
	finish: () => void = () => {};
	/** Filters without a value that an agent sent along; they were not applied. */
	leftOut: readonly string[] = [];
	/** What is wrong with fields that only a new record gets; it matters once the record is known to be new. */
	faultsIfNew: readonly string[] = [];

	constructor(readonly index: number) {}

	refuse(message: string, advice?: string): Error {
		return new InputFault(message, advice);
	}

	missing(message: string, advice = 'Check the value; the record may have been deleted.'): Error {
		return new ApiFailure('refused', message, advice, { method: 'GET', path: '', status: 404 });
	}
}
