import { Lab } from '../lab';
import { medianOf } from '../measure';
import type { Row } from '../report';
import { row } from '../report';

const CALLS = 20_000;
const RUNS = 5;

/** What the throttled request helper costs where there is nothing to throttle. */
export async function overhead(): Promise<Row[]> {
	return await Lab.during(async (lab) => {
		const runner = lab.runner();
		await runner.overhead(CALLS);
		return [
			row({
				name: 'Overhead of the helper, quota far away',
				unit: 'ms per request',
				ours: await medianOf(RUNS, async () => await runner.overhead(CALLS)),
				toReach: 'under 1 ms',
				reached: ({ ours }) => ours < 1,
			}),
		];
	});
}
