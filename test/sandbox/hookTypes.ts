import type { JsonObject } from './types';

/** Webhooks: how the store delivers them, and what a test can see and do of them. */

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
