import type { ApiAccount } from '../types';
import type { Method } from './route';

interface ScopePair {
	read: readonly string[];
	modify: readonly string[];
}

const pair = (modify: string, readOnly = `${modify}_read_only`): ScopePair => ({
	read: [readOnly, modify],
	modify: [modify],
});

/** Areas of the OAuth scope table and the parameters that open them (fact: API accounts page). */
const AREAS = {
	information: pair('store_v2_information'),
	products: pair('store_v2_products'),
	orders: pair('store_v2_orders'),
	transactions: pair('store_v2_transactions'),
	fulfillment: pair('store_order_fulfillment_manage', 'store_order_fulfillment_read_only'),
	fulfillmentMethods: pair('store_fulfillment_methods_manage', 'store_fulfillment_methods_read_only'),
	customers: pair('store_v2_customers'),
	instruments: pair('store_stored_payment_instruments'),
	marketing: pair('store_v2_marketing'),
	carts: pair('store_cart'),
	checkouts: pair('store_checkout'),
	checkoutContent: pair('store_content_checkout'),
	content: pair('store_v2_content'),
	channels: pair('store_channel_settings'),
	listings: pair('store_channel_listings'),
	sites: pair('store_sites'),
	inventory: pair('store_inventory'),
	locations: pair('store_locations'),
	themes: pair('store_themes_manage', 'store_themes_read_only'),
	translations: pair('store_translations'),
	paymentMethods: {
		read: ['store_payments_methods_read', 'store_payments_access_token_create'],
		modify: [],
	},
	createPayments: {
		read: ['store_payments_access_token_create'],
		modify: ['store_payments_access_token_create'],
	},
	storefrontTokens: { read: ['store_storefront_api'], modify: ['store_storefront_api'] },
	/** Refunds: orders or transactions (fact: orders v3 specification). */
	refunds: {
		read: ['store_v2_orders', 'store_v2_orders_read_only', 'store_v2_transactions', 'store_v2_transactions_read_only'],
		modify: ['store_v2_orders', 'store_v2_transactions'],
	},
} satisfies Record<string, ScopePair>;

export type Area = keyof typeof AREAS;

/** An area of the table; `default` is what every account may do (hooks). */
export type Scope = Area | 'default';

/** Every scope parameter there is. */
export const ALL_SCOPES: readonly string[] = [
	...new Set(Object.values(AREAS).flatMap(({ read, modify }) => [...read, ...modify])),
	'store_v2_customers_login',
	'store_storefront_api_customer_impersonation',
	'store_metafield_write',
	'store_metafield_write_all',
	'store_metafield_change_owner',
];

/** Whether the account's scopes let it use this method on this area. */
export function mayCall(account: ApiAccount, scope: Scope, method: Method): boolean {
	if (scope === 'default') return true;
	const accepted = AREAS[scope][method === 'GET' ? 'read' : 'modify'];
	return accepted.some((name) => account.scopes.includes(name));
}
