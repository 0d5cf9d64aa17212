import { SCOPES } from '../../transport/scopes';
import { filters, options, sorting } from '../shared/fields';
import type { ManyOperation } from '../types';
import { customerSummary, include } from './fields';
import { listFilters, sort } from './filters';

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many customers',
	description: 'List customers that match filters',
	endpoint: 'GET /v3/customers',
	pagination: 'cursor',
	scope: SCOPES.customers,
	query: [filters(...listFilters), sorting(sort), options(include)],
	simplify: customerSummary,
};
