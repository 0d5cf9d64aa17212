import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, notFound, problem, v2Error, v3Error, type ApiVersion } from '../core/errors';
import { Query } from '../core/query';
import type { Answer, Call, Method, Route } from '../core/route';
import { mayCall } from '../core/scopes';
import type { Store } from '../data/store';
import type { ApiAccount, Fault, RequestRecord } from '../types';
import type { ApiAccounts } from './accounts';
import { ConcurrencyCaps } from './concurrency';
import { withFailedRows } from './failedRows';
import type { FaultQueue } from './faults';
import type { Requests } from './log';
import type { StoreQuota } from './quota';
import { loggedBody, readRequestBody } from './requestBody';
import { sendJson, sendRaw } from './send';

export interface ApiParts {
	store: Store;
	accounts: ApiAccounts;
	quota: StoreQuota;
	faults: FaultQueue;
	requests: Requests;
	latencyMs: number;
	missingScopeStatus: 401 | 403;
}

type RawQuery = Record<string, string | string[]>;

/** Puts the routes of the store's API on the server, with all that stands before a handler. */
export function serveApi(server: FastifyInstance, routes: readonly Route[], parts: ApiParts): void {
	const caps = new ConcurrencyCaps();
	for (const route of routes) {
		server.route({
			method: route.method,
			url: `/stores/:storeHash${route.path.replace(/\{(\w+)\}/g, ':$1')}`,
			handler: (request, reply) => answer(route, request, reply, parts, caps),
		});
	}
	const unknown: Route = {
		method: 'GET',
		path: '',
		scope: 'default',
		handle: (call) => {
			const isOtherMethod = routes.some((route) => pathPattern(route.path).test(call.path));
			if (isOtherMethod) throw problem(call.version, 405, 'Method Not Allowed');
			throw notFound(call.version);
		},
	};
	server.all('/stores/*', (request, reply) => answer(unknown, request, reply, parts, caps));
}

const patterns = new Map<string, RegExp>();

function pathPattern(path: string): RegExp {
	let pattern = patterns.get(path);
	if (!pattern) patterns.set(path, (pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)));
	return pattern;
}

async function answer(
	route: Route,
	request: FastifyRequest,
	reply: FastifyReply,
	parts: ApiParts,
	caps: ConcurrencyCaps,
): Promise<void> {
	reply.hijack();
	const path = request.url.split('?', 1)[0] as string;
	const record = parts.requests.add({
		method: request.method,
		path,
		query: { ...(request.query as RawQuery) },
		headers: request.headers,
		body: loggedBody(request.body),
		status: 0,
		account: undefined,
		receivedAt: parts.store.now,
		answeredAt: undefined,
	});
	const fault = parts.faults.strike(request.method, path) ?? {};
	if (fault.delayMs) await sleep(fault.delayMs);
	if (fault.dropConnection === 'before') {
		reply.raw.destroy();
		return;
	}
	const instead = answerInstead(fault, parts, versionOf(path));
	if (instead && !fault.acts) {
		if (parts.latencyMs > 0) await sleep(parts.latencyMs);
		finish(record, parts, instead.status);
		instead.send(reply);
		return;
	}
	const result = await act(route, request, record, parts, caps, fault);
	await fault.meanwhile?.();
	if (fault.answerDelayMs) await sleep(fault.answerDelayMs);
	if (fault.dropConnection === 'after') {
		reply.raw.destroy();
		return;
	}
	finish(record, parts, instead?.status ?? result.status);
	if (instead) {
		instead.send(reply);
		return;
	}
	const date = new Date(parts.store.now).toUTCString();
	sendJson(reply, result.status, result.body, { Date: date, ...result.headers, ...fault.headers });
}

/** An answer in place of the store's. */
interface Instead {
	status: number;
	send(reply: FastifyReply): void;
}

/** What a fault answers; undefined when the store's own answer is given. */
function answerInstead(fault: Fault, { quota }: ApiParts, version: ApiVersion): Instead | undefined {
	const { quotaSpentMs, html, body, headers = {} } = fault;
	if (quotaSpentMs !== undefined) {
		const refused = problem(version, 429, 'Too Many Requests').body;
		const all = { ...quota.headersWhenSpent(quotaSpentMs), ...headers };
		return { status: 429, send: (reply) => sendJson(reply, 429, refused, all) };
	}
	if (fault.status === undefined && body === undefined && html === undefined) return undefined;
	const status = fault.status ?? 500;
	if (html === undefined) return { status, send: (reply) => sendJson(reply, status, body, headers) };
	return { status, send: (reply) => sendRaw(reply, status, html, 'text/html; charset=utf-8', headers) };
}

/** Seen on a live store. */
const V2_HEADERS = { 'X-BC-ApiLimit-Remaining': '20000', 'X-BC-Store-Version': '7.6.0' };

const apiPathOf = (path: string): string => path.replace(/^\/stores\/[^/]+/, '');

const versionOf = (path: string): ApiVersion => (apiPathOf(path).startsWith('/v2') ? 'v2' : 'v3');

interface Result extends Answer {
	headers: Record<string, string>;
}

/** Authorises, counts against the limits and carries out one request. Never throws. */
async function act(
	route: Route,
	request: FastifyRequest,
	record: RequestRecord,
	parts: ApiParts,
	caps: ConcurrencyCaps,
	{ failRows }: Fault,
): Promise<Result> {
	const { storeHash = '', ...params } = request.params as Record<string, string>;
	const apiPath = apiPathOf(record.path);
	const version = versionOf(record.path);
	const { latencyMs } = parts;
	try {
		const hash = storeHash || (record.path.split('/')[2] ?? '');
		const account = authenticate(parts, hash, request.headers['x-auth-token'], version);
		record.account = account.name;
		const isInQuota = parts.quota.take();
		const headers = { ...parts.quota.headers(), ...(version === 'v2' && V2_HEADERS) };
		const leave = isInQuota ? caps.enter(`${route.method} ${route.path}`, route.concurrency) : undefined;
		if (latencyMs > 0) await sleep(latencyMs);
		if (!isInQuota) return { ...refuse(problem(version, 429, 'Too Many Requests')), headers };
		if (!leave) return { ...refuse(problem(version, 429, 'Too Many Requests')), headers: {} };
		try {
			const method = request.method as Method;
			checkScope(parts, account, route, method, version);
			const call: Call = {
				store: parts.store,
				account,
				version,
				method,
				path: apiPath,
				params,
				query: new Query(record.query),
				body: await readRequestBody(request.body, request.headers['content-type'], version),
			};
			record.body = loggedBody(call.body);
			const answered = failRows ? withFailedRows(failRows, route, call) : route.handle(call);
			return { ...answered, headers };
		} catch (error) {
			return { ...refuse(error), headers };
		} finally {
			leave();
		}
	} catch (error) {
		return { ...refuse(error), headers: {} };
	}
}

function authenticate(parts: ApiParts, hash: string, token: unknown, version: ApiVersion): ApiAccount {
	const account = typeof token === 'string' ? parts.accounts.ofToken(token) : undefined;
	if (hash === parts.store.hash && account) return account;
	throw version === 'v2' ? v2Error(401, 'No credentials were supplied in the request.') : v3Error(401, 'Unauthorized');
}

function checkScope(parts: ApiParts, account: ApiAccount, route: Route, method: Method, version: ApiVersion): void {
	if (mayCall(account, route.scope, method)) return;
	if (parts.missingScopeStatus === 401) {
		throw new ApiError(401, {
			error: 'You are authorized but your scope does not include this resource.',
		});
	}
	throw problem(version, 403, 'You do not have permission to access this resource.');
}

function refuse(error: unknown): Answer & { headers?: Record<string, string> } {
	if (error instanceof ApiError) return { status: error.status, body: error.body };
	const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`Sandbox fault: ${message}\n`);
	return { status: 500, body: { status: 500, title: 'Internal Server Error' } };
}

function finish(record: RequestRecord, parts: ApiParts, status: number): void {
	record.status = status;
	record.answeredAt = parts.store.now;
}
