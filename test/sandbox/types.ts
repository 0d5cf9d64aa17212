import type { Faults } from './faultTypes';
import type { Delivery, Hooks, WebhookOptions } from './hookTypes';

export type { FailedRows, Fault, Faults } from './faultTypes';
export type { BlockListRule, Delivery, DeliveryAttempt, Hook, Hooks, WebhookEvent, WebhookOptions } from './hookTypes';

/** What a test, a script or the demo can ask of the sandbox store. */

export type Plan = 'standard' | 'plus' | 'pro' | 'unlimited';

/** Milliseconds since the epoch. Replace it to move the store's dates and rate window at will. */
export interface Clock {
	now(): number;
}

export interface SandboxOptions {
	/** Default 0: any free port. */
	port?: number;
	/** Default '127.0.0.1'. */
	host?: string;
	/** Default 'unlimited'. */
	plan?: Plan;
	/** Requests per window, instead of the plan's. */
	quota?: number;
	/** Length of the rate window, ms. Default 30,000. */
	windowMs?: number;
	/** Spelling of the rate headers on the wire. Default 'canonical' (X-Rate-Limit-…). */
	rateHeaderCase?: 'canonical' | 'lower';
	/** Number of seeded records. Defaults 100, 50, 25. */
	products?: number;
	customers?: number;
	orders?: number;
	/** Time every answer of the API takes at least, ms. Default 0. */
	latencyMs?: number;
	/** What a missing scope answers: documented 403, or the 401 seen in the wild. Default 403. */
	missingScopeStatus?: 401 | 403;
	/** Skip the consent page of `/oauth2/authorize`. Default false. */
	autoApproveInstall?: boolean;
	/** Keep at most this many requests and deliveries in the logs. Default 20,000 each. */
	logLimit?: number;
	webhooks?: WebhookOptions;
	clock?: Clock;
}

export interface ApiAccount {
	name: string;
	clientId: string;
	clientSecret: string;
	accessToken: string;
	scopes: string[];
}

export interface RequestRecord {
	id: number;
	method: string;
	/** Without the query string, e.g. `/stores/{hash}/v3/catalog/products`. */
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
	/** 0 while under way, and for a connection that was dropped. */
	status: number;
	/** Name of the API account, if the token was known. */
	account: string | undefined;
	receivedAt: number;
	answeredAt: number | undefined;
}

export interface RequestLog {
	readonly all: readonly RequestRecord[];
	/** Requests of a method and a path: exact text or a pattern, tried without `/stores/{hash}` as well. */
	matching(method: string, path: string | RegExp): RequestRecord[];
	clear(): void;
}

export interface Quota {
	/** Requests per window; undefined under the unlimited plan. */
	readonly limit: number | undefined;
	/** Requests left in the current window. */
	readonly left: number | undefined;
	readonly resetMs: number;
	/** Another client of the same store spends n requests. Returns how many it got. */
	spend(n: number): number;
	/** Another client spends `share` (0 to 1) of every window as soon as it opens. */
	reserve(share: number): void;
	/** Requests answered 429 for lack of quota since the start. */
	readonly refused: number;
}

export type JsonObject = Record<string, unknown>;

export interface CartItemInput {
	productId: number;
	variantId?: number;
	quantity?: number;
}

export interface ShopperCustomer {
	id?: number;
	email?: string;
	firstName?: string;
	lastName?: string;
}

export interface PlaceOrderInput {
	customer?: ShopperCustomer;
	items?: CartItemInput[];
	/** Status the order ends in. Default 1 (Pending). It is born Incomplete (0) and moves there. */
	status?: number;
	channelId?: number;
}

export interface PlacedOrder {
	orderId: number;
	cartId: string;
	customerId: number;
	email: string;
}

export type AbandonedCartInput = Omit<PlaceOrderInput, 'status'>;

export interface AbandonedCart {
	cartId: string;
	token: string;
	customerId: number;
	email: string;
}

/** What happens in the store without the API: shoppers and staff. Every act fires its webhooks. */
export interface Shopper {
	placeOrder(input?: PlaceOrderInput): PlacedOrder;
	/** Payment arrives: a transaction, `payment_status` captured, status 11 (Awaiting Fulfillment). */
	payOrder(orderId: number): void;
	changeStatus(orderId: number, statusId: number): void;
	/** Ships everything not shipped yet. Returns the shipment's id. */
	ship(orderId: number, options?: { trackingNumber?: string }): number;
	/** Refunds the whole order, or an amount of it. Returns the refund's id. */
	refund(orderId: number, amount?: number): number;
	/** Puts items into a cart and leaves. */
	abandonCart(input?: AbandonedCartInput): AbandonedCart;
	/** The shopper comes back and buys the cart. */
	convertCart(cartId: string): PlacedOrder;
	registerCustomer(customer?: ShopperCustomer): number;
	updateProductStock(productId: number, quantity: number): void;
}

/** A mail that the demo's workflow asked the merchant's mail service to send. */
export interface Message {
	id: number;
	received_at: string;
	[field: string]: unknown;
}

export interface Sandbox {
	/** Root of the sandbox, e.g. `http://127.0.0.1:4010`. Its page is the control panel. */
	readonly url: string;
	/** Stand-in for https://api.bigcommerce.com; calls go to `${apiBaseUrl}/stores/{hash}/v3/…`. */
	readonly apiBaseUrl: string;
	/** Stand-in for https://login.bigcommerce.com. */
	readonly loginBaseUrl: string;
	readonly storeHash: string;
	/** Of the default API account, which has every scope. */
	readonly accessToken: string;
	readonly clientId: string;
	readonly clientSecret: string;
	createApiAccount(input: { name: string; scopes: string[] }): ApiAccount;
	/** Deletes an account: its token stops working and its hooks are deleted, as at BigCommerce. */
	deleteApiAccount(clientId: string): void;
	readonly requests: RequestLog;
	readonly faults: Faults;
	readonly quota: Quota;
	readonly shopper: Shopper;
	readonly hooks: Hooks;
	readonly deliveries: readonly Delivery[];
	readonly messages: readonly Message[];
	/** The routes of the API as `METHOD /v3/path/{with}/{parameters}`, for the contract tests. */
	readonly routes: readonly string[];
	close(): Promise<void>;
}
