import type { EndpointTable, PathFacts, ReadFacts, WriteFacts } from './types';

/** A v3 list with page numbers and totals. */
export const paged = (facts: ReadFacts = {}): ReadFacts => ({ pagination: 'page', ...facts });

/** A v3 list with cursors. */
export const byCursor = (facts: ReadFacts = {}): ReadFacts => ({ pagination: 'cursor', ...facts });

/** A v2 list: a bare array. */
export const v2List = (facts: ReadFacts = {}): ReadFacts => ({ pagination: 'v2', ...facts });

/** A list that is not paged. */
export const whole = (facts: ReadFacts = {}): ReadFacts => ({ pagination: 'none', ...facts });

/** Nothing special: one record, or one thing to do. */
export const ONE = {};

/** A batch write. */
export const upTo = (batch: number, facts: WriteFacts = {}): WriteFacts => ({ batch, ...facts });

/** BigCommerce states no most for this batch; so many are taken everywhere. */
export const UNSTATED = 50;

/** A DELETE of a collection, by the filters that it knows. */
export const deleteBy = (filters: readonly string[], facts: WriteFacts = {}): WriteFacts => ({
	deleteFilters: filters,
	...facts,
});

/** A DELETE of a collection that knows no filter at all: it empties the collection. */
export const EMPTIES: WriteFacts = { deleteFilters: [] };

export const ID_RANGE = { from: 'id:min', to: 'id:max' };
export const V2_ID_RANGE = { from: 'min_id', to: 'max_id' };

/** A record by its path. */
export const RECORD: PathFacts = { GET: ONE, PUT: ONE, DELETE: ONE };

/** One object that is there for good, settings for example. */
export const READ_AND_PUT: PathFacts = { GET: ONE, PUT: ONE };

/**
 * The metafields of one owner, and, where there is such a path, of all owners of a kind together. Their
 * batches name the records to delete in the body.
 */
export const metafieldsOf = (owner: string, own: string, across?: string): EndpointTable => ({
	[`${owner}/metafields`]: { GET: byCursor(), POST: ONE },
	[`${owner}/metafields/{${own}}`]: RECORD,
	...(across === undefined ? {} : { [across]: metafieldBatch }),
});

export const metafieldBatch: PathFacts = {
	GET: byCursor(),
	POST: upTo(UNSTATED),
	PUT: upTo(UNSTATED),
	DELETE: upTo(UNSTATED, { deletesByBody: true }),
};
