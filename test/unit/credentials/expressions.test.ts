import type { INode, INodeType, INodeTypes } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { BigCommerceApi } from '../../../credentials/BigCommerceApi.credentials';
import { BigCommerceOAuth2Api } from '../../../credentials/BigCommerceOAuth2Api.credentials';
import { parseStoreHash } from '../../../nodes/BigCommerce/transport/storeHash';

const node: INode = { id: '1', name: 'Mock', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };
const nodeType = { description: { properties: [] } } as unknown as INodeType;
const nodeTypes = {
	getByName: () => nodeType,
	getByNameAndVersion: () => nodeType,
	getKnownTypes: () => ({}),
} as INodeTypes;
const { expression } = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });

type Fields = Record<string, string | boolean | string[]>;

/** As n8n resolves a hidden field of a credential. */
function hidden(name: string, fields: Fields): unknown {
	const property = new BigCommerceOAuth2Api().properties.find((each) => each.name === name);
	return expression.getParameterValue(
		property?.default,
		null,
		0,
		0,
		'Mock',
		[],
		'internal',
		{},
		undefined,
		false,
		fields,
	);
}

/** As n8n resolves the request of a credential test. */
const ofCredentials = (text: string, fields: Fields): unknown =>
	expression.getSimpleParameterValue(node, text, 'internal', { $credentials: fields });

const PASTED = [
	'abc123',
	'  abc123\n',
	'ABC123',
	'store-abc123',
	'stores/abc123',
	'https://api.bigcommerce.com/stores/abc123',
	' https://api.bigcommerce.com/stores/abc123/v3/ ',
	'https://store-abc123.mybigcommerce.com/manage/settings',
	'https://store-abc123-2.mybigcommerce.com',
	'store-abc123.mybigcommerce.com',
];

describe.each(PASTED)('a store given as %j', (storeHash) => {
	it('is the same to the nodes, to the OAuth requests and to the credential test', () => {
		const fields = { storeHash, customUrls: false, scopes: ['store_v2_orders'] };
		expect(parseStoreHash(storeHash)).toBe('abc123');
		expect(hidden('authQueryParameters', fields)).toBe('context=stores/abc123');
		expect(JSON.parse(hidden('additionalBodyProperties', fields) as string)).toEqual({
			context: 'stores/abc123',
			scope: 'store_v2_orders',
		});
		const { url } = new BigCommerceApi().test.request;
		expect(ofCredentials(url as string, fields)).toBe('/stores/abc123/v3/hooks');
	});
});

it('asks for all chosen scopes, separated by blanks', () => {
	const fields = { storeHash: 'abc123', scopes: ['store_v2_orders', 'store_cart_read_only'] };
	expect(hidden('scope', fields)).toBe('store_v2_orders store_cart_read_only');
	expect(hidden('scope', { storeHash: 'abc123' })).toBe('');
});

it('goes to BigCommerce, or to the addresses that are given', () => {
	const test = new BigCommerceApi().test.request.baseURL as string;
	const usual = { storeHash: 'abc123', customUrls: false, loginUrl: 'http://other', apiUrl: 'http://other' };
	expect(hidden('authUrl', usual)).toBe('https://login.bigcommerce.com/oauth2/authorize');
	expect(hidden('accessTokenUrl', usual)).toBe('https://login.bigcommerce.com/oauth2/token');
	expect(ofCredentials(test, usual)).toBe('https://api.bigcommerce.com');
	const sandbox = { customUrls: true, loginUrl: ' http://127.0.0.1:1/ ', apiUrl: 'http://127.0.0.1:1//' };
	expect(hidden('authUrl', sandbox)).toBe('http://127.0.0.1:1/oauth2/authorize');
	expect(hidden('accessTokenUrl', sandbox)).toBe('http://127.0.0.1:1/oauth2/token');
	expect(ofCredentials(test, sandbox)).toBe('http://127.0.0.1:1');
});

it('sends the token without the blanks that were pasted with it, and keeps the other headers', async () => {
	const { authenticate } = new BigCommerceApi();
	if (typeof authenticate !== 'function') throw new TypeError('n8n cannot resolve expressions in timers');
	const request = { url: 'https://api.bigcommerce.com', headers: { Accept: 'application/json' } };
	await expect(authenticate({ accessToken: ' token\n' }, request)).resolves.toEqual({
		url: request.url,
		headers: { Accept: 'application/json', 'X-Auth-Token': 'token' },
	});
});

it.each([
	['bigCommerceApi', 'requiredScopes', new BigCommerceApi()],
	['bigCommerceOAuth2Api', 'scopes', new BigCommerceOAuth2Api()],
])('%s lists scopes alphabetically, each once', (_, name, credential) => {
	const options = credential.properties.find((each) => each.name === name)?.options ?? [];
	const names = options.map((option) => option.name);
	expect(names).toEqual([...new Set(names)].sort((one, other) => one.localeCompare(other)));
	expect(names.every((text) => /\((Modify|Read-Only)\)$/.test(text))).toBe(true);
});
