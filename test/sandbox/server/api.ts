import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, notFound, refusal, v2Error, v3Error, type ApiVersion } from '../core/errors';
import { Query } from '../core/query';
import type { Answer, Call, Method, Route } from '../core/route';
import { mayCall } from '../core/scopes';
import type { Store } from '../data/store';
import type { ApiAccount, Fault, RequestRecord } from '../types';
import type { ApiAccounts } from './accounts';
import { ConcurrencyCaps } from './concurrency';
import type { FaultQueue } from './faults';
import type { Requests } from './log';
import type { StoreQuota } from './quota';
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
			if (isOtherMethod) throw refusal(call.version, 405, 'Method Not Allowed');
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
		body: logged(request.body),
		status: 0,
		account: undefined,
		receivedAt: parts.store.now,
		answeredAt: undefined,
	});
	const fault = parts.faults.strike(request.method, path);
	if (fault?.delayMs) await sleep(fault.delayMs);
	if (fault?.dropConnection === 'before') {
		reply.raw.destroy();
		return;
	}
	if (fault && isAnswer(fault)) {
		if (parts.latencyMs > 0) await sleep(parts.latencyMs);
		finish(record, parts, fault.status ?? 500);
		sendFault(reply, fault);
		return;
	}
	const result = await act(route, request, record, parts, caps);
	if (fault?.dropConnection === 'after') {
		reply.raw.destroy();
		return;
	}
	finish(record, parts, result.status);
	const date = new Date(parts.store.now).toUTCString();
	sendJson(reply, result.status, result.body, { Date: date, ...result.headers, ...fault?.headers });
}

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
): Promise<Result> {
	const { storeHash = '', ...params } = request.params as Record<string, string>;
	const apiPath = record.path.replace(/^\/stores\/[^/]+/, '');
	const version: ApiVersion = apiPath.startsWith('/v2') ? 'v2' : 'v3';
	const { latencyMs } = parts;
	try {
		const hash = storeHash || (record.path.split('/')[2] ?? '');
		const account = authenticate(parts, hash, request.headers['x-auth-token'], version);
		record.account = account.name;
		const isInQuota = parts.quota.take();
		const headers = parts.quota.headers();
		const leave = isInQuota ? caps.enter(`${route.method} ${route.path}`, route.concurrency) : undefined;
		if (latencyMs > 0) await sleep(latencyMs);
		if (!isInQuota) return { ...refuse(refusal(version, 429, 'Too Many Requests')), headers };
		if (!leave) return { ...refuse(refusal(version, 429, 'Too Many Requests')), headers: {} };
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
				body: parseBody(request.body, version),
			};
			record.body = logged(call.body);
			return { ...route.handle(call), headers };
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
	throw refusal(version, 403, 'You do not have permission to access this resource.');
}

function parseBody(body: unknown, version: ApiVersion): unknown {
	if (typeof body !== 'string') return body;
	if (body.trim() === '') return undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw refusal(version, 400, 'Input is invalid: the JSON of the request could not be read.');
	}
}

/** What the log keeps of a body: the JSON it holds, or its text. */
function logged(body: unknown): unknown {
	if (Buffer.isBuffer(body)) return `<${body.length} bytes>`;
	if (typeof body !== 'string' || body === '') return body || undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}

function refuse(error: unknown): Answer & { headers?: Record<string, string> } {
	if (error instanceof ApiError) return { status: error.status, body: error.body };
	const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`Sandbox fault: ${message}\n`);
	return { status: 500, body: { status: 500, title: 'Internal Server Error' } };
}

const isAnswer = (fault: Fault): boolean =>
	fault.status !== undefined || fault.body !== undefined || fault.html !== undefined;

function sendFault(reply: FastifyReply, fault: Fault): void {
	const status = fault.status ?? 500;
	if (fault.html !== undefined) sendRaw(reply, status, fault.html, 'text/html; charset=utf-8', fault.headers);
	else sendJson(reply, status, fault.body, fault.headers ?? {});
}

function finish(record: RequestRecord, parts: ApiParts, status: number): void {
	record.status = status;
	record.answeredAt = parts.store.now;
}
