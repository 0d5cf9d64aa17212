import { SCOPES } from '../../transport/scopes';
import { options } from '../shared/fields';
import type { BatchOperation } from '../types';
import { customerId, customerSummary, include } from './fields';

export const get: BatchOperation = {
	kind: 'batch',
	value: 'get',
	name: 'Get',
	action: 'Get customer',
	description: 'Read one customer per input item by ID, up to 250 with each request',
	// BigCommerce has no call for a single customer.
	endpoint: 'GET /v3/customers',
	most: 250,
	filter: { name: 'id:in', record: customerId },
	match: { record: 'id', row: 'id' },
	scope: SCOPES.customers,
	query: [options(include)],
	simplify: customerSummary,
};
