import type { ListOperation } from '../../../model/operation';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import { narrowingQuery, productFilters, productSort } from './filters';
import { readingOptions, simplifiedQuery, withKnownFields } from './output';

export const getAll: ListOperation = {
	kind: 'list',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many products',
	description: 'List products that match filters',
	endpoint: 'GET /v3/catalog/products',
	scope: SCOPES.products,
	query: [productFilters, productSort, readingOptions],
	shapeQuery: (query, item) => withKnownFields(narrowingQuery(query, item), item),
	simplify: PRODUCT_SUMMARY,
	simplifiedQuery,
};
