/** What a test, a script or the demo can ask of the sandbox store. */

export type Plan = 'standard' | 'plus' | 'pro' | 'unlimited';

/** Milliseconds since the epoch. Replace it to move the store's dates and rate window at will. */
export interface Clock {
	now(): number;
}

export interface BlockListRule {
	/** Length of the observed window. */
	windowMs: number;
	/** How long the destination's domain is left alone once blocked. */
	blockMs: number;
	/** No domain is judged on fewer deliveries than this. */
	minDeliveries: number;
	/** Share of 2xx answers below which the domain is blocked. */
	minSuccessRatio: number;
}

export interface WebhookOptions {
	/** Waits between tries, ms. Default: BigCommerce's own, 60 s to 24 h, about 48 h in all. */
	retryDelaysMs?: number[];
	/** Repeat `webhook-timestamp` of the first try on a retry instead of a fresh one. Default false. */
	keepTimestampOnRetry?: boolean;
	/** Share (0 to 1) of deliveries that are sent twice. Default 0. */
	duplicateRatio?: number;
	/** Queued deliveries leave in (seeded) random order. Default false. */
	shuffle?: boolean;
	/** Deliveries in flight at once. Default 20. */
	concurrency?: number;
	/** Give up on an answer after this long, ms. Default 10,000. */
	timeoutMs?: number;
	/** A new hook fires only after this long ("up to a minute" at BigCommerce). Default 0. */
	activationDelayMs?: number;
	/** Accept http:// destinations on loopback, on any port. Default true; false refuses with 422. */
	allowLoopbackDestinations?: boolean;
	/** Answer to an eleventh hook of a scope, or a second one to the same destination. Default 422. */
	limitStatus?: 409 | 422;
	/** Default: BigCommerce's own (below 90 % of at least 100 in 2 min: blocked for 3 min). */
	blockList?: BlockListRule | false;
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

/** Rows of a batch that the store refuses, while it saves the others. */
export interface FailedRows {
	/** Their positions in the body's array, from 0. */
	rows: number[];
	/** What is wrong with them. */
	reason?: string;
}

/** What goes wrong with a request, and when. Without an answer of its own the store's is given. */
export interface Fault {
	/** Which request it strikes. Default: the next one to the API, whichever it is. */
	match?: { method?: string; path?: string | RegExp };
	/** It strikes from this request on, counted among those that `match` means; 1 is the next. Default 1. */
	from?: number;
	/** How many requests it strikes. Default 1. */
	times?: number;
	/** Wait before anything else, ms. */
	delayMs?: number;
	/** Wait after the store has acted, before it answers, ms. */
	answerDelayMs?: number;
	/** Answer instead of the store's, which does not act. A 429 made like this carries no rate headers. */
	status?: number;
	body?: unknown;
	/** Answer with this HTML text. */
	html?: string;
	headers?: Record<string, string>;
	/** The store acts, and then gives the answer above: a 504 after the write, for instance. */
	acts?: boolean;
	/** Destroy the socket: before the action, or after it was carried out. */
	dropConnection?: 'before' | 'after';
	/** Partial success: 207, or 422 where the endpoint says so, with the other rows saved. */
	failRows?: FailedRows;
	/** 429 as for a spent quota, whose next window begins after this long, ms. */
	quotaSpentMs?: number;
	/**
	 * Called after the store has acted and before it answers, for instance to delete or create a record
	 * between two pages of a list. Not from another process.
	 */
	meanwhile?: () => void | Promise<void>;
}

export interface Faults {
	/** Queues a fault; returns a function that takes it back. */
	next(fault: Fault): () => void;
	/** Faults that have not struck often enough yet. */
	readonly pending: number;
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

export interface Hook {
	id: number;
	client_id: string;
	store_hash: string;
	scope: string;
	destination: string;
	headers: Record<string, string> | null;
	is_active: boolean;
	created_at: number;
	updated_at: number;
}

export type JsonObject = Record<string, unknown>;

export interface WebhookEvent {
	scope: string;
	data: JsonObject | JsonObject[];
}

export interface Hooks {
	list(): Hook[];
	get(id: number): Hook | undefined;
	/** As BigCommerce does after 48 h of failures or 90 days of silence. */
	deactivate(id: number): void;
	/** Removes a hook behind the back of its owner. */
	remove(id: number): void;
	/** Sends an event to every hook that listens for it. Returns the number of deliveries queued. */
	emit(event: WebhookEvent): number;
	/** Sends a delivery's payload again, same hash and id, after everything queued. */
	redeliver(deliveryId: number): void;
	/** Holds deliveries back; they leave on `resume`, in the order asked for. */
	pause(): void;
	resume(order?: 'kept' | 'shuffled' | 'reversed'): void;
	/** Resolves when nothing is queued or in flight. Planned retries do not count unless asked for. */
	idle(options?: { includeRetries?: boolean }): Promise<void>;
	/** Makes planned retries due at once. Returns how many there were. */
	retryNow(): number;
	/** Changes delivery behaviour under way. */
	configure(options: WebhookOptions): void;
}

export interface DeliveryAttempt {
	sentAt: number;
	headers: Record<string, string>;
	/** 0 when there was no answer. */
	status: number;
	error?: string;
	durationMs: number;
}

export interface Delivery {
	id: number;
	hookId: number;
	destination: string;
	scope: string;
	/** The exact JSON text that is sent and signed. */
	body: string;
	payload: JsonObject;
	webhookId: string;
	/** Whether this is a wanted duplicate of another delivery. */
	duplicate: boolean;
	state: 'queued' | 'sending' | 'delivered' | 'retrying' | 'failed' | 'dropped';
	attempts: DeliveryAttempt[];
}

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
