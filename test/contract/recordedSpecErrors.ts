import type { KnownSpecError } from './known-spec-errors';

/** What a live store answers where the specifications say otherwise; seen in the recorded answers. */
export const RECORDED_SPEC_ERRORS: readonly KnownSpecError[] = [
	{
		operation: /^(GET|POST|PUT) \/v2\/coupons/,
		side: 'response',
		kind: 'schema violation',
		at: /^(\/\*)?\/(restricted_to|shipping_methods)$/,
		message: /is (\[\]|null)$/,
		reason: 'A live store writes an empty `restricted_to` as a list, and unset `shipping_methods` as null.',
		shownBy: {
			method: 'GET',
			path: '/v2/coupons',
			status: 200,
			responseBody: [
				{
					id: 2,
					name: 'Summer',
					type: 'per_total_discount',
					amount: '10.0000',
					code: 'SUMMER',
					applies_to: { entity: 'categories', ids: [0] },
					restricted_to: [],
					shipping_methods: null,
				},
			],
		},
	},
	{
		operation: /^GET \/v2\/coupons\/\{id\}$/,
		side: 'request',
		kind: 'unknown method',
		reason: 'A live store serves the single coupon, though only its update and deletion are documented.',
		shownBy: { method: 'GET', path: '/v2/coupons/2', status: 200 },
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/customers$/,
		side: 'response',
		kind: 'schema violation',
		at: '/data/*/channel_ids',
		message: /is null$/,
		reason: 'A live store writes null for a customer who may shop on every channel.',
		shownBy: {
			method: 'GET',
			path: '/v3/customers',
			status: 200,
			responseBody: {
				data: [{ id: 1, email: 'a@example.com', first_name: 'A', last_name: 'B', channel_ids: null }],
				meta: {},
			},
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v2\/orders(\/\{order_id\})?$/,
		side: 'response',
		kind: 'schema violation',
		at: /^(\/\*)?\/(cart_id|payment_provider_id|credit_card_type)$/,
		message: /is null/,
		reason: 'A live store writes null for an order that was made without a cart, or without a payment provider.',
		shownBy: {
			method: 'GET',
			path: '/v2/orders',
			status: 200,
			responseBody: [{ id: 100, cart_id: null, payment_provider_id: null }],
		},
	},
	{
		operation: /^GET \/v2\/orders/,
		side: 'response',
		kind: 'additional property',
		at: /\/fulfillment_source$/,
		reason: 'Missing in the schema of an order product, present in the answers of a live store.',
		shownBy: {
			method: 'GET',
			path: '/v2/orders/100/products',
			status: 200,
			responseBody: [{ id: 1, fulfillment_source: '' }],
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/catalog\/products(\/\{product_id\})?$/,
		side: 'response',
		kind: 'schema violation',
		at: /^\/data(\/\*)?\/(date_last_imported|option_set_id|primary_image)$/,
		message: /is null$/,
		reason: 'A live store writes null for a product that was never imported, has no options or no images.',
		shownBy: {
			method: 'GET',
			path: '/v3/catalog/products/1',
			status: 200,
			responseBody: {
				data: { name: 'Shirt', type: 'physical', weight: 1, price: 1, option_set_id: null },
				meta: {},
			},
		},
	},
	{
		operation: 'GET /v3/catalog/products',
		side: 'response',
		kind: 'additional property',
		at: '/meta/pagination/too_many',
		reason: 'Missing in the schema of the pagination, present in the answers of a live store.',
		shownBy: {
			method: 'GET',
			path: '/v3/catalog/products',
			status: 200,
			responseBody: { data: [], meta: { pagination: { total: 0, too_many: false } } },
		},
	},
	{
		operation: 'POST /v3/catalog/products',
		side: 'response',
		kind: 'additional property',
		at: /^\/data\/(variants|reviews|channels)$/,
		reason: 'A live store answers to a new product with all of its parts.',
		shownBy: {
			method: 'POST',
			path: '/v3/catalog/products',
			status: 200,
			responseBody: { data: { name: 'Shirt', type: 'physical', weight: 1, price: 1, reviews: [] }, meta: {} },
		},
	},
];
