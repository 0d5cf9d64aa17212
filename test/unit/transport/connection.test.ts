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

	it('refuses an address that is none', () => {
		const data = { storeHash: 'abc123', customUrls: true, apiUrl: 'ftp://example.com' };
		expect(() => readConnection('accessToken', data)).toThrow('API URL');
	});
});
