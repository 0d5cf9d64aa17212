import { SCOPES } from '../../transport/scopes';
import { id, required, updateFields } from '../shared/fields';
import type { BatchOperation } from '../types';
import { name, price, productFields, productSummary, sku, type, weight } from './fields';

export const updateMany: BatchOperation = {
	kind: 'batch',
	value: 'updateMany',
	name: 'Update Many',
	action: 'Update many products',
	description: 'Change one product per input item, ten with each request: much faster for large catalogs',
	endpoint: 'PUT /v3/catalog/products',
	most: 10,
	match: { record: 'id', row: 'id' },
	scope: SCOPES.products,
	body: [
		required(id('id', 'Product ID', { default: '={{ $json.id }}' })),
		updateFields(name, type, price, weight, sku, ...productFields),
	],
	simplify: productSummary,
};
