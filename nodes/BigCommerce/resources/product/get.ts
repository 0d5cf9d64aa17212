import { SCOPES } from '../../transport/scopes';
import { options } from '../shared/fields';
import { productLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { include, productSummary } from './fields';

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get',
	action: 'Get product',
	description: 'Read one product by its ID',
	endpoint: 'GET /v3/catalog/products/{product_id}',
	scope: SCOPES.products,
	path: [productLocator],
	query: [options(include)],
	simplify: productSummary,
};
