import { SCOPES } from '../../transport/scopes';
import { choices, filters, options, sorting } from '../shared/fields';
import type { ManyOperation } from '../types';
import { orderSummary } from './fields';
import { orderFilters, sort } from './filters';
import { withConsignments } from './include';

const include = choices(
	'include',
	'Include',
	[
		['consignments', 'Consignments'],
		['consignments.line_items', 'Consignments With Line Items'],
		['fees', 'Fees'],
	],
	{ description: 'What to return with each order, without further requests' },
);

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many orders',
	description: 'List orders that match filters',
	endpoint: 'GET /v2/orders',
	pagination: 'v2',
	scope: SCOPES.orders,
	query: [filters(...orderFilters), sorting(sort), options(include)],
	shapeQuery: withConsignments,
	simplify: orderSummary,
};
