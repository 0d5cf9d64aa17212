import { ConnectionFault, readConnection } from '../../../nodes/BigCommerce/transport/connection';

describe('readConnection', () => {
	it("reads an access token's credential, without the token", () => {
		const connection = readConnection('accessToken', {
			storeHash: ' https://api.bigcommerce.com/stores/abc123/v3/ ',
			accessToken: 'secret',
			clientSecret: ' key ',
			grantedScopes: 'store_v2_orders store_cart',
		});
		expect(connection).toEqual({
			kind: 'accessToken',
			apiUrl: 'https://api.bigcommerce.com',
			storeHash: 'abc123',
			clientSecret: 'key',
			grantedScopes: { parameters: ['store_v2_orders', 'store_cart'], complete: false },
		});
	});

	it('takes the scopes of an app from its token answer', () => {
		const connection = readConnection('oAuth2', {
			storeHash: 'abc123',
			grantedScopes: 'ignored',
			oauthTokenData: { access_token: 'secret', scope: 'store_v2_products' },
		});
		expect(connection.grantedScopes).toEqual({ parameters: ['store_v2_products'], complete: true });
		expect(JSON.stringify(connection)).not.toContain('secret');
	});

	it('knows nothing of scopes and signatures where the credential does not tell', () => {
		const connection = readConnection('accessToken', { storeHash: 'abc123', clientSecret: '', grantedScopes: '' });
		expect(connection).toMatchObject({ clientSecret: undefined, grantedScopes: undefined });
	});

	it('uses another address only when asked to', () => {
		const data = { storeHash: 'abc123', apiUrl: 'http://127.0.0.1:4010/' };
		expect(readConnection('accessToken', { ...data, customUrls: true }).apiUrl).toBe('http://127.0.0.1:4010');
		expect(readConnection('accessToken', { ...data, customUrls: false }).apiUrl).toBe('https://api.bigcommerce.com');
		expect(readConnection('accessToken', { storeHash: 'abc123', apiUrl: '', customUrls: true }).apiUrl).toBe(
			'https://api.bigcommerce.com',
		);
	});

	it.each([{}, { storeHash: '' }, { storeHash: 'not a hash' }, { storeHash: 7 }])('refuses %p', (data) => {
		expect(() => readConnection('accessToken', data)).toThrow(ConnectionFault);
	});

	it('says that a store hash is missing where it is, and that it is none where it is not', () => {
		expect(() => readConnection('accessToken', { storeHash: ' \u200b' })).toThrow(
			'Store Hash in the credential is empty',
		);
		expect(() => readConnection('accessToken', {})).toThrow('Store Hash in the credential is empty');
		expect(() => readConnection('accessToken', { storeHash: 'not a hash' })).toThrow('is not a store hash');
	});

	it('cleans what is typed of characters that nobody sees, where it can', () => {
		const data = { storeHash: '\ufeffabc123\u200b', clientSecret: 'key\u200b' };
		expect(readConnection('accessToken', data)).toMatchObject({ storeHash: 'abc123', clientSecret: 'key' });
	});

	it.each(['token\u200b', 'to ken', '\u2060token', 'tok\nen', 'tökén'])(
		'refuses a token that no header can hold before anything is sent: %j',
		(accessToken) => {
			expect(() => readConnection('accessToken', { storeHash: 'abc123', accessToken })).toThrow(
				/Access Token in the credential holds a blank or a character that cannot be seen/,
			);
			const oauthTokenData = { access_token: accessToken, scope: 'default' };
			expect(() => readConnection('oAuth2', { storeHash: 'abc123', oauthTokenData })).toThrow(ConnectionFault);
			expect(() => readConnection('accessToken', { storeHash: 'abc123', oauthTokenData })).not.toThrow();
		},
	);

	it('refuses an address that is none', () => {
		const data = { storeHash: 'abc123', customUrls: true, apiUrl: 'ftp://example.com' };
		expect(() => readConnection('accessToken', data)).toThrow('API URL');
	});
});
