import type {
	IAllExecuteFunctions,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
	RequestHelperFunctions,
} from 'n8n-workflow';
import { z } from 'zod';

import type { Clock } from './clock';
import { systemClock } from './clock';
import type { Connection } from './connection';
import { ConnectionFault, credentialType } from './connection';
import { reasonToRefuse } from './deleteGuard';
import { endpointCap } from './endpointCaps';
import { ApiFailure } from './failure';
import type { StoreLimiter } from './limiter';
import { limiterOf, WaitEnded } from './limiter';
import { readNetworkFault } from './networkFault';
import { readQuota, readRetryAfterMs } from './quotaReport';
import { refusal } from './refusal';
import { Retry } from './retry';
import type { ApiRequest, ApiResponse, JsonValue } from './types';

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

/** What a run has cost so far. */
export interface Effort {
	requests: number;
	/** Of lists that were read. */
	pages: number;
	retries: number;
	/** Requests that had to wait for the quota or after a push-back. */
	waits: number;
	/** Clock time during which something waited, in milliseconds, overlaps counted once. */
	waitedMs: number;
}

const LONGEST_WAIT_MS = 60 * 60 * 1000;
const TIMEOUT_MS = 60 * 1000;
/** A wait shorter than this is not worth telling anybody about. */
const NOTICEABLE_MS = 250;

const httpAnswer = z.object({
	statusCode: z.number(),
	headers: z.record(z.unknown()).catch({}),
	body: z.unknown(),
});

/**
 * The shared throttled request helper, for one run of a node (or one dropdown, hook check or event).
 * Every call of the package goes through `send`.
 */
export class StoreApi {
	readonly effort: Effort = { requests: 0, pages: 0, retries: 0, waits: 0, waitedMs: 0 };
	private readonly clock: Clock;
	private readonly limiter: StoreLimiter;
	private readonly longestWaitMs: number;
	private waitsUntil = -Infinity;

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
	 * @throws ApiFailure in every other case
	 */
	async send(request: ApiRequest, signal = this.options.signal): Promise<ApiResponse> {
		const reason = reasonToRefuse(request);
		if (reason !== undefined) {
			throw new ApiFailure('notSent', reason, 'Nothing was sent to BigCommerce. Set the ID or the filter.', request);
		}
		const retry = new Retry(request);
		for (;;) {
			const mayBeGone = retry.mayHaveHappened && request.method === 'DELETE';
			const result = await this.attempt(request, signal);
			if (!(result instanceof ApiFailure)) {
				if (result.status < 300) return result;
				if (result.status === 404 && mayBeGone) return { status: 204, headers: {}, body: undefined };
			}
			const failure = result instanceof ApiFailure ? result : refusal(request, result, this.connection);
			const delay = retry.delayAfter(result, this.clock.random());
			if (delay === undefined) throw failure;
			this.effort.retries += 1;
			await this.pause(delay, request, failure, signal);
		}
	}

	/** A signal that ends with the run, or earlier when the caller says so. */
	stopSwitch(): { signal: AbortSignal; stop: () => void } {
		const own = new AbortController();
		const signals = this.options.signal ? [this.options.signal, own.signal] : [own.signal];
		return { signal: AbortSignal.any(signals), stop: () => own.abort() };
	}

	/** One try: the answer, whatever its status, or the failure to get one. */
	private async attempt(request: ApiRequest, signal: AbortSignal | undefined): Promise<ApiResponse | ApiFailure> {
		const permit = await this.limiter
			.admit({
				lane: this,
				endpoint: `${request.method} ${request.path.replace(/\/\d+|\/[0-9a-f-]{36}/g, '/#')}`,
				cap: endpointCap(request.method, request.path),
				signal,
				patienceMs: this.patienceMs,
			})
			.catch((ended: unknown) => this.neverLeft(request, ended));
		if (permit instanceof ApiFailure) return permit;
		this.noteWait(permit.waitedMs);
		this.effort.requests += 1;
		try {
			const answer = await this.http(request, signal);
			const pauses = answer.status === 429 || answer.status === 503;
			permit.finish({
				status: answer.status,
				quota: readQuota(answer.headers),
				pauseMs: pauses ? readRetryAfterMs({ headers: answer.headers, body: undefined }) : undefined,
			});
			return answer;
		} catch (error) {
			permit.finish({});
			return signal?.aborted ? this.cancelled(request) : this.unanswered(request, error);
		}
	}

	private async http(request: ApiRequest, signal: AbortSignal | undefined): Promise<ApiResponse> {
		const { apiUrl, storeHash, kind } = this.connection;
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${apiUrl}/stores/${storeHash}${request.path}${queryString(request)}`,
			headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-bigcommerce' },
			...(request.body === undefined ? {} : { body: request.body }),
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: this.options.timeoutMs ?? TIMEOUT_MS,
			...(signal ? { abortSignal: signal } : {}),
		};
		const raw: unknown = await this.context.helpers.httpRequestWithAuthentication.call(
			// All contexts share the helper; its type asks for a whole one.
			this.context as IAllExecuteFunctions,
			credentialType(kind),
			options,
			kind === 'oAuth2' ? { oauth2: { keyToIncludeInAccessTokenHeader: 'X-Auth-Token' } } : undefined,
		);
		const { statusCode, headers, body } = httpAnswer.parse(raw);
		const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
		return {
			// Text where data should be: a web page from something between us and the API, or half an answer.
			status: statusCode < 300 && typeof body === 'string' && body !== '' ? 502 : statusCode,
			headers: Object.fromEntries(named),
			body: body === '' ? undefined : body,
		};
	}

	private unanswered(request: ApiRequest, error: unknown): ApiFailure {
		if (this.options.signal?.aborted) return this.cancelled(request);
		// Thrown by the credential's own check, on the first use of a token; n8n wraps it once.
		const unfit = [error, error instanceof Error ? error.cause : undefined].find(
			(layer) => layer instanceof ConnectionFault,
		);
		if (unfit)
			return new ApiFailure('notSent', unfit.message, 'Open the credential of this node and test it.', request);
		const fault = readNetworkFault(error);
		const cause = fault.code ? `${fault.message} (${fault.code})` : fault.message;
		const details = { ...request, passing: fault.passing };
		if (fault.neverArrived) {
			const advice = `Check the network of the n8n server and the API URL of the credential (${this.connection.apiUrl}).`;
			return new ApiFailure('notSent', 'BigCommerce could not be reached', `${cause}\n${advice}`, details);
		}
		const advice =
			request.method === 'GET'
				? 'Run the node again.'
				: 'The change may have been made all the same: look in the store before you repeat it.';
		return new ApiFailure('unanswered', 'BigCommerce did not answer', `${cause}\n${advice}`, details);
	}

	private neverLeft(request: ApiRequest, ended: unknown): ApiFailure {
		if (!(ended instanceof WaitEnded)) return new ApiFailure('notSent', String(ended), '', request);
		if (ended.reason === 'cancelled') return this.cancelled(request);
		return new ApiFailure(
			'tooLong',
			"Waiting for the store's request quota would take too long",
			`The next requests would leave in ${Math.ceil(ended.waitMs / 1000)} seconds. Raise Request Options > Longest Wait, send fewer items, or run the workflow when other apps use the store less.`,
			request,
		);
	}

	private cancelled(request: ApiRequest): ApiFailure {
		return new ApiFailure(
			'cancelled',
			'The execution was canceled', // n8n knows a stopped execution by this word
			'Requests that had not left were dropped.',
			request,
		);
	}

	/** Waits before another try; ends early on cancel, and at once when it would last longer than allowed. */
	private async pause(ms: number, request: ApiRequest, failure: ApiFailure, signal?: AbortSignal): Promise<void> {
		if (ms > this.patienceMs) throw failure;
		let onAbort: () => void = () => {};
		const aborted = new Promise<void>((resolve) => {
			onAbort = resolve;
			signal?.addEventListener('abort', onAbort);
		});
		if (!signal?.aborted) await Promise.race([this.clock.sleep(ms), aborted]);
		signal?.removeEventListener('abort', onAbort);
		if (signal?.aborted) throw this.cancelled(request);
		this.noteWait(ms);
	}

	/** How much longer this run may wait. */
	private get patienceMs(): number {
		return Math.max(0, this.longestWaitMs - this.effort.waitedMs);
	}

	private noteWait(ms: number): void {
		if (ms < NOTICEABLE_MS) return;
		this.effort.waits += 1;
		const now = this.clock.now();
		const from = Math.max(now - ms, this.waitsUntil);
		this.effort.waitedMs += Math.max(0, now - from);
		this.waitsUntil = Math.max(this.waitsUntil, now);
	}
}

/** `?id:in=1,2&name=x`: names as they are, lists comma-joined, every value escaped. */
function queryString({ query = {} }: ApiRequest): string {
	const pairs = Object.entries(query).map(
		([name, value]) =>
			`${name.replace(/[^\w:.\-[\]]/g, encodeURIComponent)}=${[value]
				.flat()
				.map((part) => encodeURIComponent(part))
				.join(',')}`,
	);
	return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** The payload of an answer: v3 wraps it in `data`, v2 and a few v3 calls do not. */
export function payloadOf(response: ApiResponse): JsonValue | undefined {
	const { body } = response;
	if (typeof body === 'object' && body !== null && !Array.isArray(body) && 'data' in body && 'meta' in body) {
		return body.data as JsonValue;
	}
	return body as JsonValue | undefined;
}
