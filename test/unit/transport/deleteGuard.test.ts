import { reasonToRefuse } from '../../../nodes/BigCommerce/transport/deleteGuard';
import type { JsonValue, Method, Query } from '../../../nodes/BigCommerce/transport/types';

const CART = '0b5b9a4e-93ce-4a5b-8c5f-6c0e3b3a1c11';

const reason = (method: Method, path: string, query: Query = {}, body?: JsonValue) =>
	reasonToRefuse(
		method === 'GET'
			? { method, path, query }
			: { method, path, query, repeatable: false, ...(body !== undefined && { body }) },
	);

describe('reasonToRefuse', () => {
	const COLLECTIONS = [
		'/v2/orders',
		'/v2/orders/118/shipments',
		'/v2/coupons',
		'/v2/gift_certificates',
		'/v2/banners',
		'/v2/currencies',
		'/v2/customers',
		'/v2/customers/5/addresses',
		'/v2/redirects',
		'/v2/blog/posts',
		'/v3/customers',
		'/v3/customers/addresses',
		'/v3/customers/attributes',
		'/v3/customers/attribute-values',
		'/v3/customers/subscribers',
		'/v3/pricelists',
		'/v3/pricelists/2/records',
		'/v3/pricelists/assignments',
		'/v3/catalog/products',
		'/v3/catalog/categories',
		'/v3/catalog/brands',
		'/v3/catalog/trees',
		'/v3/catalog/trees/categories',
		'/v3/promotions',
		'/v3/promotions/3/codes',
		'/v3/inventory/locations',
		'/v3/tax/classes',
	];

	describe.each(COLLECTIONS)('DELETE %s', (path) => {
		it('is refused without a filter', () => {
			expect(reason('DELETE', path)).toMatch(/would delete everything/);
		});

		it.each<Query>([{ limit: 250 }, { page: 2 }, { sort: 'id' }, { include_fields: 'id' }, { limit: 50, page: 1 }])(
			'is refused with %p, which chooses nothing',
			(query) => {
				expect(reason('DELETE', path, query)).toMatch(/would delete everything/);
			},
		);

		it.each<Query>([{ 'id:in': '' }, { 'id:in': [] }, { 'id:in': [''] }, { 'id:in': ' ' }, { name: '' }])(
			'is refused with an empty filter: %p',
			(query) => {
				expect(reason('DELETE', path, query)).toMatch(/is empty/);
			},
		);

		it('may be read', () => {
			expect(reason('GET', path)).toBeUndefined();
		});
	});

	it.each<[string, Query]>([
		['/v2/orders', { 'id:in': [1, 2] }],
		['/v2/orders', { status_id: 5 }],
		['/v2/orders/118/shipments', { 'id:in': [1] }],
		['/v2/gift_certificates', { id: 4 }],
		['/v2/customers', { 'id:in': [1] }],
		['/v2/coupons', { code: 'SUMMER' }],
		['/v3/customers/subscribers', { 'id:in': [4] }],
		['/v3/customers/subscribers', { email: 'a@example.com', 'id:in': [4] }],
		['/v3/customers', { email: 'a@example.com' }],
		['/v3/pricelists/2/records', { price: 5 }],
	])('DELETE %s is refused with a filter that it does not know: %p', (path, query) => {
		expect(reason('DELETE', path, query)).toMatch(/would delete everything/);
	});

	it.each<[string, Query]>([
		['/v2/coupons', { 'id:in': [1, 2] }],
		['/v3/customers', { 'id:in': [1, 2] }],
		['/v3/customers/addresses', { 'id:in': '7' }],
		['/v3/customers/subscribers', { email: 'a@example.com' }],
		['/v3/pricelists', { 'id:in': [3] }],
		['/v3/pricelists/2/records', { 'variant_id:in': [3], currency: 'usd' }],
		['/v3/pricelists/assignments', { channel_id: 1 }],
		['/v3/catalog/products', { 'id:in': [1, 2, 3] }],
		['/v3/catalog/products', { is_visible: false }],
		['/v3/catalog/products', { inventory_level: 0 }],
		['/v3/catalog/trees/categories', { 'category_id:in': [1] }],
		['/v3/inventory/locations', { 'location_id:in': [2] }],
		['/v3/content/pages', { 'id:in': [2], delete_children: true }],
		['/v3/promotions/3/codes', { 'id:in': [9] }],
	])('DELETE %s may leave with %p', (path, query) => {
		expect(reason('DELETE', path, query)).toBeUndefined();
	});

	it.each([
		'/v2/orders/118',
		'/v2/orders/118/shipments/4',
		'/v2/coupons/7',
		'/v3/catalog/products/5',
		'/v3/catalog/products/5/images/9',
		'/v3/catalog/categories/5/image',
		`/v3/carts/${CART}`,
		`/v3/carts/${CART}/items/${CART}`,
		`/v3/checkouts/${CART}/coupons/SUMMER`,
		`/v3/checkouts/${CART}/consignments/5f2b`,
		'/v3/pricelists/2/records/7/USD',
		'/v3/channels/1/site',
		'/v3/channels/1/site/checkout-url',
		'/v3/hooks/12',
		'/v3/content/scripts/0b5b9a4e-93ce-4a5b-8c5f-6c0e3b3a1c11',
	])('DELETE %s means one record', (path) => {
		expect(reason('DELETE', path)).toBeUndefined();
	});

	describe('is not talked round by how a path is written', () => {
		it.each([
			'/v2/orders.json',
			'/v2/orders.xml',
			'/v2/Orders',
			'/V2/ORDERS',
			'/v2/%6Frders',
			'/v2/%256Frders',
			'/v2/orders;x=1',
			'/v2\\orders',
			'/v2/orders%20',
			'/v2/or\u200bders',
			'/v2/orders/118/Shipments',
			'/v3/Customers/Subscribers',
		])('DELETE %j', (path) => {
			for (const query of [{}, { status_id: 5 }, { 'id:in': [1] }]) {
				expect(reason('DELETE', path, query)).toMatch(/would delete everything|does not know the filter/);
			}
		});

		it.each(['/v2/orders/', '/v2//orders', '//v2/orders', '/v2/orders%2F', 'v2/orders', '/v2/ord\ners', '/v2/%zz%20'])(
			'DELETE %j',
			(path) => {
				expect(reason('DELETE', path, { 'id:in': [1] })).toBeDefined();
			},
		);

		it('a path with a percent sign is read as it is', () => {
			expect(reason('DELETE', '/v3/checkouts/5/coupons/10%25')).toBeUndefined();
			expect(reason('GET', '/v3/promotions/codes', { code: '100%' })).toBeUndefined();
		});
	});

	it.each([
		'/v2/products',
		'/v2/categories',
		'/v2/option_sets',
		'/v2/orders/all',
		'/v2/shipping/zones',
		'/v2/anything/5/parts',
	])('DELETE %s, a v2 collection that nobody lists, is refused whatever the query', (path) => {
		for (const query of [{}, { 'id:in': [1] }, { name: 'x' }])
			expect(reason('DELETE', path, query)).toMatch(/everything/);
		expect(reason('DELETE', path, {}, [1])).toMatch(/everything/);
	});

	it('a v3 collection that nobody lists needs a filter or records in the body', () => {
		expect(reason('DELETE', '/v3/brand-new/things')).toMatch(/everything/);
		expect(reason('DELETE', '/v3/brand-new/things', { limit: 5 })).toMatch(/everything/);
		expect(reason('DELETE', '/v3/brand-new/things', { 'id:in': [1] })).toBeUndefined();
		expect(reason('DELETE', '/v3/brand-new/things', {}, [1])).toBeUndefined();
		expect(reason('DELETE', '/v3/brand-new/things/7')).toBeUndefined();
	});

	it('names the filter that it does not know', () => {
		expect(reason('DELETE', '/v3/catalog/products', { brand_id: 5, colour: 'red' })).toMatch(
			/does not know the filter colour/,
		);
	});

	it('lets a DELETE name its records in the body', () => {
		expect(reason('DELETE', '/v3/catalog/products/metafields', {}, [1, 2])).toBeUndefined();
		expect(reason('DELETE', `/v3/checkouts/${CART}/fees`, {}, { ids: ['a'] })).toBeUndefined();
		expect(reason('DELETE', '/v3/catalog/products/metafields', {}, [])).toMatch(/everything/);
		expect(reason('DELETE', `/v3/checkouts/${CART}/fees`, {}, { ids: [] })).toMatch(/everything/);
		expect(reason('DELETE', '/v2/orders', {}, [1])).toMatch(/everything/);
	});

	it.each([
		'/v3/catalog/products/',
		'/v3/catalog/products//images',
		'/v3/catalog/products/%20',
		'/v2/orders/undefined',
		'/v2/orders/null/products',
		'/v2/orders/NaN',
	])('no call leaves with an empty ID: %s', (path) => {
		for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) expect(reason(method, path)).toMatch(/ID/);
	});

	it.each(['/v3/checkouts/5/coupons/..', '/v3/carts/./items', '/v3/carts/%2e%2e', '/v3/carts/%2E.'])(
		'no call leaves with a path that leads elsewhere: %s',
		(path) => {
			for (const method of ['GET', 'DELETE'] as const) expect(reason(method, path)).toMatch(/not an ID/);
		},
	);

	it.each(['/v2/orders?x=/5', '/v2/orders#/5'])('no query hides in the path: %s', (path) => {
		expect(reason('DELETE', path)).toMatch(/must not have a query/);
	});

	it('an empty list of IDs is no filter for reading either', () => {
		expect(reason('GET', '/v3/customers', { 'id:in': [] })).toBe('The filter id:in is empty');
		expect(reason('GET', '/v3/customers', { 'name:like': '' })).toBeUndefined();
		expect(reason('GET', '/v3/customers', { 'id:in': [0] })).toBeUndefined();
		expect(reason('GET', '/v3/customers', { 'id:in': [NaN] })).toBe('The filter id:in is empty');
		expect(reason('DELETE', '/v3/customers', { 'id:in': '\u200b' })).toBe('The filter id:in is empty');
	});
});
