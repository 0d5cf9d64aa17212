import type { Scope } from '../transport/scopes';
import { SCOPES } from '../transport/scopes';
import type { StoreApi } from '../transport/storeApi';
import type { Query, ReadRequest } from '../transport/types';

export type DateField = 'date_created' | 'date_modified';

/** How one kind of record is listed. Moments are Unix seconds. */
export interface Source {
	/** As BigCommerce's webhooks name it in `data.type`. */
	type: 'customer' | 'order' | 'product';
	path: string;
	scope: Scope;
	/** Records whose date is not before `from`, nor after `to`. Whether the ends belong to it does not matter. */
	between: (field: DateField, from: number, to?: number) => Query;
	newestFirst: (field: DateField | 'id') => Query;
	oldestFirst: (field: DateField) => Query;
	/** Records with a higher ID, in the order of their IDs, where the list can do that. */
	above?: (id: number) => Query;
}

/** What reading needs. */
export interface Reader {
	api: StoreApi;
	source: Source;
}

/**
 * Always with the time of day: for a date alone BigCommerce takes the time of day of the request.
 * Source: BigCommerce docs, "Common query parameters".
 */
const moment = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

const v3Dates: Source['between'] = (field, from, to) => ({
	[`${field}:min`]: moment(from),
	...(to === undefined ? {} : { [`${field}:max`]: moment(to) }),
});

/** Direction in the same parameter, as orders and customers want it. */
const joined = (direction: 'asc' | 'desc') => (field: string) => ({ sort: `${field}:${direction}` });

export const SOURCES = {
	customer: {
		type: 'customer',
		path: '/v3/customers',
		scope: SCOPES.customers,
		between: v3Dates,
		newestFirst: joined('desc'),
		oldestFirst: joined('asc'),
	},
	order: {
		type: 'order',
		path: '/v2/orders',
		scope: SCOPES.orders,
		between: (field, from, to) => ({
			[`min_${field}`]: moment(from),
			...(to === undefined ? {} : { [`max_${field}`]: moment(to) }),
		}),
		newestFirst: joined('desc'),
		oldestFirst: joined('asc'),
		above: (id) => ({ sort: 'id:asc', min_id: id + 1 }),
	},
	product: {
		type: 'product',
		path: '/v3/catalog/products',
		scope: SCOPES.products,
		between: v3Dates,
		newestFirst: (field) => ({ sort: field, direction: 'desc' }),
		oldestFirst: (field) => ({ sort: field, direction: 'asc' }),
		above: (id) => ({ sort: 'id', direction: 'asc', 'id:greater': id }),
	},
} as const satisfies Record<string, Source>;

export const listCall = ({ path, scope }: Source, query: Query): ReadRequest => ({
	method: 'GET',
	path,
	query,
	scope: { scopes: [scope], access: 'read' },
});
