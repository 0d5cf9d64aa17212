import type { Connection } from '../transport/connection';
import type { Problem } from '../transport/problemBody';
import type { Access, Scope } from '../transport/scopes';
import type { ApiResponse, JsonObject, JsonValue, Query } from '../transport/types';
import type { Chosen, Endpoint, ReadEndpoint, WriteEndpoint } from './endpoint';
import type { Field } from './field';
import type { ItemValues, Simplified, StoreCalls } from './item';
import type { Part, Rest } from './parts';

interface Words {
	/** What the workflow stores, for example `getAll`. */
	value: string;
	/** Title case, without the resource: `Get Many`. */
	name: string;
	/** Sentence case, with the resource: `Get many products`. */
	action: string;
	/** About 60 characters that say something the name does not: n8n's node search prints all of them. */
	description: string;
}

interface Common extends Words {
	/** Any one of these scopes allows it. */
	scope: Scope | readonly Scope[];
	/** Default: read where nothing is written, modify for the rest. */
	access?: Access;
	/** Values of `{…}` in the endpoint; all of them are required. */
	path?: readonly Field[];
	query?: readonly Field[];
	/** Query parameters that are always sent. */
	fixedQuery?: Query;
	/** Sent where only the simplified fields are wanted, without anything included: asks for no more than these. */
	simplifiedQuery?: Query;
	/** Last word on the query, for rules that fields cannot express. Throw `item.refuse(…)` for bad input. */
	shapeQuery?: (query: Query, item: Pick<ItemValues, 'refuse'>) => Query;
	/** Fields that the operation's own functions read; not sent by themselves. */
	options?: readonly Field[];
	/** What Simplify keeps, most useful first, 10 at most: own ID, parent's ID, watermark and channel among them. */
	simplify?: readonly Simplified[];
	/** What of a record may be seen, in every output, raw or not: without secrets. */
	shown?: (record: JsonObject) => JsonObject;
}

/** One record, one request; parts on top where Include asks for them. */
export interface GetOperation extends Common {
	kind: 'get';
	endpoint: Chosen<ReadEndpoint>;
	parts?: readonly Part[];
	rest?: Rest;
	/** What the item becomes. Default: the payload. Throw `item.missing(…)` where there is no such record. */
	result?: (response: ApiResponse, item: ItemValues) => JsonObject | JsonObject[];
}

/** A list; Return All, Limit and paging come with it. */
export interface ListOperation extends Common {
	kind: 'list';
	endpoint: Chosen<ReadEndpoint>;
	/** Which rows are meant, where BigCommerce cannot filter; nothing when all are. Limit counts those that are kept. */
	keeps?: (item: ItemValues) => ((row: JsonObject) => boolean) | undefined;
	rest?: Rest;
	/** What a row becomes. */
	row?: (row: JsonObject, item: ItemValues) => JsonObject | JsonObject[];
}

/** Records by a key, many items with one request: by ID, SKU, email. */
export interface LookUpOperation extends Common {
	kind: 'lookUp';
	endpoint: ReadEndpoint;
	/** The filter that takes the keys, `id:in` for example. */
	filter: string;
	/** The filter that takes one key as it is, for keys with a comma: that would split them in an `:in` filter. */
	exact?: string;
	key: Field;
	/** The field of a row that holds the key. */
	row: string;
	/** Keys that no record has are looked up here, in records below it; their parent is returned with the one found as `as`. */
	below?: { endpoint: ReadEndpoint; filter: string; row: string; parent: string; as: string };
	/** Whether a key may have several records: each becomes a row. */
	several?: boolean;
}

/**
 * Whether sending the same request twice does the same as once. Every write says so: only then is it sent
 * again when nobody knows whether the store has carried it out.
 */
export type Repeatable = boolean | ((body: JsonObject) => boolean);

/** What a write does, for previews and texts. */
export type Effect = 'create' | 'update' | 'delete' | 'act';

/** How records that a write changes are read, for comparing and for changes of lists. */
export interface ReadBack {
	endpoint: Chosen<ReadEndpoint>;
	/** For lists: the filter that takes IDs. Without it the endpoint has the same path as the write. */
	filter?: string;
	/** What else it asks for: `include` for the lists that only come when asked for. */
	query?: Query;
}

interface Write {
	/** `none`: the call only asks for something, though by POST. */
	effect: Effect | 'none';
	repeatable: Repeatable;
	/** Names of path and body fields: items that agree in them go one after the other. Default: those of the path. */
	about?: readonly string[];
	readBack?: ReadBack;
}

interface WithBody {
	body?: readonly Field[];
	/** Last word on the body, for rules that fields cannot express. Throw `item.refuse(…)` for bad input. */
	shapeBody?: (body: JsonObject, item: Omit<ItemValues, 'body'>) => JsonObject;
}

/** One write, one request per item. */
export interface CallOperation extends Common, WithBody, Write {
	kind: 'call';
	endpoint: Chosen<WriteEndpoint>;
	/** What an answer of success says went wrong all the same: GraphQL's errors inside a 200. */
	problemIn?: (body: unknown) => Problem | undefined;
	/** Default: the payload, `{ deleted: true }` for DELETE, `{ success: true }` for an empty answer. */
	result?: (response: ApiResponse, item: ItemValues) => JsonObject | JsonObject[];
}

/** The endpoint takes many records at once; one item is one record. How many, the table of endpoint facts says. */
export interface BatchOperation extends Common, WithBody, Write {
	kind: 'batch';
	endpoint: Chosen<WriteEndpoint>;
	/** The records travel as the values of this query filter (`id:in`) instead of in the body. */
	filter?: string;
	/** Names of body fields that belong to the call; only records that agree in them share one. */
	shared?: readonly string[];
	/** Puts the records into the body; default: the bare list. `shared` holds the fields of that name. */
	wrap?: (records: JsonObject[], shared: JsonObject) => JsonValue;
	/**
	 * Makes one record of two about the same, where one call does what two would: amounts that are added up.
	 * Nothing where they must go one after the other.
	 */
	combine?: (one: JsonObject, other: JsonObject) => JsonObject | undefined;
	/** A list that tells which records there are, for batches that are refused because of some that are not. */
	known?: {
		endpoint: ReadEndpoint;
		/** By each field that may name a record: the filter of the list that takes several. */
		filters: Readonly<Record<string, string>>;
		/** Where these fields are, in a record and in a row of the list. */
		identity: (record: JsonObject) => JsonObject;
	};
	/** Fields by which rows of the answer find their record. Without them the answer does not name records. */
	match?: readonly string[];
	/** Reads the records again where the answer does not hold them: a list, its filter, and the field of a record that it takes. */
	readAgain?: { endpoint: ReadEndpoint; filter: string; field: string; row: string };
}

/** Looks records up by a key, then creates the missing and updates the others, in batches where they exist. */
export interface UpsertOperation extends Common, WithBody {
	kind: 'upsert';
	/** Body fields that decide whether the record exists. */
	key: readonly string[];
	/** Without `filter` the list is read whole and compared in all key fields. `row`: the key in a row; `id`: its ID. */
	find: {
		endpoint: Chosen<ReadEndpoint>;
		filter?: string;
		/** The filter that takes one key as it is, for keys with a comma. */
		exact?: string;
		rows?: readonly string[];
		id?: string;
	};
	create: CallOperation | BatchOperation;
	update: CallOperation | BatchOperation | MergeOperation;
	/** Where the ID of the record goes in an update: a field of its path, or of its body. Default `id`. */
	idField?: string;
	/** Body fields that a new record must have. */
	neededForNew: readonly string[];
	/** Body fields that only a new record gets: what an update does not take, secrets, passwords. */
	newOnly?: readonly string[];
}

/** Reads the record, merges the changes into what must be kept, and writes it back. */
export interface MergeOperation extends Common, WithBody, Write {
	kind: 'merge';
	read: Chosen<ReadEndpoint>;
	endpoint: Chosen<WriteEndpoint>;
	/**
	 * The record in the answer; throws `item.missing(…)` or `item.refuse(…)`. Default: the payload, of a list the
	 * row whose ID the last field of the path gives.
	 */
	found?: (response: ApiResponse, item: ItemValues) => JsonObject;
	/** Query of the reading. */
	readQuery?: (item: ItemValues) => Query;
	/** Fields that the write wants even where they do not change. */
	keep: readonly string[];
	/** Puts what was kept and what changes into the body; default: it is the body. */
	wrap?: (record: JsonObject) => JsonObject;
}

/** Finds records by filters, then acts on all of them in as few requests as the endpoint allows. */
export interface FilterOperation extends Common, Write {
	kind: 'byFilter';
	find: ReadEndpoint;
	endpoint: WriteEndpoint;
	/** The filter of the acting call that takes IDs. */
	filter: string;
}

/** A sequence of its own. What it writes goes through `store.write`. */
export interface SequenceOperation extends Common {
	kind: 'sequence';
	effect: Effect | 'none';
	/** All it may call, for scopes, documentation and the contract test. */
	endpoints: readonly Endpoint[];
	body?: readonly Field[];
	about?: readonly string[];
	/** Items that change nothing, though others may: neither their order nor the outcome of a failure matters. */
	onlyReads?: (item: ItemValues) => boolean;
	/** Refuses bad input by throwing `item.refuse(…)`, before any item's first request. */
	prepare?: (item: ItemValues, connection: Connection) => void;
	run: (item: ItemValues, store: StoreCalls) => Promise<JsonObject | JsonObject[]>;
}

export type ReadOperation = GetOperation | ListOperation | LookUpOperation;
export type WriteOperation = CallOperation | BatchOperation | UpsertOperation | MergeOperation | FilterOperation;
export type Operation = ReadOperation | WriteOperation | SequenceOperation;

export interface Resource {
	/** What the workflow stores, for example `product`. */
	value: string;
	/** BigCommerce's own word, title case, singular. */
	name: string;
	/** One sentence; n8n's AI builder needs one for each resource. */
	description: string;
	operations: readonly Operation[];
}
