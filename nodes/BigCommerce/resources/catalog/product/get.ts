import type { GetOperation } from '../../../model/operation';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import { product } from './fields';
import { readingOptions, simplifiedQuery, withKnownFields } from './output';

export const get: GetOperation = {
	kind: 'get',
	value: 'get',
	name: 'Get',
	action: 'Get product',
	description: 'Get one product, picked or named by its ID',
	endpoint: 'GET /v3/catalog/products/{product_id}',
	scope: SCOPES.products,
	path: [product],
	query: [readingOptions],
	shapeQuery: withKnownFields,
	simplify: PRODUCT_SUMMARY,
	simplifiedQuery,
};
