import { SCOPES } from '../../transport/scopes';
import { additionalFields, required } from '../shared/fields';
import type { OneOperation } from '../types';
import { createOnlyFields, name, price, productFields, productSummary, sku, type, weight } from './fields';

export const create: OneOperation = {
	kind: 'one',
	value: 'create',
	name: 'Create',
	action: 'Create product',
	description: 'Add a product, with variants and images if you like',
	endpoint: 'POST /v3/catalog/products',
	scope: SCOPES.products,
	body: [
		required(name),
		required(type),
		required(price),
		required(weight),
		additionalFields(sku, ...productFields, ...createOnlyFields),
	],
	simplify: productSummary,
};
