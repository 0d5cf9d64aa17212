import { z } from 'zod';
import { Field } from '../collections/field';
import { changedOn, flag, madeOn, text } from '../collections/kinds';
import { declared, type DeclaredCollection } from '../collections/routes';
import type { Problems } from '../collections/declaration';
import { invalid, v3Error } from '../core/errors';
import { unixSeconds } from '../core/format';
import type { Row } from '../core/table';
import type { Deliveries } from '../webhooks/deliveries';
import type { HookRegistry } from '../webhooks/registry';
import { by } from './common';

const PER_SCOPE = 10;

const event = new Field({
	schema: z.string().regex(/^store\/[\w*]+(\/[\w*]+)*\/?$/, 'error.scope.invalid'),
	sample: () => 'store/order/created',
});
const address = new Field({
	schema: z.string().url('error.destination.invalid'),
	sample: (n) => `https://example.com/hooks/${n}`,
});
const headers = new Field({ schema: z.record(z.string()), sample: () => ({ 'X-Mark': 'a' }) });

function destinationProblem(destination: string, { options }: Deliveries): Problems | undefined {
	const { protocol, port, hostname } = new URL(destination);
	if (protocol === 'https:' && port === '') return undefined;
	const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
	if (isLoopback && options.allowLoopbackDestinations) return undefined;
	return { destination: protocol === 'https:' ? 'error.destination.port' : 'error.destination.not_https' };
}

/** @throws for a second hook to the same destination, and for one too many of a scope */
function checkLimits(others: readonly Row[], destination: unknown, status: number): void {
	if (others.some((hook) => hook.destination === destination)) {
		throw v3Error(status, 'A webhook with this scope and destination already exists.', {
			destination: 'error.webhook.duplicate',
		});
	}
	if (others.length < PER_SCOPE) return;
	throw v3Error(status, `The limit of ${PER_SCOPE} webhooks for this scope has been reached.`, {
		scope: 'error.webhook.limit',
	});
}

/** Webhooks: default scope, each account sees its own only. */
export function hookCollection(registry: HookRegistry, deliveries: Deliveries): DeclaredCollection {
	const hooks: DeclaredCollection = declared('webhook', 'default', '/v3/hooks/{webhook_id}', {
		records: () => registry.hooks,
		fields: {
			client_id: text().readOnly(),
			store_hash: text()
				.readOnly()
				.defaultFrom((_input, { hash }) => hash),
			scope: event.required(),
			destination: address.required(),
			// No default is documented for is_active, so nobody should rely on one.
			is_active: flag().default(false),
			headers: headers.nullable().default(null),
			created_at: madeOn(unixSeconds),
			updated_at: changedOn(unixSeconds),
		},
		filters: by('is', 'is_active scope destination'),
		visible: ({ client_id }, { account }) => client_id === account.clientId,
		before: (input, { call: { account }, existing }) => {
			if (!existing) return { ...input, client_id: account.clientId };
			if (Object.keys(input).length === 0) throw invalid({ body: 'error.body.empty' });
			return input;
		},
		check: (input, { call, existing }) => {
			const { destination } = input;
			const problems = typeof destination === 'string' ? destinationProblem(destination, deliveries) : undefined;
			if (problems) return problems;
			const wanted = { ...existing, ...input };
			const others = hooks.within(call).filter(({ scope, id }) => scope === wanted.scope && id !== existing?.id);
			checkLimits(others, wanted.destination, deliveries.options.limitStatus);
			return undefined;
		},
		saved: ({ id, is_active }, what) => registry.note(Number(id), what, is_active === true),
		calls: { create: true, update: true, remove: { missing: 404, shows: true } },
	});
	return hooks;
}
