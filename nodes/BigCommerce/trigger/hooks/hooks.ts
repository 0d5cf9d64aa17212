import { z } from 'zod';

import { readWhole } from '../../changes/pages';
import { DEFAULT_SCOPE } from '../../transport/scopes';
import type { StoreApi } from '../../transport/storeApi';
import { destinationOf, isDestinationOf } from './destination';
import { ORIGIN_HEADER } from './registration';

/** A webhook as BigCommerce keeps it. */
export interface Hook {
	id: number;
	scope: string;
	destination: string;
	is_active: boolean;
	headers: Record<string, string>;
}

const hookSchema = z.object({
	id: z.number(),
	scope: z.string(),
	destination: z.string(),
	is_active: z.boolean().catch(false),
	headers: z
		.record(z.string())
		.nullish()
		.transform((headers) => headers ?? {})
		.catch({}),
});

/** What shall be registered. */
export interface Wanted {
	webhookUrl: string;
	scopes: readonly string[];
	secret: string;
	/** Address of an earlier registration of this very node, where nobody listens any more. */
	formerUrl?: string | undefined;
}

/** Steps from what is registered to what is wanted. */
export interface Plan {
	remove: Hook[];
	create: string[];
	/** Hooks that are switched off or carry another secret. */
	update: Hook[];
}

/**
 * All hooks that the API account sees: those that it made itself.
 * @throws ApiFailure, or Error when hooks may be missing
 */
export async function listHooks(api: StoreApi): Promise<Hook[]> {
	const request = { method: 'GET', path: '/v3/hooks', scope: DEFAULT_SCOPE } as const;
	const rows = await readWhole(api, request);
	return rows.flatMap((row) => hookSchema.safeParse(row).data ?? []);
}

/** Hooks whose destination is the webhook address: nobody else can have made them. */
export const hooksAt = (hooks: readonly Hook[], webhookUrl: string | undefined): Hook[] =>
	webhookUrl === undefined ? [] : hooks.filter(({ destination }) => isDestinationOf(destination, webhookUrl));

export function planChanges(hooks: readonly Hook[], { webhookUrl, scopes, secret, formerUrl }: Wanted): Plan {
	const plan: Plan = {
		remove: formerUrl === webhookUrl ? [] : hooksAt(hooks, formerUrl),
		create: [],
		update: [],
	};
	const ours = hooksAt(hooks, webhookUrl);
	const kept = new Set<Hook>();
	for (const scope of scopes) {
		const hook = ours.find((each) => isFor(each, scope, webhookUrl));
		if (!hook) plan.create.push(scope);
		else if (!hook.is_active || secretOf(hook) !== secret) plan.update.push(hook);
		if (hook) kept.add(hook);
	}
	plan.remove.push(...ours.filter((hook) => !kept.has(hook)));
	return plan;
}

export const isDone = ({ remove, create, update }: Plan): boolean =>
	remove.length + create.length + update.length === 0;

export const isFor = (hook: Hook, scope: string, webhookUrl: string): boolean =>
	hook.scope === scope && hook.destination === destinationOf(scope, webhookUrl);

/** Header names may come back in another case. */
export function secretOf({ headers }: Hook): string | undefined {
	return Object.entries(headers).find(([name]) => name.toLowerCase() === ORIGIN_HEADER.toLowerCase())?.[1];
}

const callOn = (id: number) => ({ path: `/v3/hooks/${id}`, scope: DEFAULT_SCOPE }) as const;

export async function createHook(api: StoreApi, scope: string, { webhookUrl, secret }: Wanted): Promise<void> {
	await api.send({
		method: 'POST',
		path: '/v3/hooks',
		body: {
			scope,
			destination: destinationOf(scope, webhookUrl),
			is_active: true,
			headers: { [ORIGIN_HEADER]: secret },
		},
		scope: DEFAULT_SCOPE,
		// Whether a hook was made whose answer is lost, the list of hooks says.
		repeatable: false,
	});
}

/** Switches a hook on and gives it the secret, or puts it back to what it was. */
export async function updateHook(
	api: StoreApi,
	id: number,
	{ is_active, headers }: Pick<Hook, 'is_active' | 'headers'>,
): Promise<void> {
	await api.send({ method: 'PUT', ...callOn(id), body: { is_active, headers }, repeatable: true });
}

export async function deleteHook(api: StoreApi, id: number): Promise<void> {
	await api.send({ method: 'DELETE', ...callOn(id), repeatable: true });
}
