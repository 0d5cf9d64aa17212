import { byCursor, metafieldsOf, ONE, paged, READ_AND_PUT, RECORD, UNSTATED, upTo, whole } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files channels.v3 and sites.v3.
 */
export const CHANNELS: EndpointTable = {
	'/v3/channels': { GET: paged(), POST: ONE },
	'/v3/channels/{channel_id}': READ_AND_PUT,
	'/v3/channels/{channel_id}/active-theme': { GET: ONE },
	'/v3/channels/currency-assignments': {
		GET: whole({ rowKey: ['channel_id'] }),
		POST: upTo(UNSTATED),
		PUT: upTo(UNSTATED),
	},
	'/v3/channels/{channel_id}/currency-assignments': { GET: ONE, POST: ONE, PUT: ONE, DELETE: ONE },
	'/v3/channels/{channel_id}/listings': {
		GET: byCursor({ rowKey: ['listing_id'], cursorField: 'listing_id' }),
		POST: upTo(UNSTATED),
		PUT: upTo(UNSTATED),
	},
	'/v3/channels/{channel_id}/listings/{listing_id}': { GET: ONE },
	'/v3/channels/{channel_id}/site/checkout-url': { PUT: ONE, DELETE: ONE },
	'/v3/channels/{channel_id}/site': { GET: ONE, POST: ONE, PUT: ONE, DELETE: ONE },
	'/v3/channels/{channel_id}/channel-menus': { GET: ONE, POST: ONE, DELETE: ONE },
	...metafieldsOf('/v3/channels/{channel_id}', 'metafield_id', '/v3/channels/metafields'),

	'/v3/sites': { GET: paged(), POST: ONE },
	'/v3/sites/{site_id}': RECORD,
	'/v3/sites/{site_id}/routes': { GET: paged(), POST: ONE, PUT: upTo(UNSTATED) },
	'/v3/sites/{site_id}/routes/{route_id}': RECORD,
	'/v3/sites/{site_id}/certificate': READ_AND_PUT,
	'/v3/sites/certificates': { GET: whole() },
};
