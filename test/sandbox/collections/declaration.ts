import type { Pager } from '../core/answers';
import type { ProblemStyle } from '../core/errors';
import type { Answer, Call } from '../core/route';
import type { Scope } from '../core/scopes';
import type { Key, Row } from '../core/table';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';
import type { Fields, Lookup } from './field';

/** What the collections need of the table that holds their records. */
export interface Records<T extends { id: Key } = { id: Key }> {
	all(): readonly T[];
	get(id: Key): T | undefined;
	put(record: T): T;
	delete(id: Key): boolean;
	nextId(): number;
	by(field: never, value: never): T[];
}

/** The record that a collection lies below; a path parameter names it. */
export interface Parent {
	name: string;
	find: Lookup;
	/** Field that holds its ID in the records, or false for none. Default: the name of the path parameter. */
	field?: string | false;
}

/** Errors by the field at fault. */
export type Problems = Readonly<Record<string, string>>;

/** What a hand-written hook is told about a write. */
export interface Write {
	call: Call;
	/** The record as it stands; undefined while one is created. */
	existing: Row | undefined;
}

export type What = 'created' | 'updated' | 'deleted';

export interface Create {
	/** Default: 201 in v2, 200 in v3. */
	status?: 200 | 201;
}

export interface Update {
	/** Default 200. */
	status?: 200 | 201;
	/** Fields that an update must have as well. */
	needs?: readonly string[];
	/** Fields that go back to their default when an update leaves them out. */
	resets?: readonly string[];
}

export interface Remove {
	/** Answer to an ID that is not there. Default: 404 in v2, 204 in v3. */
	missing?: 204 | 404;
	/** Answer with the deleted record, status 200, instead of 204. */
	shows?: boolean;
}

/** How a call with many records is answered. */
export interface BatchStyle {
	/** Some rows may fail while others are saved. */
	isPartial: boolean;
	answer(saved: readonly unknown[], failures: readonly Failure[], status: number): Answer;
}

/** A row that was refused. */
export interface Failure {
	index: number;
	status: number;
	title: string;
	errors: Problems;
}

export interface Batch {
	/** Rows per call; one more answers 413. */
	max?: number;
	/** Default 200. */
	status?: number;
	/** Default: all rows or none, `{data, meta}`. */
	style?: BatchStyle;
	/** Title of a refusal. */
	title?: string;
}

export interface UpdateBatch extends Batch {
	/** What a row with an unknown ID does. Default: refused. */
	missing?: 'refuse' | 'skip';
	/** Fields that every row must have besides its ID. */
	needs?: readonly string[];
}

export interface UpsertBatch extends Batch {
	/** Fields that together name the record to change, where a row has no ID. */
	by: readonly string[];
}

export interface RemoveBatch {
	/** Query parameters that choose, e.g. `['id:in', 'name']`, or the body: an array of IDs. */
	by: readonly string[] | 'body';
	/** What is deleted when none of them is there. Default: the call is refused. `page`: that of `page` and `limit`. */
	without?: 'all' | 'page' | 'nothing';
	max?: number;
	/** Default 204 without a body; with a style 200. */
	status?: number;
	style?: BatchStyle;
	/** Records that such a call leaves alone. */
	spares?: (record: Row) => boolean;
}

/** What may be done with a collection; `true` for the usual way. */
export interface Calls {
	/** Default true. */
	list?: boolean;
	/** Default: true where there is a path of one. */
	get?: boolean;
	count?: boolean;
	create?: true | Create;
	update?: true | Update;
	remove?: true | Remove;
	createMany?: true | Batch;
	updateMany?: true | UpdateBatch;
	upsertMany?: UpsertBatch;
	removeMany?: RemoveBatch;
}

/** What is particular to a plain collection. What it says comes from BigCommerce's documentation. */
export interface Particulars {
	/** The table that holds the records. Default: one of the collection's own. */
	records?: (store: Store) => Records;
	/** Name of the ID in answers and batches. Default `id`. */
	id?: string;
	/** Makes IDs that are texts; default: numbers. */
	textId?: (store: Store, input: JsonObject) => string;
	/** By path parameter. */
	parents?: Readonly<Record<string, Parent>>;
	/** Fields that have the same value in every record of this collection. */
	fixed?: JsonObject;
	fields: Fields;
	/** Fields whose values together may occur once (below one parent). Default status 409. */
	unique?: { fields: readonly string[]; status?: number };
	/** Records that there can be (below one parent). */
	limit?: number;

	/**
	 * Filters of lists: field to the ways in which it may be asked for, separated by blanks
	 * (`is in not_in like min max greater less`, and `min_ max_` for v2), with another reader where
	 * the filter is not the stored field.
	 */
	filters?: Readonly<Record<string, string | readonly [string, (record: Row, store: Store) => unknown]>>;
	sort?: Sorting;
	/** Order of a list that is not asked for one, e.g. `published_date:desc`. Default: by ID. */
	order?: `${string}:${'asc' | 'desc'}`;
	/** What each word of `include` adds to a record. */
	includes?: Readonly<Record<string, (record: Row, call: Call) => JsonObject>>;
	/** `include_fields` and `exclude_fields` are understood. */
	selectable?: boolean;
	paging?: Pager;
	/** Shape of refusals where it is not the usual one of the version. */
	problems?: ProblemStyle;
	/** Requests that may be under way at once: of every endpoint, or by `POST` (of many) and `PUT one`. */
	concurrency?: number | Readonly<Record<string, number>>;

	/** What may be done. Default: the list, and the single record where there is a path of one. */
	calls?: Calls;

	/** Type in webhooks: `store/{type}/created` with `{type, id}`. */
	events?: string;

	/* Behaviour written by hand. */
	/** Which records the caller sees. */
	visible?: (record: Row, call: Call) => boolean;
	/** Changes what was sent before it is checked and stored; undefined leaves a row out. */
	before?: (input: JsonObject, write: Write) => JsonObject | undefined;
	/** What is wrong with an input, beyond its fields. */
	check?: (input: JsonObject, write: Write) => Problems | undefined;
	/** Why a record cannot be deleted. */
	keeps?: (record: Row, call: Call) => string | undefined;
	/** After a write, for what else it moves. */
	saved?: (record: Row, what: What, call: Call) => void;
	/** The record as it is answered. */
	view?: (shown: JsonObject, record: Row, call: Call) => JsonObject;
}

export interface Declaration extends Particulars {
	/** What one of them is called in refusals: `blog post`. */
	name: string;
	scope: Scope;
	/** e.g. `/v3/catalog/products/{product_id}/images`. */
	path: string;
	/** Path parameter of a single record; undefined where there is no path of one. */
	one: string | undefined;
}

/** How a list is sorted: `sort=name&direction=desc`, or `sort=name:desc`. */
export interface Sorting {
	fields: readonly string[];
	style: 'two parameters' | 'one parameter';
}

/** `sort=name&direction=desc`; without fields only the direction of the IDs. */
export const sortedBy = (...fields: string[]): Sorting => ({ fields, style: 'two parameters' });

/** `sort=date_created:desc`. */
export const sortedInOne = (...fields: string[]): Sorting => ({ fields, style: 'one parameter' });

/** A record that a collection lies below. */
export const parent = (name: string, find: Lookup, field?: string | false): Parent => ({
	name,
	find,
	...(field !== undefined && { field }),
});
