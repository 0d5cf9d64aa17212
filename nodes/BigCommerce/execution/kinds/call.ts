import type { CallOperation } from '../../model/operation';
import { ApiFailure } from '../../transport/failure';
import { readPartial } from '../../transport/partial';
import { payloadOf } from '../../transport/storeApi';
import type { ApiResponse, JsonObject, Method } from '../../transport/types';
import { bodyFields } from '../../model/facts';
import type { Entry } from '../entry';
import { entryOf } from '../entry';
import { inOrder } from '../inOrder';
import { completeLists } from '../listChanges';
import { mayRepeat } from '../repeatable';
import { isObject, keyOf, targetOf } from '../requests';
import type { Run } from '../run';
import { bodyOf } from '../uploads';

/** One write per item. */
export async function runCall(run: Run<CallOperation>): Promise<void> {
	await sendCalls(run, run.operation, run.open().map(entryOf));
}

/** Sends one request per entry, side by side; requests about the same record keep the items' order. */
export async function sendCalls(run: Run, operation: CallOperation, entries: readonly Entry[]): Promise<void> {
	await inOrder(
		entries,
		async (planned) => {
			const [entry] = await completeLists(run, operation, [planned]);
			if (!entry) return;
			try {
				const response = await send(run, operation, entry);
				const { general, byIndex } = readPartial(response, 1);
				run.succeed(entry.plan.index, rowsFrom(operation, response, entry), byIndex.get(0) ?? general);
			} catch (error) {
				run.fail(entry.plan.index, error);
			}
		},
		{ keyOf: (entry) => turnOf(operation, entry), stopped: run.stopped },
	);
}

async function send(run: Run, operation: CallOperation, { plan, path, record }: Entry): Promise<ApiResponse> {
	const target = targetOf(operation.endpoint, Object.assign(Object.create(plan) as typeof plan, { path }));
	const request = run.request({
		...target,
		query: plan.query,
		...(hasBody(operation, target.method, record)
			? { body: await bodyOf(run.context, operation, plan.index, record) }
			: {}),
		repeatable: mayRepeat(operation.repeatable, record),
	});
	const response = await run.api.send(request);
	const problem = operation.problemIn?.(response.body);
	if (!problem) return response;
	const { method, path: called } = target;
	throw new ApiFailure('refused', problem.title ?? 'BigCommerce refused the call', problem.more.join(' '), {
		method,
		path: called,
		status: response.status,
		problem,
	});
}

/** A DELETE has one only when there is something to say. */
const hasBody = (operation: CallOperation, method: Method, record: JsonObject): boolean =>
	(bodyFields(operation).length > 0 || operation.shapeBody !== undefined) &&
	(method !== 'DELETE' || Object.keys(record).length > 0);

/**
 * Items about the same record. Path fields name it where the definition says nothing else; an update without
 * any is about the one thing of its kind that the store has.
 */
function turnOf({ about, endpoint, effect }: CallOperation, { path, record }: Entry): string | undefined {
	const names = about ?? Object.keys(path);
	if (names.length === 0 && effect !== 'update') return undefined;
	return `${about ? '' : JSON.stringify(endpoint)}${keyOf({ ...record, ...path }, names)}`;
}

function rowsFrom(operation: CallOperation, response: ApiResponse, { plan, record, path }: Entry): JsonObject[] {
	if (operation.result) {
		return [
			operation.result(response, Object.assign(Object.create(plan) as typeof plan, { body: record, path })),
		].flat();
	}
	if (operation.effect === 'delete') return [{ deleted: true }];
	const payload = payloadOf(response);
	if (Array.isArray(payload)) return payload.filter(isObject);
	return [isObject(payload) && Object.keys(payload).length > 0 ? payload : { success: true }];
}
