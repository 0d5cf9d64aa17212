import { startSandbox, type ApiAccount, type Sandbox } from '../../sandbox';
import { clientOf } from './client';
import { aNumber, aString } from './matchers';

let sandbox: Sandbox;
let app: ApiAccount;
const REDIRECT = 'http://127.0.0.1:5678/callback';

beforeEach(async () => {
	sandbox = await startSandbox({ products: 1, customers: 1, orders: 0 });
	app = sandbox.createApiAccount({ name: 'Connector', scopes: ['store_v2_products', 'store_v2_orders'] });
});
afterEach(() => sandbox.close());

const authorize = (parameters: Record<string, string> = {}, path = '/oauth2/authorize') => {
	const query = new URLSearchParams({
		client_id: app.clientId,
		redirect_uri: REDIRECT,
		response_type: 'code',
		scope: 'store_v2_products',
		context: 'stores/sandbox1',
		state: 'abc',
		...parameters,
	});
	return fetch(`${sandbox.loginBaseUrl}${path}?${query.toString()}`, { redirect: 'manual' });
};
const install = async (): Promise<URLSearchParams> => {
	const response = await authorize({ auto_approve: '1' });
	expect(response.status).toBe(302);
	return new URL(response.headers.get('location') ?? '').searchParams;
};
const tokenBody = (callback: URLSearchParams): Record<string, string> => ({
	client_id: app.clientId,
	client_secret: app.clientSecret,
	code: callback.get('code') ?? '',
	context: callback.get('context') ?? '',
	scope: callback.get('scope') ?? '',
	grant_type: 'authorization_code',
	redirect_uri: REDIRECT,
});
const exchange = async (body: Record<string, string>, form = false) => {
	const response = await fetch(`${sandbox.loginBaseUrl}/oauth2/token`, {
		method: 'POST',
		...(form
			? { body: new URLSearchParams(body) }
			: { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
	});
	return { status: response.status, json: (await response.json()) as Record<string, unknown> };
};

test('the install page names the app and its scopes; its button leads to the callback', async () => {
	const page = await (await authorize()).text();
	expect(page).toContain('Install Connector');
	expect(page).toContain('store_v2_products');
	expect(page).toContain('<button id="install">');
	const response = await authorize({}, '/oauth2/authorize/install');
	const callback = new URL(response.headers.get('location') ?? '');
	expect(callback.origin + callback.pathname).toBe(REDIRECT);
	expect(Object.fromEntries(callback.searchParams)).toEqual({
		code: aString,
		scope: 'store_v2_products',
		context: 'stores/sandbox1',
		account_uuid: aString,
		state: 'abc',
	});
});

test.each([true, false])('a code becomes a token that holds the granted scopes (as a form: %s)', async (form) => {
	const { status, json } = await exchange(tokenBody(await install()), form);
	expect(status).toBe(200);
	expect(json).toEqual({
		access_token: aString,
		scope: 'store_v2_products',
		user: { id: aNumber, username: aString, email: aString },
		owner: { id: aNumber, username: aString, email: aString },
		context: 'stores/sandbox1',
		account_uuid: aString,
	});
	const api = clientOf(sandbox, String(json.access_token));
	expect((await api.get('/v3/catalog/products')).status).toBe(200);
	expect((await api.get('/v2/orders')).status).toBe(403);
});

test('a second install replaces the token of the first', async () => {
	const first = await exchange(tokenBody(await install()));
	await exchange(tokenBody(await install()));
	const api = clientOf(sandbox, String(first.json.access_token));
	expect((await api.get('/v3/hooks')).status).toBe(401);
});

test.each([
	[{ client_secret: 'wrong' }, 'invalid_client'],
	[{ code: 'wrong' }, 'invalid_grant'],
	[{ redirect_uri: 'http://127.0.0.1:1/' }, 'invalid_grant'],
	[{ context: 'stores/other' }, 'invalid_request'],
	[{ scope: 'store_v2_orders' }, 'invalid_scope'],
	[{ grant_type: 'password' }, 'unsupported_grant_type'],
])('a token request with %j is refused', async (changes, error) => {
	const { status, json } = await exchange({ ...tokenBody(await install()), ...changes });
	expect([status, json.error]).toEqual([400, error]);
});

test('a code works once', async () => {
	const body = tokenBody(await install());
	expect((await exchange(body)).status).toBe(200);
	expect((await exchange(body)).status).toBe(400);
});

test.each([
	{ client_id: 'nobody' },
	{ scope: 'store_v2_customers' },
	{ context: 'stores/other' },
	{ redirect_uri: 'no url' },
])('an install with %j is refused with a page', async (changes) => {
	const response = await authorize({ ...changes, auto_approve: '1' });
	expect(response.status).toBe(400);
	expect(await response.text()).toContain('cannot be installed');
});
