import { SCOPES } from '../../transport/scopes';
import { filters, options, sorting } from '../shared/fields';
import type { ManyOperation } from '../types';
import { include, productSummary } from './fields';
import { listFilters, sortFields } from './filters';

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many products',
	description: 'List products that match filters',
	endpoint: 'GET /v3/catalog/products',
	pagination: 'page',
	scope: SCOPES.products,
	query: [filters(...listFilters), sorting(...sortFields), options(include)],
	// BigCommerce gives ten products per page at most when options or modifiers come with them.
	pageSizeFor: ({ include: included }) =>
		[included].flat().some((part) => part === 'options' || part === 'modifiers') ? 10 : undefined,
	simplify: productSummary,
};
