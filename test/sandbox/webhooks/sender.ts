import { setMaxListeners } from 'node:events';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';

export interface Reception {
	/** 0 when there was no answer. */
	status: number;
	error?: string;
	durationMs: number;
}

/** Posts deliveries; connections are kept, redirects are not followed. */
export class Sender {
	private readonly abort = new AbortController();
	private readonly httpAgent = new HttpAgent({ keepAlive: true });
	private readonly httpsAgent = new HttpsAgent({ keepAlive: true });

	constructor() {
		// One signal ends all requests, however many are in flight.
		setMaxListeners(0, this.abort.signal);
	}

	async post(
		destination: string,
		body: string,
		headers: Record<string, string>,
		timeoutMs: number,
	): Promise<Reception> {
		const started = performance.now();
		const durationMs = (): number => performance.now() - started;
		try {
			const { status } = await axios.post(destination, body, {
				headers,
				timeout: timeoutMs,
				maxRedirects: 0,
				signal: this.abort.signal,
				httpAgent: this.httpAgent,
				httpsAgent: this.httpsAgent,
				responseType: 'text',
				transformRequest: (data: string) => data,
				transformResponse: (data: unknown) => data,
				validateStatus: () => true,
				proxy: false,
			});
			return { status, durationMs: durationMs() };
		} catch (error) {
			const message = error instanceof Error ? error.message || error.name : String(error);
			return { status: 0, error: message, durationMs: durationMs() };
		}
	}

	close(): void {
		this.abort.abort();
		this.httpAgent.destroy();
		this.httpsAgent.destroy();
	}
}
