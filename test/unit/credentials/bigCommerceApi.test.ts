import axios from 'axios';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import nock from 'nock';

import { BigCommerceApi } from '../../../credentials/BigCommerceApi.credentials';
import { ConnectionFault } from '../../../nodes/BigCommerce/transport/connection';

const HOST = 'https://api.bigcommerce.com';
const TOKEN = 'token-of-abc123';

/** n8n's request helper, as far as the check uses it. */
const helper = {
	helpers: {
		httpRequest: async ({ method, url, headers, timeout }: IHttpRequestOptions) => {
			const {
				status,
				headers: answered,
				data,
			} = await axios.request<unknown>({
				method: method ?? 'GET',
				url,
				headers: headers as Record<string, string>,
				timeout: timeout ?? 0,
				validateStatus: () => true,
			});
			return { statusCode: status, headers: answered, body: data };
		},
	},
};

const check = async (fields: ICredentialDataDecryptedObject = {}) =>
	await new BigCommerceApi().preAuthentication.call(helper, {
		storeHash: 'abc123',
		accessToken: TOKEN,
		requiredScopes: [],
		customUrls: false,
		...fields,
	});

const store = (token = TOKEN, hash = 'abc123') => {
	const scope = nock(HOST, { reqheaders: { 'X-Auth-Token': token, Accept: 'application/json' } });
	return {
		get: (path: string, status: number, body: nock.Body = {}, headers: nock.ReplyHeaders = {}) =>
			scope.get(`/stores/${hash}${path}`).reply(status, body, headers),
	};
};

const message = async (fields: ICredentialDataDecryptedObject = {}) =>
	await check(fields).then(
		() => 'no error',
		(error: unknown) => {
			expect(error).toBeInstanceOf(ConnectionFault);
			return (error as Error).message;
		},
	);

beforeEach(() => nock.cleanAll());
afterEach(() => {
	expect(nock.pendingMocks()).toEqual([]);
	nock.cleanAll();
});

it('tests the connection alone when no scope is required', async () => {
	store().get('/v3/hooks?limit=1', 200, { data: [], meta: {} });
	await expect(check()).resolves.toEqual({ grantedScopes: 'default' });
});

it.each([
	' abc123 ',
	'stores/ABC123',
	'https://api.bigcommerce.com/stores/abc123/v3/',
	' https://store-abc123.mybigcommerce.com/manage/dashboard ',
	'https://store-abc123-1.mybigcommerce.com/',
])('takes the store hash out of %j, and the token without blanks', async (storeHash) => {
	store().get('/v3/hooks?limit=1', 200);
	await expect(check({ storeHash, accessToken: `\n ${TOKEN} ` })).resolves.toEqual({ grantedScopes: 'default' });
});

it('keeps what it proved: reading', async () => {
	store().get('/v3/hooks?limit=1', 200);
	store().get('/v2/orders/count', 200, { count: 0 });
	store().get('/v3/carts/00000000-0000-4000-8000-000000000000', 404, { status: 404, title: 'Not found' });
	store().get('/v2/payments/methods?limit=1', 204);
	const requiredScopes = ['store_v2_orders', 'store_cart_read_only', 'store_payments_methods_read'];
	await expect(check({ requiredScopes })).resolves.toEqual({
		grantedScopes: 'default store_v2_orders_read_only store_cart_read_only store_payments_methods_read',
	});
});

it('names every missing scope in one message, by the words of the control panel and by parameter', async () => {
	store().get('/v3/hooks?limit=1', 200);
	store().get('/v2/orders/count', 403, [{ status: 403, message: 'You do not have permission' }]);
	store().get('/v3/customers?limit=1', 200, { data: [], meta: {} });
	store().get('/v2/coupons/count', 401, {
		error: 'You are authorized but your scope does not include this resource.',
	});
	const said = await message({
		requiredScopes: ['store_v2_orders', 'store_v2_customers_read_only', 'store_v2_marketing_read_only'],
	});
	expect(said).toMatch(/^The access token works, but lacks these scopes: /);
	expect(said).toContain('Orders: modify (store_v2_orders)');
	expect(said).toContain('Marketing: read-only (store_v2_marketing_read_only)');
	expect(said).not.toContain('Customers');
	expect(said).toContain('Settings > Store-level API accounts');
});

it('says that the token is wrong, and of which store it must be', async () => {
	store('wrong').get('/v3/hooks?limit=1', 401, { status: 401, title: 'Unauthorized' });
	const said = await message({ accessToken: 'wrong' });
	expect(said).toMatch(/does not accept this access token for the store "abc123"/);
	expect(said).not.toContain('wrong');
});

it('says that there is no such store', async () => {
	store(TOKEN, 'nosuch').get('/v3/hooks?limit=1', 404, { status: 404, title: 'Not found' });
	expect(await message({ storeHash: 'nosuch' })).toMatch(/has no store "nosuch" at https:\/\/api\.bigcommerce\.com/);
});

it('says that a store hash is none', async () => {
	expect(await message({ storeHash: 'https://example.com/shop' })).toMatch(/^Store Hash in the credential is not/);
	expect(await message({ storeHash: '' })).toMatch(/^Store Hash in the credential is empty/);
});

it('says that the host cannot be reached, and why', async () => {
	nock(HOST)
		.get('/stores/abc123/v3/hooks?limit=1')
		.replyWithError(Object.assign(new Error('getaddrinfo ENOTFOUND api.bigcommerce.com'), { code: 'ENOTFOUND' }));
	const said = await message();
	expect(said).toMatch(/^BigCommerce could not be reached\. .*ENOTFOUND/);
	expect(said).toContain('API URL of the credential (https://api.bigcommerce.com)');
});

it('asks the address that the credential names', async () => {
	nock('http://127.0.0.1:4010').get('/stores/abc123/v3/hooks?limit=1').reply(200);
	await expect(check({ customUrls: true, apiUrl: ' http://127.0.0.1:4010/ ' })).resolves.toEqual({
		grantedScopes: 'default',
	});
});

it('waits for the quota when the store has none left', async () => {
	const empty = {
		'X-Rate-Limit-Requests-Left': '0',
		'X-Rate-Limit-Requests-Quota': '150',
		'X-Rate-Limit-Time-Window-Ms': '30000',
		'X-Rate-Limit-Time-Reset-Ms': '300',
	};
	store().get('/v3/hooks?limit=1', 200);
	store().get('/v2/orders/count', 429, {}, empty);
	store().get('/v2/orders/count', 200, { count: 1 });
	const started = Date.now();
	await expect(check({ requiredScopes: ['store_v2_orders_read_only'] })).resolves.toEqual({
		grantedScopes: 'default store_v2_orders_read_only',
	});
	expect(Date.now() - started).toBeGreaterThanOrEqual(290);
});

it('takes a store that is down for down, not for lacking scopes', async () => {
	store().get('/v3/hooks?limit=1', 200);
	nock(HOST).get('/stores/abc123/v2/orders/count').reply(501, '<html>oops</html>');
	expect(await message({ requiredScopes: ['store_v2_orders'] })).toMatch(/could not answer \(status 501\)/);
});

it('checks once for requests that come at the same time', async () => {
	store().get('/v3/hooks?limit=1', 200); // a second request would find no answer
	await expect(Promise.all([check(), check(), check()])).resolves.toHaveLength(3);
});
