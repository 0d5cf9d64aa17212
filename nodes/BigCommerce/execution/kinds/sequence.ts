import type { StoreCalls } from '../../model/item';
import type { SequenceOperation } from '../../model/operation';
import { ApiFailure } from '../../transport/failure';
import { readList } from '../../transport/pagination';
import { mayRead } from '../../transport/scopeProbes';
import { inOrder } from '../inOrder';
import type { ItemPlan } from '../itemPlan';
import { keyOf } from '../requests';
import type { Run } from '../run';

/** Runs a sequence of its own per item; what it had written before a failure is said. */
export async function runSequence(run: Run<SequenceOperation>): Promise<void> {
	const { about } = run.operation;
	await inOrder(
		run.open(),
		async (plan) => {
			const written: string[] = [];
			try {
				run.succeed(plan.index, [await run.operation.run(plan, callsOf(run, written))].flat());
			} catch (error) {
				if (written.length > 0) run.fail(plan.index, afterSteps(error, written), 'partly');
				else run.fail(plan.index, error, run.mayWrite(plan.index) ? undefined : 'notDone');
			}
		},
		{
			stopped: run.stopped,
			keyOf: (plan) => (run.mayWrite(plan.index) ? turnOf(plan, about) : undefined),
		},
	);
}

function turnOf({ path, options, body }: ItemPlan, about: readonly string[] | undefined): string | undefined {
	const names = about ?? Object.keys(path);
	return names.length === 0 ? undefined : keyOf({ ...body, ...options, ...path }, names);
}

function afterSteps(error: unknown, written: readonly string[]): unknown {
	return error instanceof ApiFailure ? error.adding(`Done before: ${written.join('; ')}.`) : error;
}

/** @param written grows by what was carried out */
function callsOf(run: Run<SequenceOperation>, written: string[]): StoreCalls {
	return {
		connection: run.api.connection,
		read: async (request) => await run.api.send({ ...run.request({ method: 'GET' as const, ...request }) }),
		list: async (request, { limit, ...how } = {}) => {
			const result = await readList(run.api, {
				request: run.request({ method: 'GET' as const, ...request }),
				limit,
				...how,
			});
			if (result.incomplete) run.incompleteLists += 1;
			return result.rows;
		},
		write: async (request, says) => {
			const response = await run.api.send(run.request(request));
			written.push(says);
			return response;
		},
		mayRead: async (scope) => await mayRead(run.api, scope),
	};
}
