import { setTimeout as delay } from 'node:timers/promises';

import { spawnGuarded } from '../../n8n/guardedProcess';
import { freePort } from '../../n8n/instance';
import { allOver, readExecutions } from './executions';
import { BEHIND, inWorld, triggerWorkflow } from './world';

const DELIVERIES = 20;

export interface BetweenProcesses {
	/** Events, each delivered 20 times at the same moment to two webhook processors in turn. */
	events: number;
	/** Executions that n8n started for them. */
	started: number;
	/** How often an event reached the node behind the trigger: how many events did so once, twice … */
	reached: Record<number, number>;
	/** Requests that were not answered with success. */
	refused: number;
}

/**
 * Queue mode: a main process, two webhook processors and two workers.
 * @param redis the command of a Redis server
 */
export async function betweenProcesses(redis: string, events: number): Promise<BetweenProcesses> {
	const port = await freePort();
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
	};
	const server = spawnGuarded({
		command: redis,
		args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
		cwd: '/',
		env: process.env,
		logFile: '/dev/null',
	});
	try {
		return await inWorld({ env }, async (world) => {
			const { n8n, rest } = world;
			const { workflowId, sendTo } = await triggerWorkflow(world);
			await n8n.startCompanion('worker');
			await n8n.startCompanion('worker');
			const processors = [await n8n.startCompanion('webhook'), await n8n.startCompanion('webhook')];
			let refused = 0;
			for (let event = 1; event <= events; event++) {
				const sent = Array.from({ length: DELIVERIES }, async (_, index) => await sendTo(event, processors[index % 2]));
				refused += (await Promise.all(sent)).filter(({ ok }) => !ok).length;
				await delay(200);
			}
			await allOver(rest, workflowId);
			const { statuses, reached } = await readExecutions(n8n, workflowId, BEHIND);
			const times: Record<number, number> = {};
			for (let event = 1; event <= events; event++) {
				const count = reached.get(event) ?? 0;
				times[count] = (times[count] ?? 0) + 1;
			}
			const started = Object.values(statuses).reduce((sum, count) => sum + count, 0);
			return { events, started, reached: times, refused };
		});
	} finally {
		await server.stop();
	}
}
