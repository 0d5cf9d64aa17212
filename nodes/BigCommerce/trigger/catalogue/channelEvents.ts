import { CHANNEL_LOOKUPS as LOOKUPS } from './channelLookups';
import type { Lookup } from './lookups';
import type { Family } from './storeEvents';
import { ALL } from './storeEvents';

const PREFIX = 'store/channel/{channel_id}';

/** Events of what a channel is set to; they name no record. */
const settings = (name: string, path: string, lookup?: Lookup, verbs = 'updated'): Family => ({
	name: `Channel Settings: ${name}`,
	path: `${PREFIX}/settings${path}`,
	verbs,
	id: null,
	...(lookup && { lookup, fetchesOwner: true }),
});

/**
 * The events of one channel. Those of orders, carts and categories are the store-wide ones, sent to those
 * who listen to one channel, under other names.
 * Source: BigCommerce docs, "Channel Webhooks".
 */
export const CHANNEL_EVENTS: readonly Family[] = [
	{
		name: 'Order',
		path: `${PREFIX}/order`,
		verbs: '* created updated archived statusUpdated',
		id: 'order_id',
		lookup: LOOKUPS.order,
	},
	{
		name: 'Order Message',
		path: `${PREFIX}/order/message`,
		verbs: 'created',
		id: 'order_id',
		lookup: LOOKUPS.order,
	},
	{ name: 'Order Refund', path: `${PREFIX}/order/refund`, verbs: 'created', id: 'order_id', lookup: LOOKUPS.order },
	{
		name: 'Cart',
		path: `${PREFIX}/cart`,
		verbs: '* created updated deleted couponApplied abandoned',
		id: 'cart_id',
		lookup: LOOKUPS.cart,
	},
	{ name: 'Cart', path: `${PREFIX}/cart`, verbs: 'converted', id: 'cart_id', lookup: LOOKUPS.cartOrder },
	{
		name: 'Cart Line Item',
		path: `${PREFIX}/cart/lineItem`,
		verbs: ALL,
		id: 'cart_item_id',
		lookup: LOOKUPS.cart,
		fetchesOwner: true,
	},
	{ name: 'Category', path: `${PREFIX}/category`, verbs: ALL, id: 'category_id', lookup: LOOKUPS.category },
	{
		name: 'Category Tree',
		path: `${PREFIX}/categoryTree`,
		verbs: 'updated',
		id: 'tree_id',
		lookup: LOOKUPS.categoryTree,
	},
	{
		name: 'Channel Product',
		path: `${PREFIX}/product`,
		verbs: 'assigned unassigned',
		id: 'product_id',
		lookup: LOOKUPS.product,
	},
	{
		name: 'Channel Category Product',
		path: `${PREFIX}/category/product`,
		verbs: 'assigned unassigned',
		id: 'product_id',
		lookup: LOOKUPS.product,
	},
	{ name: 'Page', path: `${PREFIX}/page`, verbs: 'created updated', id: 'page_id', lookup: LOOKUPS.page },
	{ name: 'Script', path: `${PREFIX}/script`, verbs: 'created updated', id: 'uuid', lookup: LOOKUPS.script },
	{
		name: 'Theme Configuration',
		path: `${PREFIX}/theme/configuration`,
		verbs: 'created activated',
		id: 'configuration_id',
		lookup: LOOKUPS.theme,
	},
	{ name: 'Site', path: `${PREFIX}/settings/site`, verbs: 'updated', id: 'site_id', lookup: LOOKUPS.site },
	{
		name: 'Site Checkout URL',
		path: `${PREFIX}/settings/site/checkoutUrl`,
		verbs: 'updated deleted',
		id: 'site_id',
		lookup: LOOKUPS.site,
		fetchesOwner: true,
	},
	{ name: 'Site Route', path: `${PREFIX}/settings/route`, verbs: 'updated', id: 'site_id', lookup: LOOKUPS.site },
	{
		name: 'Email Status',
		path: `${PREFIX}/settings/emailStatus`,
		verbs: 'updated deleted',
		id: 'template_kind',
		lookup: LOOKUPS.emailStatus,
		fetchesOwner: true,
	},
	{
		name: 'Email Template',
		path: `${PREFIX}/email/templates`,
		verbs: 'updated deleted',
		id: 'template_kind',
		lookup: LOOKUPS.emailTemplate,
		fetchesOwner: true,
	},
	{
		name: 'Abandoned Cart Notification',
		path: `${PREFIX}/notifications/abandonedCart`,
		verbs: 'updated',
		id: null,
		lookup: LOOKUPS.abandonedCartSettings,
	},
	{
		name: 'Inventory Notification',
		path: `${PREFIX}/notifications/inventory`,
		verbs: 'updated',
		id: null,
		lookup: LOOKUPS.inventoryNotifications,
	},
	{ name: 'Social Media Links', path: `${PREFIX}/socialMediaLinks`, verbs: 'updated', id: null },
	{ name: 'Channel Settings', path: `${PREFIX}/settings`, verbs: '*', id: null },
	settings('Catalog', '/catalog', LOOKUPS.catalog),
	settings('Category', '/category', LOOKUPS.categorySettings),
	settings('Checkout', '/checkout', LOOKUPS.checkoutSettings),
	settings('Currency', '/currency', LOOKUPS.currencies),
	settings('Customer Privacy', '/customerPrivacy', LOOKUPS.customerSettings),
	settings('Default Customer Group', '/defaultCustomerGroup', LOOKUPS.customerSettings),
	settings('Favicon', '/favicon/image'),
	settings('Locale', '/locale', LOOKUPS.locale, 'added updated deleted'),
	settings('Logo', '/logo', LOOKUPS.logo),
	settings('Logo Image', '/logo/image', LOOKUPS.logo),
	settings('Product', '/product', LOOKUPS.productSettings),
	settings('Profile', '/profile', LOOKUPS.profile),
	settings('Robots', '/robots', LOOKUPS.robots),
	settings('Search Filters', '/searchContextFilters', LOOKUPS.searchFilters),
	settings('Security', '/security', LOOKUPS.security),
	settings('SEO', '/SEO', LOOKUPS.seo),
];
