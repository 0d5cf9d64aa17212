import { SCOPES } from '../../transport/scopes';
import type { Lookup } from './lookups';
import { cart, category, order, product } from './lookups';

const { information, products, content, sites } = SCOPES;

/** Settings as they hold in the channel of the event. */
const settings = (path: string): Lookup => ({
	path: `/v3/settings/${path}`,
	query: { channel_id: '{channel_id}' },
	scope: information,
});

/**
 * The look-ups of the events of one channel. These name their records differently from the store-wide
 * events; `channel_id` is taken from the scope.
 * Source: BigCommerce docs, "Channel Webhooks", and its OpenAPI files.
 */
export const CHANNEL_LOOKUPS = {
	order: order('order_id'),
	cart: cart('cart_id'),
	/** The event does not name the order, and the cart is gone. */
	cartOrder: {
		path: '/v2/orders',
		query: { cart_id: '{cart_id}' },
		scope: SCOPES.orders,
		take: 'first',
	},
	category: category('category_id'),
	categoryTree: {
		path: '/v3/catalog/trees',
		query: { 'id:in': '{tree_id}' },
		scope: products,
		take: 'first',
		related: {
			categories: { path: '/v3/catalog/trees/{tree_id}/categories', scope: products, take: 'all' },
		},
	},
	product: product('product_id'),
	page: { path: '/v3/content/pages/{page_id}', scope: content },
	script: { path: '/v3/content/scripts/{uuid}', scope: content },
	theme: { path: '/v3/themes/{theme_id}', scope: SCOPES.themes },
	site: {
		path: '/v3/sites/{site_id}',
		scope: sites,
		related: { routes: { path: '/v3/sites/{site_id}/routes', scope: sites, take: 'all' } },
	},
	emailStatus: settings('email-statuses'),
	emailTemplate: {
		path: '/v3/marketing/email-templates/{template_kind}',
		query: { channel_id: '{channel_id}' },
		scope: information,
	},
	abandonedCartSettings: { path: '/v3/abandoned-carts/settings/channels/{channel_id}', scope: information },
	inventoryNotifications: settings('inventory/notifications'),
	currencies: { path: '/v3/channels/{channel_id}/currency-assignments', scope: SCOPES.channelSettings },
	customerSettings: { path: '/v3/customers/settings/channels/{channel_id}', scope: SCOPES.customers },
	checkoutSettings: { path: '/v3/checkouts/settings/channels/{channel_id}', scope: SCOPES.checkouts },
	profile: settings('store/profile'),
	/** The locales of the store: the endpoint knows no channel. */
	locale: { path: '/v3/settings/store/locale', scope: information },
	logo: settings('logo'),
	seo: settings('storefront/seo'),
	robots: settings('storefront/robotstxt'),
	categorySettings: settings('storefront/category'),
	productSettings: settings('storefront/product'),
	catalog: settings('catalog'),
	security: settings('storefront/security'),
	searchFilters: {
		path: '/v3/settings/search/filters/contexts',
		query: { channel_id: '{channel_id}', category_id: '{category_id}' },
		scope: information,
		take: 'first',
	},
} as const satisfies Record<string, Lookup>;
