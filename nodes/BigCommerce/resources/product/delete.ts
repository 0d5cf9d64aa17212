import { SCOPES } from '../../transport/scopes';
import { productLocator } from '../shared/locators';
import type { BatchOperation } from '../types';

export const remove: BatchOperation = {
	kind: 'batch',
	value: 'delete',
	name: 'Delete',
	action: 'Delete product',
	description: 'Remove products for good, up to 250 input items with each request',
	endpoint: 'DELETE /v3/catalog/products',
	most: 250,
	filter: { name: 'id:in', record: productLocator },
	scope: SCOPES.products,
};
