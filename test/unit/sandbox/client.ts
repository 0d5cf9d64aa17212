import type { Sandbox } from '../../sandbox';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** Parsed body; undefined when there is none. */
	json: unknown;
}

/** A plain HTTP client of the store's API. */
export function clientOf(sandbox: Sandbox, token = sandbox.accessToken) {
	const send = async (method: string, path: string, body?: unknown): Promise<Reply> => {
		const response = await fetch(`${sandbox.apiBaseUrl}/stores/${sandbox.storeHash}${path}`, {
			method,
			headers: { 'X-Auth-Token': token, 'Content-Type': 'application/json' },
			...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		const json = text === '' ? undefined : (JSON.parse(text) as unknown);
		return { status: response.status, headers: response.headers, text, json };
	};
	return {
		get: (path: string) => send('GET', path),
		post: (path: string, body?: unknown) => send('POST', path, body),
		put: (path: string, body?: unknown) => send('PUT', path, body),
		delete: (path: string, body?: unknown) => send('DELETE', path, body),
	};
}

export type Client = ReturnType<typeof clientOf>;

/** The `data` of a v3 answer. */
export const dataOf = <T>(reply: Reply): T => (reply.json as { data: T }).data;
