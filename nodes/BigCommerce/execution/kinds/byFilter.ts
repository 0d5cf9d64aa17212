import { parseEndpoint } from '../../model/endpoint';
import type { FilterOperation } from '../../model/operation';
import { factsOf } from '../../transport/endpoints';
import { ApiFailure } from '../../transport/failure';
import { chunksByLength, readList } from '../../transport/pagination';
import type { JsonObject } from '../../transport/types';
import { inOrder } from '../inOrder';
import type { ItemPlan } from '../itemPlan';
import { targetOf } from '../requests';
import type { Run } from '../run';

/** Finds records by filters, then acts on them, unless there are more than the person allows. */
export async function runByFilter(run: Run<FilterOperation>): Promise<void> {
	await inOrder(
		run.open(),
		async (plan) => {
			const done: number[] = [];
			try {
				run.succeed(plan.index, [await act(run, plan, done)]);
			} catch (error) {
				if (done.length > 0) run.fail(plan.index, saying(error, done.length), 'partly');
				else run.fail(plan.index, error);
			}
		},
		// One after the other: what one deletes, the next must not count.
		{ keyOf: () => 'all', stopped: run.stopped },
	);
}

/** @param done grows by the IDs that were dealt with */
async function act(run: Run<FilterOperation>, plan: ItemPlan, done: number[]): Promise<JsonObject> {
	const { find, endpoint, filter, repeatable, effect } = run.operation;
	const { rows, incomplete } = await readList(run.api, {
		request: run.request({ ...targetOf(find, plan), query: plan.query }),
	});
	if (incomplete) run.incompleteLists += 1;
	const ids = rows.map(({ id }) => Number(id));
	if (ids.length > plan.atMost) {
		throw plan.refuse(
			`The filters find ${ids.length} records, more than the ${plan.atMost} that At Most allows`,
			'Nothing was done. Narrow the filters, or raise At Most.',
		);
	}
	const { method, path } = parseEndpoint(endpoint);
	for (const chunk of chunksByLength(ids, factsOf(method, path).batch ?? 250, String)) {
		await run.api.send(
			run.request({ ...targetOf(endpoint, plan), query: { [filter]: chunk }, repeatable: repeatable === true }),
		);
		for (const id of chunk) done.push(id);
	}
	return { ...(effect === 'delete' ? { deleted: true } : { success: true }), count: ids.length, ids };
}

/** What was done before the failure cannot be taken back, and is said. */
const saying = (error: unknown, count: number): unknown =>
	error instanceof ApiFailure ? error.adding(`${count} of the records had been dealt with before.`) : error;
