import {
	deleteBy,
	EMPTIES,
	metafieldBatch,
	ONE,
	paged,
	READ_AND_PUT,
	RECORD,
	UNSTATED,
	upTo,
	v2List,
	whole,
} from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files settings.v3, store_*.v2 and .v3, storefront_tokens.v3, webhooks.v3,
 * currencies.v2, geography.v2, tax*, shipping.v2, shipping.v3.
 */
export const STORE: EndpointTable = {
	'/v3/settings/analytics': { GET: whole() },
	'/v3/settings/analytics/{id}': READ_AND_PUT,
	'/v3/settings/catalog': READ_AND_PUT,
	'/v3/settings/email-statuses': READ_AND_PUT,
	'/v3/settings/favicon/image': { POST: ONE },
	'/v3/settings/inventory/notifications': READ_AND_PUT,
	'/v3/settings/logo': READ_AND_PUT,
	'/v3/settings/logo/image': { POST: ONE },
	'/v3/settings/search/filters': { GET: whole(), PUT: ONE },
	'/v3/settings/search/filters/available': { GET: whole() },
	'/v3/settings/search/filters/contexts': { GET: whole({ rowKey: ['context'] }), PUT: ONE },
	'/v3/settings/store/locale': READ_AND_PUT,
	'/v3/settings/store/profile': READ_AND_PUT,
	'/v3/settings/storefront/category': READ_AND_PUT,
	'/v3/settings/storefront/product': READ_AND_PUT,
	'/v3/settings/storefront/robotstxt': READ_AND_PUT,
	'/v3/settings/storefront/search': READ_AND_PUT,
	'/v3/settings/storefront/security': READ_AND_PUT,
	'/v3/settings/storefront/seo': READ_AND_PUT,
	'/v3/settings/storefront/status': READ_AND_PUT,
	'/v3/settings/inventory': READ_AND_PUT,
	'/v3/settings/store/units-of-measurement': READ_AND_PUT,

	'/v2/store': { GET: ONE },
	'/v2/time': { GET: ONE },

	'/v3/store/metafields': metafieldBatch,
	'/v3/store/metafields/{metafieldId}': RECORD,

	'/v3/store/systemlogs': { GET: paged() },

	'/v3/storefront/api-token': { POST: ONE, DELETE: ONE },
	'/v3/storefront/api-token-private': { POST: ONE },
	'/v3/storefront/api-token-customer-impersonation': { POST: ONE },

	'/v3/hooks': { GET: paged(), POST: { concurrency: 1 } },
	'/v3/hooks/{webhook_id}': RECORD,
	'/v3/hooks/admin': READ_AND_PUT,

	'/v2/currencies': { GET: v2List(), POST: ONE, DELETE: EMPTIES },
	'/v2/currencies/{id}': RECORD,

	'/v2/countries': { GET: v2List() },
	'/v2/countries/{id}': { GET: ONE },
	'/v2/countries/{country_id}/states': { GET: v2List() },
	'/v2/countries/{country_id}/states/{id}': { GET: ONE },
	'/v2/countries/count': { GET: ONE },
	'/v2/countries/states/count': { GET: ONE },
	'/v2/countries/states': { GET: v2List({ count: { path: '/v2/countries/states/count', filters: [] } }) },
	'/v2/countries/{country_id}/states/count': { GET: ONE },

	'/v3/tax/providers/{provider_id}/connection': RECORD,

	'/v2/tax_classes': { GET: v2List() },
	'/v2/tax_classes/{id}': { GET: ONE },

	'/v3/tax/classes': { POST: upTo(50), PUT: upTo(50), DELETE: deleteBy(['id:in'], { batch: 50 }) },

	'/v3/tax/customers': {
		GET: whole({ rowKey: ['customer_id'] }),
		PUT: upTo(UNSTATED),
		DELETE: deleteBy(['customer_id:in']),
	},

	'/v3/tax/properties': { GET: whole(), POST: upTo(UNSTATED), PUT: upTo(UNSTATED), DELETE: deleteBy(['id:in']) },
	'/v3/tax/products/properties': {
		GET: whole({ rowKey: ['product_id'] }),
		PUT: upTo(UNSTATED),
		DELETE: deleteBy(['product_id:in']),
	},

	'/v3/tax/zones': { GET: whole(), POST: upTo(UNSTATED), PUT: upTo(UNSTATED), DELETE: deleteBy(['id:in']) },
	'/v3/tax/rates': { GET: whole(), POST: upTo(UNSTATED), PUT: upTo(UNSTATED), DELETE: deleteBy(['id:in']) },

	'/v3/tax/settings': READ_AND_PUT,

	'/v3/tax/zonecheck': { POST: ONE },

	'/v2/shipping/zones': { GET: whole(), POST: ONE },
	'/v2/shipping/zones/{id}': RECORD,
	'/v2/shipping/zones/{zone_id}/methods': { GET: whole(), POST: ONE },
	'/v2/shipping/zones/{zone_id}/methods/{method_id}': RECORD,
	'/v2/shipping/carrier/connection': { POST: ONE, PUT: ONE, DELETE: ONE },

	'/v3/shipping/products/customs-information': {
		GET: paged({ rowKey: ['product_id'] }),
		PUT: upTo(50),
		DELETE: deleteBy(['product_id:in']),
	},
	'/v3/shipping/settings': READ_AND_PUT,
	'/v3/shipping/settings/channels/{channel_id}': READ_AND_PUT,
};
