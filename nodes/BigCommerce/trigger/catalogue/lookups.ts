import type { Scope } from '../../transport/scopes';
import { SCOPES } from '../../transport/scopes';

/**
 * How the record behind an event is fetched. In `path` and `query`, `{name}` stands for a field of the
 * event's `data`: dotted for a nested one, with `|` where BigCommerce's documents give two names. In
 * related look-ups `{record.name}` stands for a field of the record.
 * A look-up whose fields the event does not carry is not made.
 */
export interface Lookup {
	path: string;
	query?: Record<string, string>;
	/** Opens the call for reading; every API account holds that of webhooks. */
	scope?: Scope;
	/**
	 * What of the answer is meant: the record itself (default), the first row of a list, the row whose
	 * `field` has the value, or all rows.
	 */
	take?: 'record' | 'first' | { field: string; equals: string } | 'all';
	/** Sub-resources that come with the record when they are asked for by `include`. */
	include?: readonly string[];
	/** Fields that must not get into an item. */
	secrets?: readonly string[];
	/** Further look-ups for Record with Related, by the name they get in `related`. */
	related?: Readonly<Record<string, Lookup>>;
	/** Whether Record with Related has the link that brings a shopper back to the cart. */
	recoverable?: boolean;
}

export type LookupSource = Lookup | ((data: Record<string, unknown>) => Lookup | undefined);

const { products, orders, customers, carts, inventory, locations, channelSettings, content, information } = SCOPES;

const customerOf = (field: string): Lookup => ({
	path: '/v3/customers',
	query: { 'id:in': `{${field}}` },
	scope: customers,
	take: 'first',
});

export const product = (id: string): Lookup => ({
	path: `/v3/catalog/products/{${id}}`,
	scope: products,
	include: ['variants', 'images', 'custom_fields'],
});

const variant = (productId: string, variantId: string): Lookup => ({
	path: `/v3/catalog/products/{${productId}}/variants/{${variantId}}`,
	scope: products,
	related: { product: { path: `/v3/catalog/products/{${productId}}`, scope: products } },
});

export const order = (id: string): Lookup => ({
	path: `/v2/orders/{${id}}`,
	scope: orders,
	related: {
		products: { path: `/v2/orders/{${id}}/products`, scope: orders, take: 'all' },
		shipping_addresses: {
			path: `/v2/orders/{${id}}/shipping_addresses`,
			scope: orders,
			take: 'all',
		},
		coupons: { path: `/v2/orders/{${id}}/coupons`, scope: orders, take: 'all' },
	},
});

export const cart = (id: string): Lookup => ({
	path: `/v3/carts/{${id}}`,
	scope: carts,
	related: { customer: customerOf('record.customer_id') },
});

export const category = (id: string): Lookup => ({
	path: '/v3/catalog/trees/categories',
	query: { 'category_id:in': `{${id}}` },
	scope: products,
	take: 'first',
});

/** @param owner path of the records that own the metafields */
export const metafieldOf = (owner: string, scope: Scope): Lookup => ({
	path: `${owner}/{resource_id}/metafields/{metafield_id}`,
	scope,
});

/** By `resource_type`. */
export const METAFIELD_OWNERS: Readonly<Record<string, Lookup>> = {
	brand: metafieldOf('/v3/catalog/brands', products),
	cart: metafieldOf('/v3/carts', carts),
	category: metafieldOf('/v3/catalog/categories', products),
	channel: metafieldOf('/v3/channels', channelSettings),
	customer: metafieldOf('/v3/customers', customers),
	location: metafieldOf('/v3/inventory/locations', locations),
	order: metafieldOf('/v3/orders', orders),
	product: metafieldOf('/v3/catalog/products', products),
};

/** The metafield of a `store/metafield/…` event. One of a variant cannot be read without the product's ID. */
export const metafieldByType = ({ resource_type: type }: Record<string, unknown>): Lookup | undefined =>
	METAFIELD_OWNERS[String(type).toLowerCase()];

/**
 * The look-ups of the store-wide events, by kind of record.
 * Source: BigCommerce docs, "Webhook Events", and its OpenAPI files.
 */
export const LOOKUPS = {
	order: order('id'),
	orderMessage: {
		path: '/v2/orders/{id}/messages',
		scope: orders,
		take: { field: 'id', equals: 'message.order_message_id' },
		related: { order: { path: '/v2/orders/{id}', scope: orders } },
	},
	refund: {
		path: '/v3/orders/payment_actions/refunds/{refund.refund_id}',
		scope: orders,
		related: { order: { path: '/v2/orders/{id}', scope: orders } },
	},
	transaction: {
		path: '/v3/orders/{order_id}/transactions',
		scope: SCOPES.transactions,
		take: { field: 'id', equals: 'transaction_id' },
		related: { order: { path: '/v2/orders/{order_id}', scope: orders } },
	},
	shipment: {
		path: '/v2/orders/{orderId}/shipments/{id}',
		scope: orders,
		related: { order: { path: '/v2/orders/{orderId}', scope: orders } },
	},
	product: product('id'),
	sku: variant('sku.product_id', 'sku.variant_id'),
	skuStock: variant('inventory.product_id', 'inventory.variant_id'),
	category: category('id'),
	modifier: { path: '/v3/catalog/products/{affected_product_ids.0}/modifiers/{id}', scope: products },
	option: { path: '/v3/catalog/products/{affected_product_ids.0}/options/{id}', scope: products },
	priceList: { path: '/v3/pricelists/{price_list_id}', scope: products },
	priceRecord: {
		path: '/v3/pricelists/{price_list_id}/records/{variant_id}/{currency|currency_code}',
		scope: products,
		related: { price_list: { path: '/v3/pricelists/{price_list_id}', scope: products } },
	},
	priceListAssignment: {
		path: '/v3/pricelists/assignments',
		query: {
			price_list_id: '{price_list_id}',
			channel_id: '{channel_id}',
			customer_group_id: '{customer_group_id}',
		},
		scope: products,
		take: 'first',
		related: { price_list: { path: '/v3/pricelists/{price_list_id}', scope: products } },
	},
	customer: {
		...customerOf('id'),
		related: {
			addresses: {
				path: '/v3/customers/addresses',
				query: { 'customer_id:in': '{id}' },
				scope: customers,
				take: 'all',
			},
		},
	},
	customerAddress: {
		path: '/v3/customers/addresses',
		query: { 'id:in': '{id}' },
		scope: customers,
		take: 'first',
		related: { customer: customerOf('address.customer_id') },
	},
	storedInstruments: {
		...customerOf('id'),
		related: {
			stored_instruments: {
				path: '/v3/customers/{id}/stored-instruments',
				scope: SCOPES.storedInstruments,
				take: 'all',
			},
		},
	},
	customerLogin: customerOf('customer_id'),
	subscriber: { path: '/v3/customers/subscribers/{id}', scope: customers },
	cart: cart('id'),
	cartAbandoned: { ...cart('id'), recoverable: true },
	cartCoupon: {
		...cart('id'),
		related: {
			...cart('id').related,
			coupon: { path: '/v2/coupons', query: { id: '{couponId}' }, scope: SCOPES.marketing, take: 'first' },
		},
	},
	cartOrder: order('orderId'),
	cartItem: cart('cartId'),
	store: { path: '/v2/store', scope: information },
	/** Its headers hold the secret that proves where a delivery comes from. */
	hook: { path: '/v3/hooks/{id}', secrets: ['headers'] },
	channel: { path: '/v3/channels/{id}', scope: channelSettings },
	storeMetafield: { path: '/v3/store/metafields/{metafield_id}', scope: information },
	location: {
		path: '/v3/inventory/locations',
		query: { 'location_id:in': '{location_id}' },
		scope: locations,
		take: 'first',
	},
	stock: {
		path: '/v3/inventory/locations/{location_id}/items',
		query: { 'variant_id:in': '{variant_id}' },
		scope: inventory,
		take: 'first',
		related: { variant: { path: '/v3/catalog/products/{product_id}/variants/{variant_id}', scope: products } },
	},
	redirect: { path: '/v3/storefront/redirects', query: { 'id:in': '{id}' }, scope: content, take: 'first' },
	metafieldOfBrand: metafieldOf('/v3/catalog/brands', products),
	metafieldOfCart: metafieldOf('/v3/carts', carts),
	metafieldOfCategory: metafieldOf('/v3/catalog/categories', products),
	metafieldOfChannel: metafieldOf('/v3/channels', channelSettings),
	metafieldOfLocation: metafieldOf('/v3/inventory/locations', locations),
	metafieldOfOrder: metafieldOf('/v3/orders', orders),
	metafieldOfProduct: metafieldOf('/v3/catalog/products', products),
} as const satisfies Record<string, Lookup>;
