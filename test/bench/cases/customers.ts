import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Lab } from '../lab';
import { medianOf } from '../measure';
import { FIVE_PER_SECOND, httpRequest, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const CUSTOMERS = 1000;
const RUNS = 3;

const items: IDataObject[] = Array.from({ length: CUSTOMERS }, (_, index) => ({
	email: `bench-${index}@example.com`,
	first: 'Bench',
	last: `Number ${index}`,
}));

const create: INodeParameters = {
	resource: 'customer',
	operation: 'create',
	email: '={{ $json.email }}',
	first_name: '={{ $json.first }}',
	last_name: '={{ $json.last }}',
};

/** Seconds and failed items of one run in a fresh store under the Standard plan. */
async function withOurs(): Promise<{ seconds: number; failed: number }> {
	return await Lab.during(async (lab) => {
		const store = await lab.store({ plan: 'standard', customers: 0 });
		return await lab.runner().run(ours(store, create, items));
	});
}

async function withHttpRequest(options: INodeParameters): Promise<{ seconds: number; failed: number }> {
	return await Lab.during(async (lab) => {
		const store = await lab.store({ plan: 'standard', customers: 0 });
		const body = '={{ JSON.stringify([{ email: $json.email, first_name: $json.first, last_name: $json.last }]) }}';
		const parameters = httpRequest(store, { method: 'POST', path: '/v3/customers', body, options });
		return await lab.runner().run({ node: 'peer', parameters, items });
	});
}

/** 1,000 customers under the Standard plan: the HTTP Request node as it is fails, tuned by hand it takes long. */
export async function customers(): Promise<Row[]> {
	let failed = 0;
	const seconds = await medianOf(RUNS, async () => {
		const run = await withOurs();
		failed += run.failed;
		return run.seconds;
	});
	const untuned = await withHttpRequest({});
	const tuned = await withHttpRequest(FIVE_PER_SECOND);
	return [
		row({
			name: '1,000 customers created, Standard plan; HTTP Request node tuned by hand to 5 per second',
			unit: 's',
			ours: seconds,
			peer: tuned.seconds,
			toReach: '60 times faster',
			reached: ({ ratio }) => ratio >= 60,
		}),
		row({
			name: '1,000 customers created, Standard plan; HTTP Request node as it is: failed items',
			unit: 'items',
			ours: failed,
			peer: untuned.failed,
			toReach: 'none',
			reached: ({ ours: count }) => count === 0,
		}),
	];
}
