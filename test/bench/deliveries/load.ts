import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const agent = new Agent({ keepAlive: true });

/** Posts a body and waits for the answer to end. @returns milliseconds, and whether the answer was a success */
export async function post(
	url: string,
	headers: Record<string, string>,
	body: string,
): Promise<{ ms: number; ok: boolean }> {
	const started = performance.now();
	const ok = await new Promise<boolean>((resolve, reject) => {
		const sent = request(
			url,
			{
				method: 'POST',
				agent,
				headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
			},
			(response) => {
				const { statusCode = 0 } = response;
				response.resume().once('end', () => resolve(statusCode >= 200 && statusCode < 300));
			},
		);
		sent.once('error', reject).end(body);
	});
	return { ms: performance.now() - started, ok };
}

export const closeConnections = (): void => agent.destroy();

type Send = () => Promise<{ ms: number; ok: boolean }>;

export interface Answers {
	/** Milliseconds of each answer. */
	latencies: number[];
	failures: number;
}

/** So many clients, each sending again as soon as it has its answer. */
export async function closedLoop(clients: number, ms: number, send: Send): Promise<Answers> {
	const answers: Answers = { latencies: [], failures: 0 };
	const end = performance.now() + ms;
	const client = async () => {
		while (performance.now() < end) note(answers, await send());
	};
	await Promise.all(Array.from({ length: clients }, client));
	return answers;
}

/** Sends at a steady rate, whether or not answers keep up. */
export async function openLoop(perSecond: number, ms: number, send: Send): Promise<Answers> {
	const answers: Answers = { latencies: [], failures: 0 };
	const started = performance.now();
	const sent: Array<Promise<void>> = [];
	for (let count = 0; count < (perSecond * ms) / 1000; count++) {
		await delay(Math.max(0, started + (count * 1000) / perSecond - performance.now()));
		sent.push(send().then((answer) => note(answers, answer)));
	}
	await Promise.all(sent);
	return answers;
}

function note(answers: Answers, { ms, ok }: { ms: number; ok: boolean }): void {
	if (ok) answers.latencies.push(ms);
	else answers.failures++;
}

/** @param share 0.5 for the median */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
