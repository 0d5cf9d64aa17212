import { deleteBy, metafieldsOf, paged, UNSTATED, upTo } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files inventory.v3 and locations.v3, and its guide "Inventory adjustments": the
 * next bulk write only after the answer of the one before.
 */
export const INVENTORY: EndpointTable = {
	'/v3/inventory/adjustments/absolute': { PUT: upTo(2000, { concurrency: 1, concurrencyGroup: 'inventory' }) },
	'/v3/inventory/adjustments/relative': { POST: upTo(2000, { concurrency: 1, concurrencyGroup: 'inventory' }) },
	'/v3/inventory/items': { GET: paged({ pageSize: 1000, rowKey: ['identity'] }) },
	'/v3/inventory/locations/{location_id}/items': {
		GET: paged({ pageSize: 1000, rowKey: ['identity'] }),
		PUT: upTo(2000, { concurrency: 1, concurrencyGroup: 'inventory' }),
	},

	'/v3/inventory/locations': {
		GET: paged({ pageSize: 1000, concurrency: 50 }),
		POST: upTo(UNSTATED, { concurrency: 50 }),
		PUT: upTo(UNSTATED, { concurrency: 50 }),
		DELETE: deleteBy(['location_id:in']),
	},
	...metafieldsOf('/v3/inventory/locations/{location_id}', 'metafield_id', '/v3/inventory/locations/metafields'),
};
