import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { spawnGuarded } from '../../n8n/guardedProcess';
import { poll } from '../../n8n/poll';
import { projectFolder } from '../../n8n/versions';
import type { WebhookOptions } from '../../sandbox';

const connectionSchema = z.object({
	store_hash: z.string(),
	api_base_url: z.string(),
	access_token: z.string(),
	client_id: z.string(),
	client_secret: z.string(),
});
const hookSchema = z.object({ destination: z.string(), headers: z.record(z.string()).nullish() });
const deliverySchema = z.object({
	id: z.number(),
	state: z.string(),
	duplicate: z.boolean(),
	attempts: z.array(z.object({ status: z.number() })),
});

export type Hook = z.infer<typeof hookSchema>;
export type Delivery = z.infer<typeof deliverySchema>;

/** The sandbox store in a process of its own, driven through its endpoints under `/sandbox`. */
export class StoreProcess {
	private constructor(
		private readonly url: string,
		readonly connection: z.infer<typeof connectionSchema>,
		readonly stop: () => Promise<void>,
	) {}

	/** @param folder where its output is kept */
	static async start(folder: string): Promise<StoreProcess> {
		const logFile = join(folder, 'store.log');
		const cli = join(projectFolder, 'test', 'sandbox', 'cli.ts');
		const store = spawnGuarded({
			command: process.execPath,
			args: [join(projectFolder, 'node_modules', 'tsx', 'dist', 'cli.mjs'), cli, '--port', '0', '--plan', 'unlimited'],
			cwd: projectFolder,
			env: process.env,
			logFile,
		});
		try {
			const url = await poll(
				'the sandbox store',
				30_000,
				() => /is open: (\S+)/.exec(readFileSync(logFile, 'utf8'))?.[1],
			);
			const answer = await fetch(`${url}/sandbox/connection`);
			return new StoreProcess(url, connectionSchema.parse(await answer.json()), () => store.stop());
		} catch (error) {
			await store.stop();
			throw error;
		}
	}

	async configure(options: WebhookOptions): Promise<void> {
		await this.call('POST', 'hooks/configure', options);
	}

	async hooks(): Promise<Hook[]> {
		return z.array(hookSchema).parse(await this.call('GET', 'hooks'));
	}

	/** Announces an event for each ID, all at once: none is sent before the last is queued. */
	async burst(scope: string, ids: readonly number[]): Promise<void> {
		await this.call('POST', 'deliveries/pause');
		for (const id of ids) await this.call('POST', 'hooks/emit', { scope, data: { type: 'order', id } });
		await this.call('POST', 'deliveries/resume', { order: 'shuffled' });
	}

	async redeliver(id: number): Promise<void> {
		await this.call('POST', `deliveries/${id}/redeliver`);
	}

	/** The last so many deliveries, repeated ones included, oldest first. */
	async deliveries(last: number): Promise<Delivery[]> {
		return z.array(deliverySchema).parse(await this.call('GET', `deliveries?limit=${last}`));
	}

	/** Waits until every one of the last so many deliveries has been acknowledged. */
	async delivered(last: number, timeoutMs: number): Promise<void> {
		const everyMs = 1000;
		await poll(
			'all deliveries to be acknowledged',
			timeoutMs,
			async () => (await this.deliveries(last)).every(({ state }) => state === 'delivered') || undefined,
			everyMs,
		);
	}

	private async call(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(`${this.url}/sandbox/${path}`, {
			method,
			...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		});
		if (!response.ok) throw new Error(`${method} /sandbox/${path} answered ${response.status}`);
		return await response.json();
	}
}
