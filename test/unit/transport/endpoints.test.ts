import { factsOf, pageSizeFor } from '../../../nodes/BigCommerce/transport/endpoints';
import type { Method } from '../../../nodes/BigCommerce/transport/types';

describe('factsOf', () => {
	it('finds a concrete path and the template itself', () => {
		const template = '/v3/pricelists/{price_list_id}/records/{variant_id}/{currency_code}';
		for (const path of ['/v3/pricelists/2/records/7/USD', template]) {
			expect(factsOf('PUT', path)).toMatchObject({ template, isDescribed: true, concurrency: { most: 40 } });
		}
	});

	it('prefers fixed parts to parameters, also where only a longer path has them', () => {
		expect(factsOf('GET', '/v3/customers/addresses').template).toBe('/v3/customers/addresses');
		expect(factsOf('GET', '/v3/catalog/products/metafields').pagination).toBe('cursor');
		expect(factsOf('GET', '/v3/orders/payment_actions/refunds').template).toBe('/v3/orders/payment_actions/refunds');
		expect(factsOf('GET', '/v3/orders/12/payment_actions/refunds').template).toBe(
			'/v3/orders/{order_id}/payment_actions/refunds',
		);
		expect(factsOf('GET', '/v2/countries/states').template).toBe('/v2/countries/states');
	});

	it('has defaults for what nobody has described', () => {
		for (const path of ['/v3/brand-new', '/v3/catalog/products/5/brand-new', '/v3', '', '/']) {
			expect(factsOf('GET', path)).toMatchObject({
				template: undefined,
				isDescribed: false,
				pagination: 'auto',
				pageSize: 250,
				rowKey: ['id'],
				concurrency: undefined,
			});
		}
		expect(factsOf('GET', '/v2/coupons/5')).toMatchObject({
			template: '/v2/coupons/{id}',
			isDescribed: false,
			pagination: 'auto',
		});
	});

	it.each<[string, ReturnType<typeof factsOf>['pagination'], readonly string[]]>([
		['/v3/catalog/products', 'page', ['id']],
		['/v3/catalog/products/5', 'none', ['id']],
		['/v3/catalog/trees/categories', 'page', ['category_id']],
		['/v3/customers', 'cursor', ['id']],
		['/v3/pricelists/2/records', 'cursor', ['price_list_id', 'variant_id', 'currency']],
		['/v3/inventory/items', 'page', ['identity']],
		['/v2/orders', 'v2', ['id']],
		['/v3/channels/1/listings', 'cursor', ['listing_id']],
		['/v3/tax/zones', 'none', ['id']],
	])('GET %s is paged by %s, its rows named by %j', (path, pagination, rowKey) => {
		expect(factsOf('GET', path)).toMatchObject({ pagination, rowKey });
	});

	it.each<[Method, string, number | undefined]>([
		['PUT', '/v3/catalog/products', 10],
		['DELETE', '/v3/catalog/products', 250],
		['PUT', '/v3/catalog/variants', 50],
		['POST', '/v3/customers', 10],
		['PUT', '/v3/inventory/adjustments/absolute', 2000],
		['PUT', '/v3/pricelists/2/records', 1000],
		['POST', '/v3/pricelists/2/records', 100],
		['POST', '/v3/pricelists/assignments', 25],
		['POST', '/v3/catalog/products', undefined],
	])('%s %s takes %s records per call', (method, path, batch) => {
		expect(factsOf(method, path).batch).toBe(batch);
	});

	it.each<[Method, string, number | undefined]>([
		['PUT', '/v3/customers', 3],
		['POST', '/v3/customers', undefined],
		['POST', '/v3/customers/addresses', 10],
		['PUT', '/v3/customers/addresses', 3],
		['POST', '/v3/customers/attributes', 3],
		['PUT', '/v3/customers/attribute-values', 3],
		['PUT', '/v3/customers/form-field-values', 10],
		['GET', '/v2/customer_groups', 40],
		['DELETE', '/v2/customer_groups/4', 40],
		['GET', '/v3/catalog/trees/1/categories', 1],
		['GET', '/v3/catalog/trees/categories', undefined],
		['PUT', '/v3/catalog/categories/5', 40],
		['GET', '/v3/promotions', 40],
		['GET', '/v3/promotions/5/codes', 10],
		['POST', '/v3/promotions/5/codegen', 10],
		['PUT', '/v3/pricelists/records', 1],
		['PUT', '/v3/pricelists/2/records', 1],
		['POST', '/v3/pricelists/2/records', 10],
		['PUT', '/v3/pricelists/2/records/7/USD', 40],
		['GET', '/v3/pricelists/2/records/7/USD', 50],
		['DELETE', '/v3/pricelists/2/records/7/USD', 25],
		['PUT', '/v3/pricelists/2/assignments', 25],
		['DELETE', '/v3/pricelists/2', 1],
		['PUT', '/v3/inventory/adjustments/absolute', 1],
		['POST', '/v3/inventory/adjustments/relative', 1],
		['PUT', '/v3/inventory/locations/1/items', 1],
		['GET', '/v3/inventory/items', undefined],
		['POST', '/v3/hooks', 1],
		['GET', '/v3/catalog/products', undefined],
	])('%s %s: %s at once', (method, path, most) => {
		expect(factsOf(method, path).concurrency?.most).toBe(most);
	});

	it('counts all bulk writes to the inventory together, and others by themselves', () => {
		const inventory = [
			factsOf('PUT', '/v3/inventory/adjustments/absolute'),
			factsOf('POST', '/v3/inventory/adjustments/relative'),
			factsOf('PUT', '/v3/inventory/locations/7/items'),
		].map(({ concurrency }) => concurrency?.key);
		expect(new Set(inventory).size).toBe(1);
		const [one, other] = ['/v3/pricelists/1/records', '/v3/pricelists/2/records'].map((path) => factsOf('PUT', path));
		expect(one?.concurrency).toEqual(other?.concurrency);
		expect(factsOf('POST', '/v3/pricelists/1/records').concurrency?.key).not.toBe(one?.concurrency?.key);
	});
});

describe('pageSizeFor', () => {
	const products = factsOf('GET', '/v3/catalog/products');

	it.each([
		[{}, 250],
		[{ include: 'images,videos' }, 250],
		[{ include: 'images,options' }, 10],
		[{ include: ['modifiers', 'images'] }, 10],
		[{ include: 'optionsets' }, 250],
	])('%j: %d', (query, size) => {
		expect(pageSizeFor(products, query)).toBe(size);
	});

	it('is the endpoint’s own where nothing in the query changes it', () => {
		expect(pageSizeFor(factsOf('GET', '/v3/inventory/items'), { include: 'options' })).toBe(1000);
	});
});
