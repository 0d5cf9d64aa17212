import type {
	IAllExecuteFunctions,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
	RequestHelperFunctions,
} from 'n8n-workflow';

import type { Permit } from './admission';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { Connection } from './connection';
import { credentialType } from './connection';
import { reasonToRefuse } from './deleteGuard';
import type { Effort } from './effort';
import { WaitCount } from './effort';
import { brokenCharacter, cancelled, held, neverLeft, notFitToSend, unanswered } from './ended';
import { factsOf } from './endpoints';
import { ApiFailure } from './failure';
import { httpOptions, readAnswer, urlOf } from './httpCall';
import type { StoreLimiter } from './limiter';
import { limiterOf } from './limiter';
import { readQuota, readRetryAfterMs } from './quotaReport';
import { refusal } from './refusal';
import { Retry } from './retry';
import type { ApiRequest, ApiResponse } from './types';

export type { Effort } from './effort';
export { payloadOf } from './payload';

/** Any n8n context that can send requests with a credential. */
export type RequestContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | ITriggerFunctions | IWebhookFunctions;

/** The one thing of a context that sending needs. */
export interface RequestSender {
	helpers: Pick<RequestHelperFunctions, 'httpRequestWithAuthentication'>;
}

export interface StoreApiOptions {
	/** Ends waiting and sending when the user stops the execution. */
	signal?: AbortSignal | undefined;
	/** The longest that all waiting of this run may last, in milliseconds. */
	longestWaitMs?: number;
	/** How long one answer may take, in milliseconds. */
	timeoutMs?: number;
	clock?: Clock;
	limiter?: StoreLimiter;
}

const LONGEST_WAIT_MS = 60 * 60 * 1000;
const TIMEOUT_MS = 60 * 1000;

/**
 * The shared throttled request helper, for one run of a node (or one dropdown, hook check or event).
 * Every call of the package goes through `send`.
 */
export class StoreApi {
	readonly effort: Effort = { requests: 0, pages: 0, retries: 0, waits: 0, waitedMs: 0 };
	private readonly clock: Clock;
	private readonly limiter: StoreLimiter;
	private readonly longestWaitMs: number;
	private readonly waits = new WaitCount(this.effort);
	/** Wakes those who wait before another try. */
	private readonly wakers = new Set<() => void>();
	private isHeld = false;

	constructor(
		private readonly context: RequestSender,
		readonly connection: Connection,
		private readonly options: StoreApiOptions = {},
	) {
		this.clock = options.clock ?? systemClock;
		this.limiter = options.limiter ?? limiterOf(`${connection.apiUrl}/stores/${connection.storeHash}`);
		this.longestWaitMs = options.longestWaitMs ?? LONGEST_WAIT_MS;
	}

	/**
	 * Sends a call, waiting for the quota and repeating it where that is safe.
	 * @param signal ends waiting for this call, besides the run's own signal
	 * @returns the answer, whose status is 2xx
	 * @throws ApiFailure in every other case; its `outcome` says whether the call may have been carried out
	 */
	async send(request: ApiRequest, signal = this.options.signal): Promise<ApiResponse> {
		const reason = reasonToRefuse(request);
		if (reason !== undefined) throw notFitToSend(request, reason);
		const url = this.urlOf(request);
		const retry = new Retry(request);
		// What a try ends with says nothing of the tries before it.
		const inAll = (failure: ApiFailure, isDoubtful: boolean) =>
			isDoubtful && request.method !== 'GET' ? failure.afterDoubtfulTry() : failure;
		for (;;) {
			const isDoubtful = retry.mayHaveHappened;
			const result = this.isHeld ? held(request) : await this.attempt(request, url, signal);
			if (!(result instanceof ApiFailure)) {
				if (result.status < 300) return result;
				// The try before, of which nobody knew, has deleted it.
				if (result.status === 404 && isDoubtful && request.method === 'DELETE') return DELETED;
			}
			const failure = result instanceof ApiFailure ? result : refusal(request, result, this.connection);
			const delay = retry.delayAfter(result, this.clock.random());
			if (delay === undefined || delay > this.patienceMs) throw inAll(failure, isDoubtful);
			this.effort.retries += 1;
			const ended = await this.pause(delay, signal);
			if (ended) throw inAll(ended === 'held' ? held(request) : cancelled(request, false), retry.mayHaveHappened);
		}
	}

	/**
	 * From now on nothing more leaves: requests that wait (for the quota, a place, another try) and every later
	 * one fail with the kind `held`; those under way run to their end and are answered as usual.
	 */
	hold(): void {
		this.isHeld = true;
		this.limiter.withdraw(this);
		for (const wake of this.wakers) wake();
	}

	/** A signal that ends with the run, or earlier when the caller says so. */
	stopSwitch(): { signal: AbortSignal; stop: () => void } {
		const own = new AbortController();
		const signals = this.options.signal ? [this.options.signal, own.signal] : [own.signal];
		return { signal: AbortSignal.any(signals), stop: () => own.abort() };
	}

	private urlOf(request: ApiRequest): string {
		try {
			return urlOf(request, this.connection);
		} catch (error) {
			throw error instanceof URIError ? brokenCharacter(request) : error;
		}
	}

	/** One try: the answer, whatever its status, or the failure to get one. */
	private async attempt(
		request: ApiRequest,
		url: string,
		signal: AbortSignal | undefined,
	): Promise<ApiResponse | ApiFailure> {
		const permit = await this.admit(request, signal);
		if (permit instanceof ApiFailure) return permit;
		this.waits.note(permit.waitedMs, this.clock.now());
		this.effort.requests += 1;
		try {
			const answer = await this.http(request, url, signal);
			const pauses = answer.status === 429 || answer.status === 503;
			permit.finish({
				status: answer.status,
				quota: readQuota(answer.headers),
				pauseMs: pauses ? readRetryAfterMs(answer) : undefined,
			});
			return answer;
		} catch (error) {
			permit.finish({});
			return signal?.aborted || this.options.signal?.aborted
				? cancelled(request, true)
				: unanswered(request, error, this.connection);
		}
	}

	private async admit(request: ApiRequest, signal: AbortSignal | undefined): Promise<Permit | ApiFailure> {
		const { template, concurrency } = factsOf(request.method, request.path);
		return await this.limiter
			.admit({
				lane: this,
				endpoint: `${request.method} ${template ?? request.path.replace(/\/\d+|\/[0-9a-f-]{36}/g, '/#')}`,
				cap: concurrency,
				signal,
				patienceMs: this.patienceMs,
			})
			.catch((ended: unknown) => neverLeft(request, ended));
	}

	private async http(request: ApiRequest, url: string, signal: AbortSignal | undefined): Promise<ApiResponse> {
		const { kind } = this.connection;
		const options = httpOptions(request, url, { timeoutMs: this.options.timeoutMs ?? TIMEOUT_MS, signal });
		return readAnswer(
			await this.context.helpers.httpRequestWithAuthentication.call(
				// All contexts share the helper; its type asks for a whole one.
				this.context as IAllExecuteFunctions,
				credentialType(kind),
				options,
				kind === 'oAuth2' ? { oauth2: { keyToIncludeInAccessTokenHeader: 'X-Auth-Token' } } : undefined,
			),
		);
	}

	/**
	 * Waits before another try.
	 * @returns what ended the wait early
	 */
	private async pause(ms: number, signal: AbortSignal | undefined): Promise<'cancelled' | 'held' | undefined> {
		let wake: () => void = () => {};
		const woken = new Promise<void>((resolve) => (wake = resolve));
		signal?.addEventListener('abort', wake);
		this.wakers.add(wake);
		if (!signal?.aborted && !this.isHeld) await Promise.race([this.clock.sleep(ms), woken]);
		this.wakers.delete(wake);
		signal?.removeEventListener('abort', wake);
		if (signal?.aborted) return 'cancelled';
		if (this.isHeld) return 'held';
		this.waits.note(ms, this.clock.now());
		return undefined;
	}

	/** How much longer this run may wait. */
	private get patienceMs(): number {
		return Math.max(0, this.longestWaitMs - this.effort.waitedMs);
	}
}

/** What DELETE answers. */
const DELETED: ApiResponse = { status: 204, headers: {}, body: undefined };
