import {
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
 * Source: BigCommerce's OpenAPI files orders.v2, orders.v3, pickup*.v3, payments/*.
 */
export const ORDERS: EndpointTable = {
	'/v2/orders/{order_id}': RECORD,
	'/v2/orders/count': { GET: ONE },
	'/v2/orders': {
		GET: v2List({
			sortById: { sort: 'id:asc' },
			idFilters: V2_ID_RANGE,
			count: {
				path: '/v2/orders/count',
				filters: [
					'min_id',
					'max_id',
					'min_total',
					'max_total',
					'customer_id',
					'email',
					'status_id',
					'cart_id',
					'payment_method',
					'min_date_created',
					'max_date_created',
					'min_date_modified',
					'max_date_modified',
					'channel_id',
					'external_order_id',
				],
			},
		}),
		POST: ONE,
		DELETE: EMPTIES,
	},
	'/v2/orders/{order_id}/coupons': { GET: v2List() },
	'/v2/orders/{order_id}/products': { GET: v2List() },
	'/v2/orders/{order_id}/shipping_addresses': { GET: v2List() },
	'/v2/order_statuses': { GET: whole() },
	'/v2/order_statuses/{status_id}': { GET: ONE },
	'/v2/orders/{order_id}/taxes': { GET: v2List() },
	'/v2/orders/{order_id}/shipments': { GET: v2List(), POST: ONE, DELETE: EMPTIES },
	'/v2/orders/{order_id}/shipments/count': { GET: ONE },
	'/v2/orders/{order_id}/shipments/{shipment_id}': RECORD,
	'/v2/orders/{order_id}/messages': { GET: v2List({ idFilters: V2_ID_RANGE }) },
	'/v2/orders/{order_id}/products/{product_id}': { GET: ONE },
	'/v2/orders/{order_id}/shipping_addresses/{id}': READ_AND_PUT,
	'/v2/orders/{order_id}/shipping_addresses/{shipping_address_id}/shipping_quotes': { GET: ONE },
	'/v2/orders/{order_id}/consignments': { GET: ONE },
	'/v2/orders/{order_id}/consignments/shipping/{shipping_consignment_id}/shipping_quotes': { GET: ONE },
	'/v2/orders/{order_id}/fees': { GET: whole() },

	'/v3/orders/{order_id}/payment_actions/capture': { POST: ONE },
	'/v3/orders/{order_id}/payment_actions/void': { POST: ONE },
	'/v3/orders/{order_id}/transactions': { GET: whole() },
	'/v3/orders/{order_id}/payment_actions/refund_quotes': { POST: ONE },
	'/v3/orders/{order_id}/payment_actions/refunds': { GET: whole(), POST: ONE },
	'/v3/orders/payment_actions/refunds/{refund_id}': { GET: ONE },
	'/v3/orders/payment_actions/refunds': { GET: paged() },
	...metafieldsOf('/v3/orders/{order_id}', 'metafield_id', '/v3/orders/metafields'),
	'/v3/orders/settings': READ_AND_PUT,
	'/v3/orders/settings/channels/{channel_id}': READ_AND_PUT,

	'/v3/orders/pickups': { GET: whole(), POST: upTo(100), PUT: upTo(UNSTATED), DELETE: deleteBy(['id:in']) },

	'/v3/pickup/methods': { GET: paged(), POST: upTo(100), PUT: upTo(10), DELETE: deleteBy(['id:in']) },

	'/v3/pickup/options': { POST: ONE },

	'/v3/payments/methods': { GET: whole() },

	'/v3/payments/access_tokens': { POST: ONE },

	'/v2/payments/methods': { GET: v2List({ rowKey: ['code'] }) },
};
