import {
	byCursor,
	deleteBy,
	EMPTIES,
	metafieldsOf,
	ONE,
	paged,
	READ_AND_PUT,
	RECORD,
	UNSTATED,
	upTo,
	V2_ID_RANGE,
	v2List,
	whole,
} from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files customers.v2, customers.v3 (where a batch has no stated size, ten as for
 * customers themselves), subscribers.v3, segments.v3, wishlists.v3.
 */
export const CUSTOMERS: EndpointTable = {
	'/v3/customers': { GET: byCursor(), POST: upTo(10), PUT: upTo(10, { concurrency: 3 }), DELETE: deleteBy(['id:in']) },
	'/v3/customers/addresses': {
		GET: paged(),
		POST: upTo(10, { concurrency: 10 }),
		PUT: upTo(10, { concurrency: 3 }),
		DELETE: deleteBy(['id:in']),
	},
	'/v3/customers/validate-credentials': { POST: ONE },
	'/v3/customers/settings': READ_AND_PUT,
	'/v3/customers/settings/channels/{channel_id}': READ_AND_PUT,
	'/v3/customers/attributes': {
		GET: paged(),
		POST: upTo(10, { concurrency: 3 }),
		PUT: upTo(10, { concurrency: 3 }),
		DELETE: deleteBy(['id:in']),
	},
	'/v3/customers/attribute-values': { GET: paged(), PUT: upTo(10, { concurrency: 3 }), DELETE: deleteBy(['id:in']) },
	'/v3/customers/form-field-values': {
		GET: byCursor({ rowKey: ['customer_id', 'address_id', 'name'] }),
		PUT: upTo(10, { concurrency: 10 }),
	},
	'/v3/customers/{customerId}/consent': READ_AND_PUT,
	'/v3/customers/{customerId}/stored-instruments': { GET: whole({ rowKey: ['token'] }) },
	...metafieldsOf('/v3/customers/{customerId}', 'metafieldId', '/v3/customers/metafields'),

	'/v2/customers': { GET: v2List({ idFilters: V2_ID_RANGE }), POST: ONE, DELETE: EMPTIES },
	'/v2/customers/{customer_id}': RECORD,
	'/v2/customers/count': { GET: ONE },
	'/v2/customers/{customer_id}/validate': { POST: ONE },
	'/v2/customers/{customer_id}/addresses': { GET: v2List(), POST: ONE, DELETE: EMPTIES },
	'/v2/customers/{customer_id}/addresses/{customer_address_id}': RECORD,
	'/v2/customers/{customer_id}/addresses/count': { GET: ONE },
	'/v2/customer_groups': { GET: v2List({ concurrency: 40 }), POST: { concurrency: 40 } },
	'/v2/customer_groups/{customer_group_id}': { GET: ONE, PUT: ONE, DELETE: { concurrency: 40 } },
	'/v2/customer_groups/count': { GET: ONE },

	'/v3/customers/subscribers': {
		GET: paged(),
		POST: ONE,
		DELETE: deleteBy(['email', 'first_name', 'last_name', 'source', 'order_id', 'date_created', 'date_modified']),
	},
	'/v3/customers/subscribers/{subscriber_id}': RECORD,

	'/v3/segments': {
		GET: paged(),
		POST: upTo(UNSTATED, { concurrency: 10 }),
		PUT: upTo(UNSTATED, { concurrency: 10 }),
		DELETE: deleteBy(['id:in']),
	},
	'/v3/segments/{segmentId}/shopper-profiles': {
		GET: paged(),
		POST: upTo(50, { concurrency: 10 }),
		DELETE: deleteBy(['id:in']),
	},
	'/v3/shopper-profiles': { GET: paged(), POST: upTo(UNSTATED), DELETE: deleteBy(['id:in']) },
	'/v3/shopper-profiles/{shopperProfileId}/segments': { GET: paged() },

	'/v3/wishlists': { GET: paged(), POST: ONE },
	'/v3/wishlists/{wishlist_id}/items/{item_id}': { DELETE: ONE },
	'/v3/wishlists/{wishlist_id}': RECORD,
	'/v3/wishlists/{wishlist_id}/items': { POST: ONE },
};
