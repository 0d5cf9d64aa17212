import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { BenchStore } from '../lab';
import { Lab } from '../lab';
import { FIVE_PER_SECOND, httpRequest, ours } from '../nodes';
import type { Row } from '../report';
import { row } from '../report';

const UPDATES = 600;
const QUOTA = 150;
const WINDOW_SECONDS = 30;
/** Two processes know of each other's spending by the answers alone; what is under way then may be too much. */
const MOST_UNDER_WAY = 48;

/** Orders of a store are numbered from here. */
const FIRST_ORDER = 100;

const items: IDataObject[] = Array.from({ length: UPDATES }, (_, index) => ({ id: FIRST_ORDER + index }));

const update: INodeParameters = {
	resource: 'order',
	operation: 'update',
	order_id: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	additionalFields: { staff_notes: '=Checked {{ $json.id }}' },
};

/** The first requests leave at once, the last ones when the last window opens: no client can be faster. */
const limitFor = (perWindow: number): number => (Math.ceil(UPDATES / perWindow) - 1) * WINDOW_SECONDS;

const openStore = async (lab: Lab): Promise<BenchStore> => await lab.store({ plan: 'standard', orders: UPDATES });

interface Run {
	seconds: number;
	failed: number;
}

interface Updated extends Run {
	/** Requests that the store refused for want of quota. */
	refused: number;
}

/** @param processes share the items and the quota */
async function withOurs(processes: number, othersShare: number): Promise<Updated> {
	return await Lab.during(async (lab) => {
		const store = await openStore(lab);
		await store.reserve(othersShare);
		const runners = Array.from({ length: processes }, () => lab.runner());
		// Refused before anything is sent: an n8n has loaded its nodes before.
		await Promise.all(runners.map(async (runner) => await runner.run(ours(store, update, [{ id: 'none' }]))));
		const portion = UPDATES / processes;
		const startedAt = performance.now();
		const runs = await Promise.all(
			runners.map(async (runner, index) => {
				const own = items.slice(index * portion, (index + 1) * portion);
				return await runner.run(ours(store, update, own));
			}),
		);
		return {
			seconds: (performance.now() - startedAt) / 1000,
			failed: runs.reduce((sum, { failed }) => sum + failed, 0),
			refused: (await store.requests()).refused,
		};
	});
}

async function withHttpRequest(): Promise<Run> {
	return await Lab.during(async (lab) => {
		const store = await openStore(lab);
		const parameters = httpRequest(store, {
			method: 'PUT',
			path: '/v2/orders/{{ $json.id }}',
			body: '={{ JSON.stringify({ staff_notes: "Checked " + $json.id }) }}',
			options: FIVE_PER_SECOND,
		});
		return await lab.runner().run({ node: 'peer', parameters, items });
	});
}

function rowsOf(name: string, { seconds, failed }: Updated, perWindow: number, share: number, peer?: Run): Row[] {
	return [
		row({
			name,
			unit: 's',
			ours: seconds,
			...(peer && { peer: peer.seconds }),
			limit: limitFor(perWindow),
			toReach: `${share * 100} % of the limit`,
			reached: ({ ofLimit }) => ofLimit >= share,
		}),
		row({
			name: `${name}: failed items`,
			unit: 'items',
			ours: failed,
			...(peer && { peer: peer.failed }),
			toReach: 'none',
			reached: ({ ours: count }) => count === 0,
		}),
	];
}

function refusedRow(name: string, { refused }: Updated, most: number): Row {
	return row({
		name: `${name}: requests that the store refused`,
		unit: 'requests',
		ours: refused,
		toReach: most === 0 ? 'none' : `at most ${most}`,
		reached: ({ ours: count }) => count <= most,
	});
}

/** Updates that have no batch endpoint: the quota is the limit. */
export async function orderUpdates(): Promise<Row[]> {
	const [alone, tuned, beside, two] = await Promise.all([
		withOurs(1, 0),
		withHttpRequest(),
		withOurs(1, 0.5),
		withOurs(2, 0),
	]);
	const name = '600 order updates, Standard plan';
	const nameOfTwo = `${name}, by two processes at once`;
	return [
		...rowsOf(name, alone, QUOTA, 0.95, tuned),
		refusedRow(name, alone, 0),
		...rowsOf(`${name}, beside a client that spends half of the quota`, beside, QUOTA / 2, 0.9),
		...rowsOf(nameOfTwo, two, QUOTA, 0.9),
		refusedRow(nameOfTwo, two, Math.ceil(UPDATES / QUOTA) * 2 * MOST_UNDER_WAY),
	];
}
