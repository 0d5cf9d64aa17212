import type { Method, Query } from '../types';

/**
 * How a list is paged. `v2`: bare arrays without a total, ended by a short page or 204. `page`: v3 with
 * `meta.pagination`. `cursor`: v3 with `meta.cursor_pagination`. `none`: the whole list in one answer.
 * `auto`: whichever the first answer shows, for endpoints that nothing is known of.
 */
export type Pagination = 'v2' | 'page' | 'cursor' | 'none' | 'auto';

/** Filters that narrow a list to IDs from one to another, both included. */
export interface IdFilters {
	from: string;
	to: string;
}

/** What is special about reading an endpoint. Without `pagination` it is one record, not a list. */
export interface ReadFacts {
	pagination?: Exclude<Pagination, 'auto'>;
	/** Rows per page at most. Default 250, the most that BigCommerce documents for its lists. */
	pageSize?: number;
	/** A smaller page where the parameter names one of the values. */
	pageSizeWhen?: { parameter: string; names: readonly string[]; most: number };
	/** Fields that together name a row; dots lead into objects. Default `id`. */
	rowKey?: readonly string[];
	/** The query that sorts the list by ID, upwards. */
	sortById?: Query;
	idFilters?: IdFilters;
	/** Where `data` is an object: its field that holds the rows. */
	listKey?: string;
	/** The field of the last row that serves as the cursor, where the answer has no cursors. */
	cursorField?: string;
	/** Requests that may be under way at once; above that the store answers 429 without quota headers. */
	concurrency?: number;
	/** Where to ask how long a list without totals is, and the filters that are understood there, too. */
	count?: { path: string; filters: readonly string[] };
}

/** What is special about writing to an endpoint. */
export interface WriteFacts {
	/** Records per call at most; for DELETE the IDs that its filter may name. */
	batch?: number;
	concurrency?: number;
	/** Calls that share one cap, whichever of them are under way. */
	concurrencyGroup?: string;
	/**
	 * Of a DELETE whose path names a collection: its filters. It passes over others in silence, so with none
	 * of these, or with others beside them, it may delete everything. Without this the path names one record.
	 */
	deleteFilters?: readonly string[];
	/** The DELETE names its records in the body. */
	deletesByBody?: true;
}

/** The facts about one path, by method; `{}` where there is nothing special about it. */
export interface PathFacts {
	GET?: ReadFacts;
	POST?: WriteFacts;
	PUT?: WriteFacts;
	DELETE?: WriteFacts;
}

/** Paths as BigCommerce's reference writes them, from `/v2/` or `/v3/` on. */
export type EndpointTable = Readonly<Record<string, PathFacts>>;

/** What is known of one endpoint, defaults filled in. */
export interface EndpointFacts {
	method: Method;
	/** The path as the reference writes it; `undefined` where it does not have it. */
	template: string | undefined;
	/** Whether the reference has this method at this path. */
	isDescribed: boolean;
	/** How a GET is paged; `none` for single records too, `auto` where nothing is known. */
	pagination: Pagination;
	pageSize: number;
	pageSizeWhen: ReadFacts['pageSizeWhen'];
	rowKey: readonly string[];
	sortById: Query | undefined;
	idFilters: IdFilters | undefined;
	listKey: string | undefined;
	cursorField: string | undefined;
	count: ReadFacts['count'];
	/** Records per call; `undefined` where one call takes one record, or where nothing is known. */
	batch: number | undefined;
	concurrency: EndpointCap | undefined;
	deleteFilters: readonly string[] | undefined;
	deletesByBody: boolean;
}

/** Requests with the same key share the cap. */
export interface EndpointCap {
	key: string;
	most: number;
}
