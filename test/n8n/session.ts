import { z } from 'zod';
import type { N8nInstance } from './instance';

/** The person who owns a test n8n; also what to type at the sign-in page of a demo. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Sandbox-Owner-1',
	firstName: 'Sandbox',
	lastName: 'Owner',
} as const;

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

const REQUEST_TIMEOUT_MS = 60_000;
const settingsSchema = z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean().optional() }) });

/** An answer of n8n with a status of 400 or more; `message` is n8n's own. */
export class N8nRestError extends Error {
	constructor(
		readonly status: number,
		request: string,
		reason: string,
	) {
		super(`${request} answered ${status}: ${reason}`);
	}
}

/** A signed-in session with one n8n: keeps the cookie, unwraps `{ data }`, turns failures into errors. */
export class N8nSession {
	#cookie = '';

	constructor(private readonly instance: Pick<N8nInstance, 'url'>) {}

	/** Signs in as the owner, whom the first call on a new n8n sets up. */
	async signIn(): Promise<void> {
		const { userManagement } = await this.request(settingsSchema, 'GET', '/rest/settings');
		if (userManagement.showSetupOnFirstLoad) {
			await this.request(z.unknown(), 'POST', '/rest/owner/setup', OWNER);
		}
		const login = { emailOrLdapLoginId: OWNER.email, password: OWNER.password };
		await this.request(z.unknown(), 'POST', '/rest/login', login);
	}

	/** One REST call; returns the `data` of the answer. */
	async request<T>(
		schema: z.ZodType<T, z.ZodTypeDef, unknown>,
		method: Method,
		path: string,
		body?: unknown,
	): Promise<T> {
		const answer = await this.raw(method, path, body);
		return schema.parse(typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer);
	}

	/** One call; returns the parsed JSON of the answer, or its text when that is not JSON. */
	async raw(method: Method, path: string, body?: unknown): Promise<unknown> {
		const response = await fetch(new URL(path, this.instance.url), {
			method,
			headers: {
				// n8n ties the cookie to the browser that got it.
				'browser-id': 'n8n-nodes-bigcommerce-tests',
				...(this.#cookie && { cookie: this.#cookie }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const auth = response.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (auth) this.#cookie = auth.split(';')[0] ?? '';
		const text = await response.text();
		const answer = parseJson(text);
		if (!response.ok) throw new N8nRestError(response.status, `${method} ${path}`, reasonIn(answer, text));
		return answer;
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

const reasonIn = (answer: unknown, text: string) => {
	const parsed = z.object({ message: z.string() }).safeParse(answer);
	return parsed.success ? parsed.data.message : text.slice(0, 500);
};
