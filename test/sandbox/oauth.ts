import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sent } from './core/input';
import type { Random } from './core/random';
import type { Store } from './data/store';
import { escapeHtml, sendHtml } from './panel/html';
import type { ApiAccounts } from './server/accounts';
import { ALL_SCOPES } from './core/scopes';

const CODE_LIFE_MS = 600_000;
const ACCOUNT_UUID = '0d4c7e5b-6a53-4c66-9d5b-3d3a1f6c8e21';
const USER = { id: 9001, username: 'owner@example.com', email: 'owner@example.com' };

const AuthorizeQuery = z.object({
	client_id: z.string(),
	redirect_uri: z.string().url(),
	response_type: z.literal('code').default('code'),
	scope: z.string().default(''),
	context: z.string().optional(),
	state: z.string().optional(),
	auto_approve: z.string().optional(),
});
type AuthorizeQuery = z.output<typeof AuthorizeQuery>;

const TokenRequest = z.object({
	client_id: z.string(),
	client_secret: z.string(),
	code: z.string(),
	context: z.string(),
	scope: z.string(),
	grant_type: z.string(),
	redirect_uri: z.string(),
});

interface Grant {
	clientId: string;
	redirectUri: string;
	scope: string;
	expires: number;
}

export interface OauthParts {
	store: Store;
	accounts: ApiAccounts;
	random: Random;
	autoApprove: boolean;
}

/** Stand-in for login.bigcommerce.com: installing a single-click app and exchanging its code. */
export function serveOauth(server: FastifyInstance, parts: OauthParts): void {
	const grants = new Map<string, Grant>();
	const { store, accounts } = parts;
	const context = `stores/${store.hash}`;

	/** What is wrong with a request to install, in a person's words. */
	const objection = (query: AuthorizeQuery): string | undefined => {
		const app = accounts.ofClient(query.client_id);
		if (!app) return `There is no app with the client ID ${query.client_id}.`;
		if (query.context !== undefined && query.context !== context) return `There is no store ${query.context}.`;
		const unknown = scopesOf(query).find((scope) => !ALL_SCOPES.includes(scope) || !app.scopes.includes(scope));
		return unknown && `The app may not ask for the scope ${unknown}.`;
	};

	/** Default scopes are those that the app was registered with. */
	const scopeOf = (query: AuthorizeQuery): string => {
		const asked = scopesOf(query);
		return (asked.length > 0 ? asked : (accounts.ofClient(query.client_id)?.scopes ?? [])).join(' ');
	};

	const install = (reply: FastifyReply, query: AuthorizeQuery): void => {
		const code = parts.random.hex(30);
		const scope = scopeOf(query);
		grants.set(code, {
			clientId: query.client_id,
			redirectUri: query.redirect_uri,
			scope,
			expires: store.now + CODE_LIFE_MS,
		});
		const callback = new URL(query.redirect_uri);
		const parameters = {
			code,
			scope,
			context,
			account_uuid: ACCOUNT_UUID,
			...(query.state !== undefined && { state: query.state }),
		};
		for (const [name, value] of Object.entries(parameters)) callback.searchParams.set(name, value);
		void reply.redirect(callback.toString(), 302);
	};

	const authorize = (request: FastifyRequest, reply: FastifyReply): void => {
		const result = AuthorizeQuery.safeParse(request.query);
		if (!result.success) {
			const fields = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
			return sendHtml(reply, 400, errorPage(`Missing or wrong: ${fields}.`));
		}
		const problem = objection(result.data);
		if (problem) return sendHtml(reply, 400, errorPage(problem));
		const isApproved = parts.autoApprove || result.data.auto_approve !== undefined;
		if (isApproved || request.url.startsWith('/oauth2/authorize/install')) return install(reply, result.data);
		return sendHtml(
			reply,
			200,
			installPage(result.data, accounts.ofClient(result.data.client_id)?.name ?? '', scopeOf(result.data)),
		);
	};
	server.get('/oauth2/authorize', authorize);
	server.get('/oauth2/authorize/install', authorize);

	server.post('/oauth2/token', (request, reply) => {
		const refuse = (error: string, description: string): void =>
			void reply.code(400).send({ error, error_description: description });
		const result = TokenRequest.safeParse(readToken(request));
		if (!result.success) {
			const fields = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
			return refuse('invalid_request', `Missing or wrong: ${fields}`);
		}
		const { client_id, client_secret, code, redirect_uri, scope, grant_type } = result.data;
		const app = accounts.ofClient(client_id);
		if (!app || app.clientSecret !== client_secret)
			return refuse('invalid_client', 'The client credentials are not valid');
		if (grant_type !== 'authorization_code')
			return refuse('unsupported_grant_type', 'Only authorization_code is supported');
		const grant = grants.get(code);
		if (!grant || grant.clientId !== client_id || grant.expires < store.now) {
			return refuse('invalid_grant', 'The code is not valid, was used already or has expired');
		}
		if (grant.redirectUri !== redirect_uri)
			return refuse('invalid_grant', 'redirect_uri differs from the one of the install');
		if (result.data.context !== context)
			return refuse('invalid_request', 'context differs from the one of the callback');
		if (!sameScopes(scope, grant.scope)) return refuse('invalid_scope', 'scope differs from the one of the callback');
		grants.delete(code);
		const account = accounts.install(app, grant.scope.split(' '));
		return void reply.send({
			access_token: account.accessToken,
			scope: grant.scope,
			user: USER,
			owner: USER,
			context,
			account_uuid: ACCOUNT_UUID,
		});
	});
}

const scopesOf = (query: AuthorizeQuery): string[] => query.scope.split(/[\s+]+/).filter(Boolean);

const sameScopes = (a: string, b: string): boolean =>
	a
		.split(/[\s+]+/)
		.filter(Boolean)
		.sort()
		.join() === b.split(' ').sort().join();

/** The token request as JSON or as a form; both appear in BigCommerce's own material. */
function readToken(request: FastifyRequest): unknown {
	if (typeof request.body !== 'string') return {};
	if (request.headers['content-type']?.includes('json')) {
		try {
			return JSON.parse(request.body) as unknown;
		} catch {
			return {};
		}
	}
	return Object.fromEntries(new URLSearchParams(request.body));
}

const errorPage = (message: string): string => `<h1>The app cannot be installed</h1><p>${escapeHtml(message)}</p>`;

function installPage(query: AuthorizeQuery, app: string, scope: string): string {
	const hidden = Object.entries(sent(query))
		.map(([name, value = '']) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
		.join('');
	const scopes = scope
		.split(' ')
		.map((name) => `<li><code>${escapeHtml(name)}</code></li>`)
		.join('');
	return `<h1>Install ${escapeHtml(app)}</h1>
<p>The app asks for access to <strong>Sandbox Store</strong>:</p><ul>${scopes}</ul>
<form method="get" action="/oauth2/authorize/install">${hidden}<button id="install">Install</button></form>`;
}
