/**
 * OAuth scopes of the store's API.
 * Source: BigCommerce docs, "API Accounts and OAuth scopes" (docs/start/authentication/api-accounts).
 */
export interface Scope {
	/** As the control panel writes it. */
	name: string;
	/** Parameter that allows reading and writing. */
	modify?: string;
	/** Parameter that allows reading only. */
	readOnly?: string;
}

export type Access = 'read' | 'modify';

/** What a call needs: any one of `scopes`, with `access`. */
export interface ScopeNeed {
	scopes: readonly Scope[];
	access: Access;
}

const pair = (name: string, parameter: string): Scope => ({
	name,
	modify: parameter,
	readOnly: `${parameter}_read_only`,
});

const managed = (name: string, parameter: string): Scope => ({
	name,
	modify: `${parameter}_manage`,
	readOnly: `${parameter}_read_only`,
});

export const SCOPES = {
	information: pair('Information & Settings', 'store_v2_information'),
	products: pair('Products', 'store_v2_products'),
	orders: pair('Orders', 'store_v2_orders'),
	transactions: pair('Order Transactions', 'store_v2_transactions'),
	fulfillment: managed('Order Fulfillment', 'store_order_fulfillment'),
	fulfillmentMethods: managed('Fulfillment Methods', 'store_fulfillment_methods'),
	customers: pair('Customers', 'store_v2_customers'),
	customersLogin: { name: 'Customers Login', modify: 'store_v2_customers_login' },
	storedInstruments: pair('Stored Payment Instruments', 'store_stored_payment_instruments'),
	marketing: pair('Marketing', 'store_v2_marketing'),
	carts: pair('Carts', 'store_cart'),
	checkouts: pair('Checkouts', 'store_checkout'),
	checkoutContent: pair('Checkout Content', 'store_content_checkout'),
	content: pair('Content', 'store_v2_content'),
	channelSettings: pair('Channel Settings', 'store_channel_settings'),
	channelListings: pair('Channel Listings', 'store_channel_listings'),
	sites: pair('Sites & Routes', 'store_sites'),
	inventory: pair('Store Inventory', 'store_inventory'),
	locations: pair('Store Locations', 'store_locations'),
	themes: managed('Themes', 'store_themes'),
	translations: pair('Store Translations', 'store_translations'),
	paymentMethods: { name: 'Get Payment Methods', readOnly: 'store_payments_methods_read' },
	createPayments: { name: 'Create Payments', modify: 'store_payments_access_token_create' },
	storefrontTokens: { name: 'Storefront API Tokens', modify: 'store_storefront_api' },
} as const satisfies Record<string, Scope>;

/** Every API account holds it; webhooks need nothing else. */
export const DEFAULT_SCOPE: ScopeNeed = { scopes: [], access: 'read' };

export const ALL_SCOPES: readonly Scope[] = Object.values(SCOPES);

/** Parameters of which any one satisfies the need. Modify always includes reading. */
export function acceptedParameters(need: ScopeNeed): string[] {
	return need.scopes.flatMap((scope) =>
		[need.access === 'read' ? scope.readOnly : undefined, scope.modify].filter((parameter) => parameter !== undefined),
	);
}

/** `Orders (store_v2_orders_read_only)`: the least scope that satisfies the need, for people. */
export function describeNeed(need: ScopeNeed): string {
	return need.scopes
		.map((scope) => {
			const parameter = need.access === 'read' ? (scope.readOnly ?? scope.modify) : (scope.modify ?? scope.readOnly);
			return `${scope.name}: ${need.access === 'read' && scope.readOnly ? 'read-only' : 'modify'} (${parameter})`;
		})
		.join(' or ');
}

/** What is known of the scopes of an access token. */
export interface Grant {
	/** Parameters as BigCommerce writes them. */
	parameters: readonly string[];
	/**
	 * Whether these are all. BigCommerce lists the scopes of an app; those of an API account can only be
	 * tried out one by one, and only for reading, so a parameter that is not listed may be granted as well.
	 */
	complete: boolean;
}

/**
 * Whether the grant satisfies the need.
 * @returns `undefined` when nobody knows
 */
export function isGranted(need: ScopeNeed, grant: Grant | undefined): boolean | undefined {
	if (need.scopes.length === 0) return true;
	if (grant && acceptedParameters(need).some((parameter) => grant.parameters.includes(parameter))) return true;
	return grant?.complete ? false : undefined;
}
