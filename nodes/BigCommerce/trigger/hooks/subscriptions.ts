import { ApiFailure } from '../../transport/failure';
import type { StoreApi } from '../../transport/storeApi';
import { SetupFault } from '../faults';
import { mostHooks } from './destination';
import { EVENTS } from '../catalogue/events';
import type { Hook, Plan, Wanted } from './hooks';
import { createHook, deleteHook, hooksAt, isDone, isFor, listHooks, planChanges, secretOf, updateHook } from './hooks';
import { ORIGIN_HEADER } from './registration';

/** The account has as many hooks for an event as BigCommerce allows. */
export class HookLimitFault extends SetupFault {
	constructor(scope: string) {
		const name = EVENTS.find((event) => event.scope === scope)?.displayName ?? scope;
		const most = mostHooks(scope);
		super(
			`BigCommerce allows ${most} webhook${most === 1 ? '' : 's'} of one API account for "${name}", and there are that many already`,
			'Deactivate workflows that listen for this event, delete webhooks that nobody uses any more, or create another API account for this workflow.',
		);
	}
}

/** Turns of those who change hooks at one address, so that two never do the same work twice. */
const turns = new Map<string, Promise<unknown>>();

/** Runs work on the hooks of an address while nobody else in this process does. */
export async function inTurn<T>(webhookUrl: string, work: () => Promise<T>): Promise<T> {
	const before = turns.get(webhookUrl) ?? Promise.resolve();
	const turn = before.then(work, work);
	turns.set(webhookUrl, turn);
	try {
		return await turn;
	} finally {
		if (turns.get(webhookUrl) === turn) turns.delete(webhookUrl);
	}
}

/** What there is to do; nothing is sent but the list call. */
export async function compare(api: StoreApi, wanted: Wanted): Promise<Plan> {
	return planChanges(await listHooks(api), wanted);
}

/**
 * Registers all wanted hooks or none: adopts those that are ours already, and when a step fails puts
 * back what the steps before it changed. Hooks with any other destination are never touched.
 * @throws ApiFailure, HookLimitFault
 */
export async function register(api: StoreApi, wanted: Wanted): Promise<void> {
	const before = await listHooks(api);
	const plan = planChanges(before, wanted);
	refuseAboveLimit(before, plan);
	const failure = await failureOf(carryOut(api, plan, wanted));
	if (failure === undefined) return;
	const leftBehind = await failureOf(putBack(api, hooksAt(before, wanted.webhookUrl), wanted));
	throw failure instanceof ApiFailure && leftBehind
		? failure.adding(
				`Webhooks registered by this attempt could not be removed again (${leftBehind.message}); the next activation will do it.`,
			)
		: failure;
}

/**
 * Mends what drifted: switches hooks on again, creates those that vanished. What can be mended is, also
 * when something else cannot.
 * @returns what was done; nothing when all was well
 * @throws ApiFailure, HookLimitFault of the first step that failed
 */
export async function repair(api: StoreApi, wanted: Wanted): Promise<Plan | undefined> {
	const plan = await compare(api, wanted);
	if (isDone(plan)) return undefined;
	const steps = [...stepsOf(api, plan, wanted)];
	const failures: Error[] = [];
	for (const step of steps) failures.push(...[await failureOf(step())].filter((failure) => failure !== undefined));
	if (failures[0]) throw failures[0];
	return plan;
}

/** Removes all hooks of these addresses. */
export async function unregister(api: StoreApi, webhookUrls: readonly string[]): Promise<void> {
	const hooks = await listHooks(api);
	const ours = new Set(webhookUrls.flatMap((webhookUrl) => hooksAt(hooks, webhookUrl)));
	for (const { id } of ours) await remove(api, id);
}

async function carryOut(api: StoreApi, plan: Plan, wanted: Wanted): Promise<void> {
	for (const step of stepsOf(api, plan, wanted)) await step();
}

/** Removing comes first: it makes room below the limit, and it can be repeated without harm. */
function stepsOf(
	api: StoreApi,
	{ remove: superfluous, create, update }: Plan,
	wanted: Wanted,
): Array<() => Promise<void>> {
	const state = { is_active: true, headers: { [ORIGIN_HEADER]: wanted.secret } };
	return [
		...superfluous.map(
			({ id }) =>
				async () =>
					await remove(api, id),
		),
		...create.map((scope) => async () => await createOrAdopt(api, scope, wanted)),
		...update.map(
			({ id }) =>
				async () =>
					await updateHook(api, id, state),
		),
	];
}

/** Another process, or an attempt of ours whose answer was lost, may have made the hook meanwhile. */
async function createOrAdopt(api: StoreApi, scope: string, wanted: Wanted): Promise<void> {
	const failure = await failureOf(createHook(api, scope, wanted));
	if (failure === undefined) return;
	const status = failure instanceof ApiFailure ? failure.status : undefined;
	if (status !== 409 && status !== 422) throw failure;
	const hooks = await listHooks(api);
	const hook = hooks.find((each) => isFor(each, scope, wanted.webhookUrl));
	if (!hook) {
		if (hooks.filter((each) => each.scope === scope).length >= mostHooks(scope)) throw new HookLimitFault(scope);
		throw failure;
	}
	await updateHook(api, hook.id, { is_active: true, headers: { [ORIGIN_HEADER]: wanted.secret } });
}

/** A hook that is gone already is as good as deleted. */
async function remove(api: StoreApi, id: number): Promise<void> {
	const failure = await failureOf(deleteHook(api, id));
	if (failure !== undefined && !(failure instanceof ApiFailure && failure.status === 404)) throw failure;
}

/** Leaves the hooks of the address as they were before. */
async function putBack(api: StoreApi, before: readonly Hook[], { webhookUrl }: Wanted): Promise<void> {
	for (const hook of hooksAt(await listHooks(api), webhookUrl)) {
		const former = before.find(({ id }) => id === hook.id);
		if (!former) await remove(api, hook.id);
		else if (former.is_active !== hook.is_active || secretOf(former) !== secretOf(hook)) {
			await updateHook(api, hook.id, former);
		}
	}
}

function refuseAboveLimit(hooks: readonly Hook[], { create, remove: superfluous }: Plan): void {
	for (const scope of create) {
		const staying = hooks.filter((hook) => hook.scope === scope && !superfluous.includes(hook));
		if (staying.length >= mostHooks(scope)) throw new HookLimitFault(scope);
	}
}

async function failureOf(work: Promise<unknown>): Promise<Error | undefined> {
	return await work.then(
		() => undefined,
		(error: unknown) => (error instanceof Error ? error : new Error(String(error))),
	);
}
