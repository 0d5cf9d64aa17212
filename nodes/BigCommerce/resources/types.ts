import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ItemInput } from '../execution/itemInput';
import type { Pagination } from '../transport/pagination';
import type { Access, Scope } from '../transport/scopes';
import type { ApiResponse, JsonObject, Method, Query } from '../transport/types';

/** `PUT /v3/catalog/products/{product_id}`, as BigCommerce's reference writes it. */
export type Endpoint = `${Method} /v${2 | 3}/${string}`;

/** How a value travels, where its type alone does not tell. */
export type Wire =
	/** A positive whole number. */
	| 'id'
	/** A UUID, as carts and checkouts have. */
	| 'uuid'
	/** A number that travels as text, as v2 and promotions want their amounts of money. */
	| 'decimal'
	/** IDs: `1, 2`, `[1,2]` or a list from an expression; travels as numbers. */
	| 'ids'
	/** Words: `a, b`, `["a","b"]` or a list; travels as texts. */
	| 'words'
	/** Text, or a list or an object in JSON or from an expression. */
	| 'value'
	/** What a shopper chooses or enters: a whole number names a value by its ID, the rest is like `value`. */
	| 'optionValue'
	/** Text that holds JSON; an object from an expression is written as text. */
	| 'jsonText'
	/** A collection that travels as an object of its own. */
	| 'object';

/**
 * An n8n property whose `name` is BigCommerce's own name of the field. Collections stand for the fields in
 * them, unless their wire is `object`; a fixed collection becomes a list (several values, of all its groups)
 * or an object (one value).
 */
export interface Field extends Omit<INodeProperties, 'options'> {
	wire?: Wire;
	options?: Array<INodePropertyOptions | Field | FieldGroup>;
}

/** A group of a fixed collection: one form of its entries. */
export interface FieldGroup {
	name: string;
	displayName: string;
	values: Field[];
}

interface Words {
	/** What the workflow stores, for example `getAll`. Never change it. */
	value: string;
	/** Title case, without the resource: `Get Many`. */
	name: string;
	/** Sentence case, with the resource: `Get many products`. */
	action: string;
	description: string;
}

interface Common extends Words {
	/** Any one of these scopes allows it. Default access: read for GET, modify for the rest. */
	scope: Scope | readonly Scope[];
	access?: Access;
	/** Values of `{…}` in the endpoint. Default wire: `id`. */
	path?: readonly Field[];
	query?: readonly Field[];
	/** Query parameters that are always sent. */
	fixedQuery?: Query;
	/** Last word on the query, for rules that fields cannot express. */
	shapeQuery?: (query: Query) => Query;
	/** Fields that the operation's own functions read; not sent by themselves. */
	options?: readonly Field[];
	/** Dotted paths that Simplify keeps, most useful first, 10 at most. */
	simplify?: readonly string[];
	/** Whether sending the same request twice does the same as once. Default by method: all but POST. */
	idempotent?: boolean | ((body: JsonObject) => boolean);
}

interface WithBody {
	body?: readonly Field[];
	/** Last word on the body, for rules that fields cannot express. Throw `input.refuse(…)` for bad input. */
	shapeBody?: (body: JsonObject, input: ItemInput) => JsonObject;
}

interface TakesTurns {
	/** Items with the same turn run one after the other, in their order. Default: writes to the same `path`. */
	turn?: (input: ItemInput) => string | undefined;
}

/** One request per item. */
export interface OneOperation extends Common, WithBody, TakesTurns {
	kind: 'one';
	endpoint: Endpoint;
	/** What the item becomes. Default: the payload, `{ deleted: true }` for DELETE, `{ success: true }` for an empty answer. */
	result?: (response: ApiResponse, input: ItemInput) => JsonObject | JsonObject[];
}

/** A list; Return All, Limit and paging come with it. */
export interface ManyOperation extends Common {
	kind: 'many';
	endpoint: Endpoint;
	pagination: Pagination;
	/** The largest page for this query, where the endpoint gives less than 250. */
	pageSizeFor?: (query: Query) => number | undefined;
}

/** How rows of an answer find their item: by the value of a field in record and row. */
export interface Match {
	record: string;
	row: string;
}

/** The endpoint takes many records at once; one item is one record. */
export interface BatchOperation extends Common, WithBody {
	kind: 'batch';
	endpoint: Endpoint;
	/** Records per call. */
	most: number;
	/** The records travel as the value of this query filter (`id:in`) instead of in the body. */
	filter?: { name: string; record: Field };
	/** Names of body fields that belong to the call; only records that agree in them share one. */
	shared?: readonly string[];
	/** Puts the records into the body; default: the bare list. `shared` holds the fields of that name. */
	wrap?: (records: JsonObject[], shared: JsonObject) => JsonObject;
	/** What a record is about: items about the same go one after the other. Default: the record's field of `match`. */
	about?: (record: JsonObject) => string;
	/** Without it, the answer does not name records and each item gets its own record back, with what it says of the call. */
	match?: Match;
}

/** Looks records up by a key, then creates the missing and updates the others, in batches where they exist. */
export interface UpsertOperation extends Common, WithBody {
	kind: 'upsert';
	/** The field that decides whether the record exists. */
	key: string;
	find: { endpoint: Endpoint; filter: string; most: number; row: string };
	create: OneOperation | BatchOperation;
	update: OneOperation | BatchOperation;
	/** Names of body fields that an update does not take. */
	createOnly?: readonly string[];
}

/** A sequence of its own, written against the same transport. Runs once per item. */
export interface CustomOperation extends Common, TakesTurns {
	kind: 'custom';
	/** All it may call, for scopes, documentation and the contract test. */
	endpoints: readonly Endpoint[];
	body?: readonly Field[];
	/** Refuses bad input by throwing `input.refuse(…)`, before any item's first request. */
	validate?: (input: ItemInput) => void;
	run: (input: ItemInput) => Promise<JsonObject | JsonObject[]>;
}

export type Operation = OneOperation | ManyOperation | BatchOperation | UpsertOperation | CustomOperation;

export interface Resource {
	/** What the workflow stores, for example `product`. Never change it. */
	value: string;
	/** BigCommerce's own word, title case, singular. */
	name: string;
	operations: readonly Operation[];
}
