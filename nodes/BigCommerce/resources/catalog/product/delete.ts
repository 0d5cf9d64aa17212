import type { BatchOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { product } from './fields';

export const remove: BatchOperation = {
	kind: 'batch',
	value: 'delete',
	name: 'Delete',
	action: 'Delete product',
	description: 'Delete products for good, 250 items with each request',
	endpoint: 'DELETE /v3/catalog/products',
	effect: 'delete',
	repeatable: true,
	filter: 'id:in',
	readBack: { endpoint: 'GET /v3/catalog/products', filter: 'id:in' },
	scope: SCOPES.products,
	body: [product],
};
