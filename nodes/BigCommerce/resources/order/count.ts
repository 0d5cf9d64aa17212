import { SCOPES } from '../../transport/scopes';
import { filters } from '../shared/fields';
import type { OneOperation } from '../types';
import { orderFilters } from './filters';

export const count: OneOperation = {
	kind: 'one',
	value: 'count',
	name: 'Count',
	action: 'Count orders',
	description: 'Tell how many orders match filters, in all and in each status',
	endpoint: 'GET /v2/orders/count',
	scope: SCOPES.orders,
	query: [filters(...orderFilters)],
};
