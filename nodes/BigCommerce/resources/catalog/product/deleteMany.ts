import type { FilterOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { narrowingQuery, productFilters } from './filters';

export const deleteMany: FilterOperation = {
	kind: 'byFilter',
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many products',
	description: 'Delete all products that match filters, up to a number you set',
	find: 'GET /v3/catalog/products',
	endpoint: 'DELETE /v3/catalog/products',
	filter: 'id:in',
	effect: 'delete',
	repeatable: true,
	scope: SCOPES.products,
	query: [productFilters],
	fixedQuery: { include_fields: 'sku' },
	shapeQuery: narrowingQuery,
};
