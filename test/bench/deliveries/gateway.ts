import { Agent, createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const ASK_EVERY_MS = 50;

/** A reverse proxy on the loopback address. */
export interface Gateway {
	/** Without a slash at the end. */
	url: string;
	close: () => Promise<void>;
}

/**
 * Stands before n8n as a reverse proxy with a health check does: it answers 503 until n8n says that it is ready.
 * n8n itself answers every request with 200 and "n8n is starting up" between connecting to its database and having
 * migrated it (`setupHealthCheck` of its abstract-server.js), so a delivery of that moment would count as taken.
 */
export async function openGateway(port: number): Promise<Gateway> {
	const agent = new Agent({ keepAlive: true });
	const n8n = { host: '127.0.0.1', port, agent };
	let isReady = false;

	const ask = () => {
		const asked = request({ ...n8n, path: '/healthz/readiness' }, (answer) => {
			isReady = answer.statusCode === 200;
			answer.resume();
		});
		asked.once('error', () => (isReady = false)).end();
	};
	const timer = setInterval(() => !isReady && ask(), ASK_EVERY_MS);

	const turnAway = (response: ServerResponse) => {
		if (!response.headersSent) response.writeHead(503);
		response.end();
	};
	const forward = (incoming: IncomingMessage, response: ServerResponse) => {
		const { method, url: path, headers } = incoming;
		const passedOn = request({ ...n8n, method, path, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		passedOn.once('error', () => {
			isReady = false;
			turnAway(response);
		});
		incoming.pipe(passedOn);
	};

	const server = createServer((incoming, response) => {
		if (isReady) return forward(incoming, response);
		incoming.resume();
		turnAway(response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const close = async () => {
		clearInterval(timer);
		agent.destroy();
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeAllConnections();
		await closed;
	};
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
