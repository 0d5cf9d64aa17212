import { metafieldsOf, ONE, READ_AND_PUT, RECORD, whole } from './shorthand';
import type { EndpointTable } from './types';

/**
 * Source: BigCommerce's OpenAPI files carts.v3, checkouts.v3, abandoned_carts.v3, abandoned_cart_emails.v3.
 */
export const CARTS: EndpointTable = {
	'/v3/carts': { POST: ONE },
	'/v3/carts/{cartId}/items': { POST: ONE },
	'/v3/carts/{cartId}/redirect_urls': { POST: ONE },
	'/v3/carts/{cartId}/items/{itemId}': { PUT: ONE, DELETE: ONE },
	'/v3/carts/{cartId}': RECORD,
	'/v3/carts/settings': READ_AND_PUT,
	'/v3/carts/settings/channels/{channel_id}': READ_AND_PUT,
	...metafieldsOf('/v3/carts/{cart_id}', 'metafield_id', '/v3/carts/metafields'),

	'/v3/checkouts/{checkoutId}': READ_AND_PUT,
	'/v3/checkouts/{checkoutId}/discounts': { POST: ONE },
	'/v3/checkouts/{checkoutId}/billing-address': { POST: ONE },
	'/v3/checkouts/{checkoutId}/billing-address/{addressId}': { PUT: ONE },
	'/v3/checkouts/{checkoutId}/consignments': { POST: ONE },
	'/v3/checkouts/{checkoutId}/consignments/{consignmentId}': { PUT: ONE, DELETE: ONE },
	'/v3/checkouts/{checkoutId}/coupons': { POST: ONE },
	'/v3/checkouts/{checkoutId}/coupons/{couponCode}': { DELETE: ONE },
	'/v3/checkouts/{checkoutId}/fees': { POST: ONE, PUT: ONE, DELETE: { deletesByBody: true } },
	'/v3/checkouts/{checkoutId}/orders': { POST: ONE },
	'/v3/checkouts/settings': READ_AND_PUT,
	'/v3/checkouts/settings/channels/{channelId}': READ_AND_PUT,
	'/v3/checkouts/{checkoutId}/token': { POST: ONE },

	'/v3/abandoned-carts/settings': READ_AND_PUT,
	'/v3/abandoned-carts/settings/channels/{channel_id}': READ_AND_PUT,
	'/v3/abandoned-carts/{token}': { GET: ONE },

	'/v3/marketing/abandoned-cart-emails': { GET: whole(), POST: ONE },
	'/v3/marketing/abandoned-cart-emails/{id}': RECORD,
	'/v3/marketing/abandoned-cart-emails/default': { GET: ONE },
	'/v3/marketing/abandoned-cart-emails/settings': READ_AND_PUT,
};
