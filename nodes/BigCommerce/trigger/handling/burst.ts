import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** An event that waits for newer ones of its record. */
interface Waiting {
	/** Unix time of the event, in seconds. */
	time: number;
}

/** The newest event of each record, by node and record, while it waits. */
const newest = new Map<string, Waiting>();

/**
 * Waits whether a newer event of the same record comes; deliveries come in any order, so the time of the
 * event decides, and between equal times the arrival. Each event waits in its own execution and holds up
 * none of the others.
 *
 * Best effort: another worker of n8n does not know of it, and every newer event begins a new wait.
 * @param record names the record among all of the store
 * @returns whether the event is the last one
 * @throws Error when the execution is canceled
 */
export async function isLastOfBurst(
	context: IExecuteFunctions,
	record: string,
	time: number | undefined,
	windowSeconds: number,
): Promise<boolean> {
	const key = `${context.getWorkflow().id} ${context.getNode().id} ${record}`;
	const mine: Waiting = { time: time ?? 0 };
	const rival = newest.get(key);
	if (rival && rival.time > mine.time) return false;
	newest.set(key, mine);
	try {
		await unlessCanceled(sleep(windowSeconds * 1000), context.getExecutionCancelSignal());
		return newest.get(key) === mine;
	} finally {
		if (newest.get(key) === mine) newest.delete(key);
	}
}

async function unlessCanceled(wait: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
	signal?.throwIfAborted();
	const canceled = new Promise<never>((_, reject) => {
		signal?.addEventListener('abort', () => reject(new Error('The execution was canceled')), { once: true });
	});
	await Promise.race([wait, canceled]);
}
