import type { IDataObject } from 'n8n-workflow';

import { Lab } from '../lab';
import { httpRequest, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const LEVELS = 5000;
const MOST_PER_CALL = 2000;

const items: IDataObject[] = Array.from({ length: LEVELS }, (_, index) => ({ variant: index + 1, quantity: index }));

async function requestsOf(node: 'ours' | 'peer'): Promise<number> {
	return await Lab.during(async (lab) => {
		const store = await lab.store({ plan: 'unlimited', products: LEVELS });
		const parameters = {
			resource: 'inventory',
			operation: 'set',
			identifyBy: 'variant_id',
			variant_id: '={{ $json.variant }}',
			quantity: '={{ $json.quantity }}',
		};
		const request = {
			method: 'PUT',
			path: '/v3/inventory/adjustments/absolute',
			body: '={{ JSON.stringify({ items: [{ location_id: 1, variant_id: $json.variant, quantity: $json.quantity }] }) }}',
			options: { batching: { batch: { batchSize: 1, batchInterval: 0 } } },
		};
		const run = {
			ours: ours(store, parameters, items),
			peer: { node, parameters: httpRequest(store, request), items },
		}[node];
		const { failed } = await lab.runner().run(run);
		if (failed > 0) throw new Error(`${node}: ${failed} levels were not set`);
		return (await store.requests()).all;
	});
}

/** 5,000 inventory levels: the endpoint takes 2,000 per call. */
export async function inventory(): Promise<Row[]> {
	const limit = Math.ceil(LEVELS / MOST_PER_CALL);
	return [
		row({
			name: '5,000 inventory levels set',
			unit: 'requests',
			ours: await requestsOf('ours'),
			peer: await requestsOf('peer'),
			limit,
			toReach: `${limit} requests`,
			reached: ({ ours: requests }) => requests === limit,
		}),
	];
}
