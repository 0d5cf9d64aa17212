import { byCursor, deleteBy, ONE, UNSTATED, upTo } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files price_lists.v3 (its introduction allows one batch upsert at a time, the
 * endpoint itself two) and pricing.sf.
 */
export const PRICING: EndpointTable = {
	'/v3/pricelists': { GET: byCursor(), POST: ONE, DELETE: deleteBy(['id:in', 'name']) },
	'/v3/pricelists/{price_list_id}': { GET: ONE, PUT: ONE, DELETE: { concurrency: 1 } },
	'/v3/pricelists/records': { POST: upTo(100, { concurrency: 10 }), PUT: upTo(UNSTATED, { concurrency: 1 }) },
	'/v3/pricelists/{price_list_id}/records': {
		GET: byCursor({ rowKey: ['price_list_id', 'variant_id', 'currency'], concurrency: 10 }),
		POST: upTo(100, { concurrency: 10 }),
		PUT: upTo(1000, { concurrency: 1 }),
		DELETE: deleteBy(['currency', 'variant_id:in', 'sku:in']),
	},
	'/v3/pricelists/{price_list_id}/records/{variant_id}': {
		GET: byCursor({ rowKey: ['price_list_id', 'variant_id', 'currency'], concurrency: 40 }),
	},
	'/v3/pricelists/{price_list_id}/records/{variant_id}/{currency_code}': {
		GET: { concurrency: 50 },
		PUT: { concurrency: 40 },
		DELETE: { concurrency: 25 },
	},
	'/v3/pricelists/assignments': {
		GET: byCursor(),
		POST: upTo(25),
		DELETE: deleteBy(['id', 'price_list_id', 'customer_group_id', 'channel_id', 'channel_id:in']),
	},
	'/v3/pricelists/{price_list_id}/assignments': { PUT: { concurrency: 25 } },

	'/v3/pricing/products': { POST: { concurrency: 50 } },
};
