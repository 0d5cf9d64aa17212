import { allOver } from './executions';
import type { Answers } from './load';
import { closedLoop, median, openLoop, percentile } from './load';
import type { Receiver, World } from './world';

const CLIENTS = 10;
const WARM_UP_MS = 4000;

export interface Rounds {
	count: number;
	ms: number;
}

export interface Speed {
	/** Executions per second, closed loop of 10: from the first request until n8n had run all. */
	saturation: number;
	/** Answer times in milliseconds, at half of the Webhook node's saturation: medians of the rounds. */
	p50: number;
	p99: number;
	failures: number;
}

/** Our trigger beside n8n's own Webhook node, with and without a credential, and one that does nothing, in turns. */
export async function compareSpeed(
	world: World,
	receivers: Record<Kind, Receiver>,
	rounds: Rounds,
): Promise<Record<Kind, Speed> & { halfRate: number }> {
	for (const receiver of Object.values(receivers)) await saturate(world, receiver, WARM_UP_MS);

	const saturations = ofEach<number>();
	await inTurns(rounds.count, async (kind) => {
		saturations[kind].push(await saturate(world, receivers[kind], rounds.ms));
	});
	const halfRate = median(saturations.webhook) / 2;

	const answers = ofEach<Answers>();
	await inTurns(rounds.count, async (kind) => {
		const { workflowId, send } = receivers[kind];
		answers[kind].push(await openLoop(halfRate, rounds.ms, send));
		await allOver(world.rest, workflowId);
	});
	const speed = (kind: Kind): Speed => {
		const ofRounds = (share: number) => median(answers[kind].map(({ latencies }) => percentile(latencies, share)));
		return {
			saturation: median(saturations[kind]),
			p50: ofRounds(0.5),
			p99: ofRounds(0.99),
			failures: answers[kind].reduce((sum, { failures }) => sum + failures, 0),
		};
	};
	return {
		webhook: speed('webhook'),
		headerAuth: speed('headerAuth'),
		bare: speed('bare'),
		trigger: speed('trigger'),
		halfRate,
	};
}

export const KINDS = ['webhook', 'headerAuth', 'bare', 'trigger'] as const;
export type Kind = (typeof KINDS)[number];

const ofEach = <T>(): Record<Kind, T[]> => ({ webhook: [], headerAuth: [], bare: [], trigger: [] });

/** All, in one order and then in the other, so that none always comes first. */
async function inTurns(count: number, measure: (kind: Kind) => Promise<void>): Promise<void> {
	for (let round = 0; round < count; round++) {
		const order = round % 2 === 0 ? KINDS : [...KINDS].reverse();
		for (const kind of order) await measure(kind);
	}
}

/** @returns executions per second */
async function saturate({ rest }: World, { workflowId, send }: Receiver, ms: number): Promise<number> {
	const started = performance.now();
	const { latencies, failures } = await closedLoop(CLIENTS, ms, send);
	if (failures > 0) throw new Error(`${failures} requests were not answered with success`);
	await allOver(rest, workflowId);
	return latencies.length / ((performance.now() - started) / 1000);
}
