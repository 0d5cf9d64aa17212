import type { ListOperation } from '../../model/operation';
import { readList } from '../../transport/pagination';
import type { JsonObject } from '../../transport/types';
import { inOrder } from '../inOrder';
import { targetOf } from '../requests';
import type { Run } from '../run';
import { withRest } from './rest';

/** Reads a list per item. */
export async function runList(run: Run<ListOperation>): Promise<void> {
	const { endpoint, keeps, row } = run.operation;
	await inOrder(
		run.open(),
		async (plan) => {
			try {
				const request = run.request({ ...targetOf(endpoint, plan), query: plan.query });
				const { rows: read, incomplete } = await readList(run.api, {
					request,
					limit: plan.limit,
					keeps: keeps?.(plan),
				});
				if (incomplete) run.incompleteLists += 1;
				const rows = await withRest(run, read);
				// One row may have become several.
				run.succeed(
					plan.index,
					row ? rows.flatMap((each): JsonObject[] => [row(each, plan)].flat()).slice(0, plan.limit) : rows,
				);
			} catch (error) {
				run.fail(plan.index, error);
			}
		},
		{ stopped: run.stopped },
	);
}
