import { Random } from '../core/random';
import type { Store } from '../data/store';
import type { ApiAccounts } from '../server/accounts';
import { CappedLog } from '../server/log';
import type { Delivery, DeliveryAttempt, Hook, WebhookEvent, WebhookOptions } from '../types';
import { BlockList } from './blockList';
import { payloadOf, signatureHeaders } from './payload';
import type { HookRegistry } from './registry';
import { Sender } from './sender';

/** Seconds between tries, about 48 hours in all (fact: BigCommerce docs, webhooks overview). */
const RETRY_DELAYS_S = [60, 180, 300, 600, 900, 1800, 3600, 7200, 21_600, 50_400, 86_400];

const DEFAULTS = {
	retryDelaysMs: RETRY_DELAYS_S.map((seconds) => seconds * 1000),
	keepTimestampOnRetry: false,
	duplicateRatio: 0,
	shuffle: false,
	concurrency: 20,
	timeoutMs: 10_000,
	activationDelayMs: 0,
	allowLoopbackDestinations: true,
	limitStatus: 422,
	blockList: { windowMs: 120_000, blockMs: 180_000, minDeliveries: 100, minSuccessRatio: 0.9 },
} satisfies Required<WebhookOptions>;

const EXCEPTION_INTERVAL_MS = 600_000;

/** `store/hook/deliveryException` codes (fact: BigCommerce docs, webhook events). */
const EXCEPTION = { willRetry: 90_001, disabled: 90_002, blocked: 90_003 } as const;

interface Job {
	delivery: Delivery;
	hook: Hook;
	secret: string;
}

/** Sends events to the hooks that listen for them, again and again if need be. */
export class Deliveries {
	options: Required<WebhookOptions>;
	readonly log: CappedLog<Delivery>;
	readonly blockList = new BlockList();
	private readonly random = new Random(48);
	private readonly sender = new Sender();
	private queue: Job[] = [];
	private readonly retries = new Map<Job, NodeJS.Timeout>();
	private readonly exceptionsTold = new Map<string, number>();
	private readonly waiting = new Set<() => void>();
	private inFlight = 0;
	private lastId = 0;
	private isPaused = false;
	private isClosed = false;

	constructor(
		private readonly store: Store,
		private readonly registry: HookRegistry,
		private readonly accounts: ApiAccounts,
		settings: { webhooks: WebhookOptions; logLimit: number },
	) {
		this.options = { ...DEFAULTS, ...settings.webhooks };
		this.log = new CappedLog(settings.logLimit);
	}

	/** Queues an event for every hook that listens. Returns how many deliveries that makes. */
	announce(event: WebhookEvent): number {
		const hooks = this.registry.listening(event.scope);
		if (hooks.length === 0) return 0;
		const payload = payloadOf(this.store, event);
		const body = JSON.stringify(payload);
		for (const hook of hooks) this.enqueue(hook, { payload, body, scope: event.scope });
		return hooks.length;
	}

	redeliver(deliveryId: number): void {
		const original = this.log.entries.find(({ id }) => id === deliveryId);
		const hook = original && this.registry.get(original.hookId);
		if (original && hook) this.queueCopy(hook, original);
	}

	pause(): void {
		this.isPaused = true;
	}

	resume(order: 'kept' | 'shuffled' | 'reversed'): void {
		if (order === 'shuffled') this.queue = this.random.shuffle(this.queue);
		if (order === 'reversed') this.queue.reverse();
		this.isPaused = false;
		this.pump();
	}

	/** Planned retries leave now. */
	retryNow(): number {
		const jobs = [...this.retries.keys()];
		for (const job of jobs) this.requeue(job);
		return jobs.length;
	}

	async idle(includeRetries: boolean): Promise<void> {
		while (this.queue.length > 0 || this.inFlight > 0 || (includeRetries && this.retries.size > 0)) {
			if (this.isClosed) return;
			await new Promise<void>((resolve) => this.waiting.add(resolve));
		}
	}

	close(): void {
		this.isClosed = true;
		for (const timer of this.retries.values()) clearTimeout(timer);
		this.retries.clear();
		this.queue = [];
		this.sender.close();
		this.wake();
	}

	private enqueue(hook: Hook, content: Pick<Delivery, 'payload' | 'body' | 'scope'>): void {
		const delivery = this.newDelivery(hook, { ...content, webhookId: `msg_${this.random.hex(24)}` }, false);
		this.push(hook, delivery);
		if (this.random.next() < this.options.duplicateRatio) this.queueCopy(hook, delivery);
	}

	private queueCopy(hook: Hook, original: Delivery): void {
		this.push(hook, this.newDelivery(hook, original, true));
	}

	private newDelivery(
		hook: Hook,
		content: Pick<Delivery, 'payload' | 'body' | 'scope' | 'webhookId'>,
		duplicate: boolean,
	): Delivery {
		const { payload, body, scope, webhookId } = content;
		const delivery: Delivery = {
			id: ++this.lastId,
			hookId: hook.id,
			destination: hook.destination,
			scope,
			body,
			payload,
			webhookId,
			duplicate,
			state: 'queued',
			attempts: [],
		};
		this.log.push(delivery);
		return delivery;
	}

	private push(hook: Hook, delivery: Delivery): void {
		const secret = this.accounts.ofClient(hook.client_id)?.clientSecret ?? '';
		this.queue.push({ delivery, hook, secret });
		setImmediate(() => this.pump());
	}

	private pump(): void {
		while (!this.isPaused && !this.isClosed && this.inFlight < this.options.concurrency) {
			const index = this.options.shuffle ? this.random.integer(0, this.queue.length - 1) : 0;
			const [job] = this.queue.splice(Math.max(0, index), 1);
			if (!job) break;
			this.inFlight++;
			void this.attempt(job).finally(() => {
				this.inFlight--;
				this.pump();
				this.wake();
			});
		}
	}

	private async attempt(job: Job): Promise<void> {
		const { delivery, hook } = job;
		if (!this.registry.get(hook.id)?.is_active) {
			delivery.state = 'dropped';
			return;
		}
		if (this.blockList.isBlocked(delivery.destination, this.store.now)) {
			const error = 'The domain is blocked.';
			this.failed(job, { sentAt: this.store.now, headers: {}, status: 0, error, durationMs: 0 });
			return;
		}
		delivery.state = 'sending';
		const first = delivery.attempts[0]?.sentAt;
		const time = this.options.keepTimestampOnRetry && first !== undefined ? first : this.store.now;
		const headers = {
			'Content-Type': 'application/json',
			'User-Agent': 'BigCommerce-Webhooks',
			...hook.headers,
			...signatureHeaders(job.secret, delivery.webhookId, time, delivery.body),
		};
		const { destination, body } = delivery;
		const sentAt = this.store.now;
		const reception = await this.sender.post(destination, body, headers, this.options.timeoutMs);
		if (this.isClosed) return;
		const isAccepted = reception.status >= 200 && reception.status < 300;
		this.judge(job, isAccepted ? undefined : (reception.error ?? `Status ${reception.status}`));
		if (isAccepted) {
			delivery.attempts.push({ sentAt, headers, ...reception });
			delivery.state = 'delivered';
		} else this.failed(job, { sentAt, headers, ...reception });
	}

	private judge(job: Job, failure: string | undefined): void {
		const { blockList } = this.options;
		if (!blockList) return;
		const isNew = this.blockList.count(job.delivery.destination, failure, this.store.now, blockList);
		if (isNew) this.tellException(job, EXCEPTION.blocked, 'The destination domain is blocked.');
	}

	private failed(job: Job, attempt: DeliveryAttempt): void {
		const { delivery, hook } = job;
		delivery.attempts.push(attempt);
		const delay = this.options.retryDelaysMs[delivery.attempts.length - 1];
		if (delay === undefined) {
			delivery.state = 'failed';
			this.registry.deactivate(hook.id);
			this.tellException(job, EXCEPTION.disabled, 'The webhook has been deactivated.');
			return;
		}
		delivery.state = 'retrying';
		const timer = setTimeout(() => this.requeue(job), delay);
		timer.unref();
		this.retries.set(job, timer);
		this.tellException(job, EXCEPTION.willRetry, 'The delivery failed and will be retried.');
	}

	private requeue(job: Job): void {
		clearTimeout(this.retries.get(job));
		this.retries.delete(job);
		job.delivery.state = 'queued';
		this.queue.push(job);
		this.pump();
	}

	/** A failed delivery of the exception hook itself is not told. */
	private tellException(job: Job, code: number, message: string): void {
		const target = this.registry.exceptionHook(job.hook.client_id);
		if (!target || target.id === job.hook.id) return;
		const key = `${code} ${job.hook.destination}`;
		const last = this.exceptionsTold.get(key) ?? Number.NEGATIVE_INFINITY;
		if (code === EXCEPTION.willRetry && this.store.now - last < EXCEPTION_INTERVAL_MS) return;
		this.exceptionsTold.set(key, this.store.now);
		const payload = payloadOf(this.store, {
			scope: target.scope,
			data: { type: 'webhook', id: job.hook.id, error_code: code, message },
		});
		this.enqueue(target, { payload, body: JSON.stringify(payload), scope: target.scope });
	}

	private wake(): void {
		for (const resolve of this.waiting) resolve();
		this.waiting.clear();
	}
}
