import { account, tallyOf } from './outcome';
import { isRepeatable } from './repeatable';
import type { Run } from './run';

/** What became of the items of a run that writes, in sentences for the person who has to go on. */
export function accountOf(run: Run): string {
	const bodies = [...run.plans.values()].map(({ body }) => body);
	const tally = tallyOf(run.itemCount, run.outcomes, (index) => run.mayWrite(index));
	return account(tally, isRepeatable(run.operation, bodies));
}
