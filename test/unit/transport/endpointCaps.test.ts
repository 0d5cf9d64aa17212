import { endpointCap } from '../../../nodes/BigCommerce/transport/endpointCaps';
import type { Method } from '../../../nodes/BigCommerce/transport/types';

describe('endpointCap', () => {
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
		['PUT', '/v3/catalog/categories', 40],
		['GET', '/v3/promotions', 40],
		['GET', '/v3/promotions/5/codes', 10],
		['POST', '/v3/promotions/5/codegen', 10],
		['PUT', '/v3/pricelists/records', 1],
		['PUT', '/v3/pricelists/2/records', 1],
		['POST', '/v3/pricelists/2/records', 10],
		['PUT', '/v3/pricelists/2/records/7/USD', 40],
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
		expect(endpointCap(method, path)?.most).toBe(most);
	});

	it('counts all bulk writes to the inventory together', () => {
		const keys = [
			endpointCap('PUT', '/v3/inventory/adjustments/absolute'),
			endpointCap('POST', '/v3/inventory/adjustments/relative'),
			endpointCap('PUT', '/v3/inventory/locations/7/items'),
		].map((cap) => cap?.key);
		expect(new Set(keys).size).toBe(1);
	});
});
