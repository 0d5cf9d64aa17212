import { parseStoreHash } from '../../../nodes/BigCommerce/transport/storeHash';

describe('parseStoreHash', () => {
	it.each([
		'stores/abc123',
		'stores/abc123/',
		'abc123',
		'  abc123\n',
		'ABC123',
		'store-abc123',
		'https://api.bigcommerce.com/stores/abc123',
		'https://api.bigcommerce.com/stores/abc123/',
		'https://api.bigcommerce.com/stores/abc123/v3/',
		' https://api.bigcommerce.com/stores/abc123/v2 ',
		'https://api.bigcommerce.com/stores/abc123/v3/catalog/products?limit=5',
		'https://store-abc123.mybigcommerce.com',
		'https://store-abc123.mybigcommerce.com/manage/dashboard',
		'https://store-abc123-1.mybigcommerce.com/manage',
		'store-abc123.mybigcommerce.com',
		'http://127.0.0.1:4010/stores/abc123/v3',
	])('%p', (pasted) => {
		expect(parseStoreHash(pasted)).toBe('abc123');
	});

	it.each([
		'',
		'   ',
		'https://www.example.com',
		'https://api.bigcommerce.com/stores/',
		'https://api.bigcommerce.com',
		'https://shop.mybigcommerce.com/manage',
		'abc 123',
		'abc/123',
		'../abc',
		'a@b.example',
	])('no hash in %p', (pasted) => {
		expect(parseStoreHash(pasted)).toBeUndefined();
	});
});
