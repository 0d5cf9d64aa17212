import { SCOPES } from '../../transport/scopes';
import { updateFields } from '../shared/fields';
import { productLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { name, price, productFields, productSummary, sku, type, weight } from './fields';

export const update: OneOperation = {
	kind: 'one',
	value: 'update',
	name: 'Update',
	action: 'Update product',
	description: 'Change fields of one product; fields you do not add stay as they are',
	endpoint: 'PUT /v3/catalog/products/{product_id}',
	scope: SCOPES.products,
	path: [productLocator],
	body: [updateFields(name, type, price, weight, sku, ...productFields)],
	simplify: productSummary,
};
