import type { Lookup, LookupSource } from './lookups';
import { LOOKUPS, metafieldByType } from './lookups';

/** Events of one kind of record. */
export interface Family {
	/** The record, in BigCommerce's words. */
	name: string;
	/** Scope without the last part. `{channel_id}` stands for the number of a channel; a `*` is sent as it is. */
	path: string;
	/** Last parts of the scopes; `*` subscribes to all of them. */
	verbs: string;
	/** Field of `data` that identifies the record; default `id`, null where the event is about none. */
	id?: string | null;
	lookup?: LookupSource;
	/** Whether the record fetched outlives the one that a `deleted` event is about. */
	fetchesOwner?: boolean;
	/** What is worth knowing of all these events. */
	note?: string;
}

export const CREATED_UPDATED_DELETED = 'created updated deleted';
export const ALL = '* created updated deleted';

const B2B_NOTE =
	'Needs the scope "B2B Edition: modify"; the record is kept on another host (api-b2b.bigcommerce.com) and not fetched';

const B2B_EVENTS: readonly Family[] = [
	{ name: 'Company', path: 'store/company', verbs: `${CREATED_UPDATED_DELETED} statusUpdated`, id: 'company_id' },
	{ name: 'Company Super Admin', path: 'store/company/superadmin', verbs: 'assignmentUpdated', id: 'company_id' },
	{ name: 'Company User', path: 'store/company/user', verbs: CREATED_UPDATED_DELETED, id: 'user_id' },
	{ name: 'Company Address', path: 'store/company/address', verbs: CREATED_UPDATED_DELETED, id: 'address_id' },
	{
		name: 'Super Admin',
		path: 'store/superadmin',
		verbs: `${CREATED_UPDATED_DELETED} assignmentUpdated`,
		id: 'user_id',
	},
	{ name: 'Quote', path: 'store/quote', verbs: `${CREATED_UPDATED_DELETED} statusUpdated`, id: 'quote_id' },
].map((family) => ({ ...family, note: B2B_NOTE }));

/**
 * The store-wide events.
 * Source: BigCommerce docs, "Webhook Events" and the webhook callback files.
 */
export const STORE_EVENTS: readonly Family[] = [
	{ name: 'Order', path: 'store/order', verbs: '* created updated archived statusUpdated', lookup: LOOKUPS.order },
	{
		name: 'Order Message',
		path: 'store/order/message',
		verbs: 'created',
		id: 'message.order_message_id',
		lookup: LOOKUPS.orderMessage,
	},
	{
		name: 'Order Refund',
		path: 'store/order/refund',
		verbs: 'created',
		id: 'refund.refund_id',
		lookup: LOOKUPS.refund,
	},
	{
		name: 'Order Transaction',
		path: 'store/order/transaction',
		verbs: 'created updated',
		id: 'transaction_id',
		lookup: LOOKUPS.transaction,
	},
	metafields('Order', 'store/order', LOOKUPS.metafieldOfOrder, CREATED_UPDATED_DELETED),
	{ name: 'Shipment', path: 'store/shipment', verbs: ALL, lookup: LOOKUPS.shipment },
	{ name: 'Product', path: 'store/product', verbs: ALL, lookup: LOOKUPS.product },
	{ name: 'Product Inventory', path: 'store/product/inventory', verbs: 'updated', lookup: LOOKUPS.product },
	{
		name: 'Product Inventory by Order',
		path: 'store/product/inventory/order',
		verbs: 'updated',
		lookup: LOOKUPS.product,
	},
	metafields('Product', 'store/product', LOOKUPS.metafieldOfProduct, ALL),
	// One of a variant cannot be read without the product's ID, which the event does not carry.
	metafields('Product Variant', 'store/product/variant', undefined, ALL),
	{ name: 'SKU', path: 'store/sku', verbs: ALL, lookup: LOOKUPS.sku },
	{ name: 'SKU Inventory', path: 'store/sku/inventory', verbs: 'updated', lookup: LOOKUPS.skuStock },
	{ name: 'SKU Inventory by Order', path: 'store/sku/inventory/order', verbs: 'updated', lookup: LOOKUPS.skuStock },
	{ name: 'Category', path: 'store/category', verbs: ALL, lookup: LOOKUPS.category },
	metafields('Category', 'store/category', LOOKUPS.metafieldOfCategory, CREATED_UPDATED_DELETED),
	metafields('Brand', 'store/brand', LOOKUPS.metafieldOfBrand, ALL),
	{ name: 'Product Modifier', path: 'store/modifier', verbs: 'updated', lookup: LOOKUPS.modifier },
	{ name: 'Product Option', path: 'store/option', verbs: 'updated', lookup: LOOKUPS.option },
	{
		name: 'Price List',
		path: 'store/priceList',
		verbs: 'created updated activated deactivated deleted',
		id: 'price_list_id',
		lookup: LOOKUPS.priceList,
	},
	{ name: 'Price Lists', path: 'store/priceLists', verbs: 'deleted', id: 'price_list_ids' },
	{
		name: 'Price Record',
		path: 'store/priceList/record',
		verbs: CREATED_UPDATED_DELETED,
		id: 'variant_id',
		lookup: LOOKUPS.priceRecord,
	},
	{
		name: 'Price Records',
		path: 'store/priceList/records',
		verbs: CREATED_UPDATED_DELETED,
		id: 'variant_id',
		lookup: LOOKUPS.priceRecord,
	},
	{
		name: 'Price List Assignment',
		path: 'store/priceList/assignment',
		verbs: 'updated deleted',
		id: 'price_list_id',
		lookup: LOOKUPS.priceListAssignment,
	},
	{ name: 'Customer', path: 'store/customer', verbs: ALL, lookup: LOOKUPS.customer },
	{ name: 'Customer Address', path: 'store/customer/address', verbs: ALL, lookup: LOOKUPS.customerAddress },
	{
		name: 'Customer Default Payment Instrument',
		path: 'store/customer/payment/instrument/default',
		verbs: 'updated',
		lookup: LOOKUPS.storedInstruments,
	},
	{
		name: 'Customer Channel Login Access',
		path: 'store/customer/channel/login/access',
		verbs: 'updated',
		id: 'customer_id',
		lookup: LOOKUPS.customerLogin,
	},
	{ name: 'Subscriber', path: 'store/subscriber', verbs: ALL, lookup: LOOKUPS.subscriber },
	{ name: 'Cart', path: 'store/cart', verbs: '* created updated deleted', lookup: LOOKUPS.cart },
	{ name: 'Cart', path: 'store/cart', verbs: 'abandoned', lookup: LOOKUPS.cartAbandoned },
	{ name: 'Cart', path: 'store/cart', verbs: 'converted', lookup: LOOKUPS.cartOrder },
	{ name: 'Cart', path: 'store/cart', verbs: 'couponApplied', lookup: LOOKUPS.cartCoupon },
	{
		name: 'Cart Line Item',
		path: 'store/cart/lineItem',
		verbs: ALL,
		lookup: LOOKUPS.cartItem,
		fetchesOwner: true,
	},
	metafields('Cart', 'store/cart', LOOKUPS.metafieldOfCart, CREATED_UPDATED_DELETED),
	{ name: 'Store Information', path: 'store/information', verbs: 'updated', id: null, lookup: LOOKUPS.store },
	{ name: 'App', path: 'store/app', verbs: 'uninstalled', id: null },
	{ name: 'Webhook', path: 'store/hook', verbs: 'deliveryException', lookup: LOOKUPS.hook },
	{ name: 'Channel', path: 'store/channel', verbs: '* created updated', lookup: LOOKUPS.channel },
	metafields('Channel', 'store/channel', LOOKUPS.metafieldOfChannel, CREATED_UPDATED_DELETED),
	{ name: 'Metafield', path: 'store/metafield', verbs: ALL, id: 'metafield_id', lookup: metafieldByType },
	metafields('Store', 'store/store', LOOKUPS.storeMetafield, CREATED_UPDATED_DELETED),
	{
		name: 'Location',
		path: 'store/inventory/location',
		verbs: 'created updated',
		id: 'location_id',
		lookup: LOOKUPS.location,
	},
	metafields('Location', 'store/inventory/location', LOOKUPS.metafieldOfLocation, ALL),
	{
		name: 'Inventory',
		path: 'store/channel/*/inventory/product',
		verbs: 'stock_changed low_stock_reached out_of_stock_reached settings_changed',
		id: 'variant_id',
		lookup: LOOKUPS.stock,
	},
	{ name: 'Redirects', path: 'store/redirects', verbs: 'updated', lookup: LOOKUPS.redirect },
	...B2B_EVENTS,
];

function metafields(name: string, path: string, lookup: Lookup | undefined, verbs: string): Family {
	return {
		name: `${name} Metafield`,
		path: `${path}/metafield`,
		verbs,
		id: 'metafield_id',
		...(lookup && { lookup }),
	};
}
