import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'flatted';
import type { IRunData } from 'n8n-workflow';
import { z } from 'zod';

import { ensureN8n } from '../../n8n/install';
import type { N8nInstance } from '../../n8n/instance';
import { poll } from '../../n8n/poll';
import type { N8nRest } from '../../n8n/rest';

/** What executions of a workflow did, read from n8n's database: thousands would take minutes over REST. */
export interface Executions {
	/** How many there are of each status. */
	statuses: Record<string, number>;
	/** `data.id` of every event that reached the node behind the trigger, with how often it did. */
	reached: Map<number, number>;
}

const rowSchema = z.object({ status: z.string(), data: z.string().nullable() });
const eventSchema = z.object({ data: z.object({ id: z.number() }) });

export async function readExecutions(n8n: N8nInstance, workflowId: string, nodeName: string): Promise<Executions> {
	const { node } = await ensureN8n(n8n.version, () => undefined);
	const database = join(n8n.userFolder, '.n8n', 'database.sqlite');
	const script = join(__dirname, 'readExecutions.mjs');
	const reader = spawn(node, ['--no-warnings', script, database, workflowId], { stdio: ['ignore', 'pipe', 'inherit'] });
	const ended = new Promise<number | null>((resolve) => reader.once('close', resolve));
	const executions: Executions = { statuses: {}, reached: new Map() };
	for await (const line of createInterface({ input: reader.stdout })) {
		const { status, data } = rowSchema.parse(JSON.parse(line));
		executions.statuses[status] = (executions.statuses[status] ?? 0) + 1;
		for (const id of idsAt(nodeName, data)) executions.reached.set(id, (executions.reached.get(id) ?? 0) + 1);
	}
	const code = await ended;
	if (code !== 0) throw new Error(`The executions could not be read: the reader ended with ${code}`);
	return executions;
}

function idsAt(nodeName: string, data: string | null): number[] {
	const stored = data === null ? undefined : (parse(data) as { resultData?: { runData?: IRunData } } | null);
	const runs = stored?.resultData?.runData?.[nodeName] ?? [];
	const items = runs.flatMap((run) => run.data?.main?.[0] ?? []);
	return items.flatMap(({ json }) => eventSchema.safeParse(json).data?.data.id ?? []);
}

const IS_OVER = ['success', 'error', 'crashed', 'canceled'];

/** Waits until n8n has nothing left to do for a workflow. */
export async function allOver(rest: N8nRest, workflowId: string, timeoutMs = 60_000): Promise<void> {
	const isOver = async () => (await rest.listExecutions(workflowId)).every(({ status }) => IS_OVER.includes(status));
	await poll(`executions of workflow ${workflowId} to end`, timeoutMs, async () => (await isOver()) || undefined, 100);
}
