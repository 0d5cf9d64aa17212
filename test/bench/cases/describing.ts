import { Lab } from '../lab';
import { medianOf } from '../measure';
import type { Row } from '../report';
import { row } from '../report';

const RUNS = 9;
const MOST_MS = 60;

/** n8n makes every node's description whenever it starts. */
export async function describing(): Promise<Row[]> {
	const fresh = async () => await Lab.during(async (lab) => await lab.runner().describing());
	return [
		row({
			name: 'Making the descriptions of both action nodes, in a fresh process',
			unit: 'ms',
			ours: await medianOf(RUNS, fresh),
			toReach: `under ${MOST_MS} ms`,
			reached: ({ ours }) => ours < MOST_MS,
		}),
	];
}
