import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiError } from '../core/errors';
import type { Store } from '../data/store';
import { sendHtml } from '../panel/html';
import { panelPage } from '../panel/page';
import type { Message, Sandbox } from '../types';
import * as inputs from './inputs';
import { panelState } from './state';

interface ControlCall {
	id: string;
	query: Record<string, string>;
	input: <S extends z.ZodTypeAny>(schema: S) => z.output<S>;
}

type Control = (call: ControlCall) => unknown;

/**
 * The page at `/` and the plain JSON endpoints under `/sandbox` by which scripts play shopper, look
 * at what happened and make trouble. They need no token and count against no quota.
 */
export function serveControl(server: FastifyInstance, sandbox: Sandbox, store: Store, messages: Message[]): void {
	const { shopper, hooks, quota, faults } = sandbox;
	const done = { ok: true };
	const doing =
		(act: (call: ControlCall) => void): Control =>
		(call) => {
			act(call);
			return done;
		};
	const number = ({ id }: ControlCall): number => Number(id);

	const controls: Record<string, Control> = {
		'GET /sandbox/state': () => panelState(sandbox, store),
		'GET /sandbox/connection': () => connection(sandbox),
		'GET /sandbox/requests': ({ query }) => sandbox.requests.all.slice(-Number(query.limit ?? 100)),
		'DELETE /sandbox/requests': doing(() => sandbox.requests.clear()),
		'GET /sandbox/deliveries': ({ query }) => sandbox.deliveries.slice(-Number(query.limit ?? 100)),
		'POST /sandbox/deliveries/retry': () => ({ retried: hooks.retryNow() }),
		'POST /sandbox/deliveries/:id/redeliver': doing((call) => hooks.redeliver(number(call))),
		'POST /sandbox/deliveries/pause': doing(() => hooks.pause()),
		'POST /sandbox/deliveries/resume': doing((call) => hooks.resume(call.input(inputs.Resume).order)),
		'GET /sandbox/hooks': () => hooks.list(),
		'POST /sandbox/hooks/emit': (call) => ({ queued: hooks.emit(call.input(inputs.Event)) }),
		'POST /sandbox/hooks/configure': doing((call) => hooks.configure(call.input(inputs.Webhooks))),
		'POST /sandbox/hooks/:id/deactivate': doing((call) => hooks.deactivate(number(call))),
		'DELETE /sandbox/hooks/:id': doing((call) => hooks.remove(number(call))),
		'POST /sandbox/orders': (call) => shopper.placeOrder(call.input(inputs.PlaceOrder)),
		'POST /sandbox/orders/:id/pay': doing((call) => shopper.payOrder(number(call))),
		'POST /sandbox/orders/:id/status': doing((call) =>
			shopper.changeStatus(number(call), call.input(inputs.Status).status_id),
		),
		'POST /sandbox/orders/:id/ship': (call) => ({ shipment_id: shopper.ship(number(call)) }),
		'POST /sandbox/orders/:id/refund': (call) => ({
			refund_id: shopper.refund(number(call), call.input(inputs.Refund).amount),
		}),
		'POST /sandbox/carts/abandon': (call) => shopper.abandonCart(call.input(inputs.AbandonCart)),
		'POST /sandbox/carts/:id/convert': (call) => shopper.convertCart(call.id),
		'POST /sandbox/customers': (call) => ({
			customer_id: shopper.registerCustomer(call.input(inputs.Customer)),
		}),
		'POST /sandbox/products/:id/stock': doing((call) =>
			shopper.updateProductStock(number(call), call.input(inputs.Stock).quantity),
		),
		'GET /sandbox/quota': () => ({
			limit: quota.limit ?? null,
			left: quota.left ?? null,
			reset_ms: quota.resetMs,
			refused: quota.refused,
		}),
		'POST /sandbox/quota/spend': (call) => ({ spent: quota.spend(call.input(inputs.Spend).n) }),
		'POST /sandbox/quota/reserve': doing((call) => quota.reserve(call.input(inputs.Reserve).share)),
		'POST /sandbox/faults': doing((call) => void faults.next(call.input(inputs.FaultInput))),
		'DELETE /sandbox/faults': doing(() => faults.clear()),
		'POST /sandbox/api-accounts': (call) => sandbox.createApiAccount(call.input(inputs.NewAccount)),
		'GET /sandbox/messages': () => messages,
		'POST /sandbox/messages': (call) => {
			const message = {
				...call.input(inputs.MessageInput),
				id: messages.length + 1,
				received_at: new Date(store.now).toISOString(),
			};
			messages.push(message);
			return message;
		},
		'DELETE /sandbox/messages': doing(() => messages.splice(0)),
	};

	for (const [endpoint, control] of Object.entries(controls)) {
		const [method = '', url = ''] = endpoint.split(' ');
		server.route({
			method,
			url,
			handler: async (request, reply) => {
				const { id = '' } = request.params as { id?: string };
				try {
					const input = <S extends z.ZodTypeAny>(schema: S): z.output<S> =>
						schema.parse(readJson(request.body)) as z.output<S>;
					const answer = control({ id, query: request.query as Record<string, string>, input });
					await reply.send(answer);
				} catch (error) {
					const status = error instanceof ApiError ? error.status : 400;
					await reply.code(status).send({ error: describe(error) });
				}
			},
		});
	}
	server.get('/', (_request, reply) => sendHtml(reply, 200, panelPage()));
}

const connection = (sandbox: Sandbox): object => ({
	store_hash: sandbox.storeHash,
	api_path: `${sandbox.apiBaseUrl}/stores/${sandbox.storeHash}`,
	api_base_url: sandbox.apiBaseUrl,
	login_base_url: sandbox.loginBaseUrl,
	access_token: sandbox.accessToken,
	client_id: sandbox.clientId,
	client_secret: sandbox.clientSecret,
});

const readJson = (body: unknown): unknown =>
	typeof body === 'string' && body.trim() !== '' ? (JSON.parse(body) as unknown) : {};

function describe(error: unknown): unknown {
	if (error instanceof ApiError) return error.body;
	if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	return error instanceof Error ? error.message : String(error);
}
