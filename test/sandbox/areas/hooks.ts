import { z } from 'zod';
import { noContent, v3Data, v3Page } from '../core/answers';
import { invalid, notFound, v3Error } from '../core/errors';
import { filterV3 } from '../core/filter';
import { pathId, readBody, sent } from '../core/input';
import type { Call, Route } from '../core/route';
import type { Hook } from '../types';
import type { Deliveries } from '../webhooks/deliveries';
import type { HookRegistry } from '../webhooks/registry';

const PER_SCOPE = 10;

const Write = z.object({
	scope: z
		.string()
		.regex(/^store\/[\w*]+(\/[\w*]+)*\/?$/, 'error.scope.invalid')
		.optional(),
	destination: z.string().url('error.destination.invalid').optional(),
	is_active: z.boolean().optional(),
	headers: z.record(z.string()).nullable().optional(),
});

/** Hooks API (v3): default scope, each account sees its own hooks only. */
export function hookRoutes(registry: HookRegistry, deliveries: Deliveries): Route[] {
	const own = (call: Call): Hook => {
		const hook = registry.get(pathId(call, 'webhook_id'));
		if (!hook || hook.client_id !== call.account.clientId) throw notFound('v3', 'The webhook');
		return hook;
	};

	const checkDestination = (destination: string): void => {
		const { protocol, port, hostname } = new URL(destination);
		if (protocol === 'https:' && port === '') return;
		const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
		if (isLoopback && deliveries.options.allowLoopbackDestinations) return;
		throw invalid({
			destination: protocol === 'https:' ? 'error.destination.port' : 'error.destination.not_https',
		});
	};

	const checkLimits = (call: Call, wanted: Pick<Hook, 'scope' | 'destination'>, self?: number): void => {
		const others = registry
			.ofClient(call.account.clientId)
			.filter((hook) => hook.scope === wanted.scope && hook.id !== self);
		const status = deliveries.options.limitStatus;
		if (others.some((hook) => hook.destination === wanted.destination)) {
			throw v3Error(status, 'A webhook with this scope and destination already exists.', {
				destination: 'error.webhook.duplicate',
			});
		}
		if (others.length >= PER_SCOPE) {
			throw v3Error(status, `The limit of ${PER_SCOPE} webhooks for this scope has been reached.`, {
				scope: 'error.webhook.limit',
			});
		}
	};

	const admin = (call: Call) => {
		const hooks = filterV3(registry.ofClient(call.account.clientId), call.query, {
			is_active: (hook) => hook.is_active,
		});
		return {
			emails: registry.emails,
			hooks_list: hooks.map((hook) => ({ ...hook, status: registry.status(hook) })),
			blocked_domains: deliveries.blockList.list(call.store.now),
		};
	};

	return [
		{
			method: 'GET',
			path: '/v3/hooks',
			scope: 'default',
			handle: (call) =>
				v3Page(
					call,
					filterV3(registry.ofClient(call.account.clientId), call.query, {
						is_active: (hook) => hook.is_active,
						scope: (hook) => hook.scope,
						destination: (hook) => hook.destination,
					}),
				),
		},
		{
			method: 'POST',
			path: '/v3/hooks',
			scope: 'default',
			handle: (call) => {
				const input = readBody(call, Write.required({ scope: true, destination: true }));
				checkDestination(input.destination);
				checkLimits(call, input);
				// No default is documented for is_active, so nobody should rely on one.
				const { is_active = false, headers = null } = input;
				return v3Data(registry.create(call.account.clientId, { ...input, is_active, headers }));
			},
		},
		{
			method: 'GET',
			path: '/v3/hooks/admin',
			scope: 'default',
			handle: (call) => v3Data(admin(call)),
		},
		{
			method: 'PUT',
			path: '/v3/hooks/admin',
			scope: 'default',
			handle: (call) => {
				const { emails } = readBody(call, z.object({ emails: z.array(z.string().email()) }));
				registry.emails.splice(0, registry.emails.length, ...emails);
				return noContent;
			},
		},
		{
			method: 'GET',
			path: '/v3/hooks/{webhook_id}',
			scope: 'default',
			handle: (call) => v3Data(own(call)),
		},
		{
			method: 'PUT',
			path: '/v3/hooks/{webhook_id}',
			scope: 'default',
			handle: (call) => {
				const hook = own(call);
				const changes = sent(readBody(call, Write));
				if (Object.keys(changes).length === 0) throw invalid({ body: 'error.body.empty' });
				if (changes.destination !== undefined) checkDestination(changes.destination);
				checkLimits(call, { ...hook, ...changes }, hook.id);
				return v3Data(registry.change(hook, changes));
			},
		},
		{
			method: 'DELETE',
			path: '/v3/hooks/{webhook_id}',
			scope: 'default',
			handle: (call) => {
				const hook = own(call);
				registry.delete(hook.id);
				return v3Data(hook);
			},
		},
	];
}
