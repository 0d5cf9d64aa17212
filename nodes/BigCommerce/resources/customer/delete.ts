import { SCOPES } from '../../transport/scopes';
import type { BatchOperation } from '../types';
import { customerId } from './fields';

export const remove: BatchOperation = {
	kind: 'batch',
	value: 'delete',
	name: 'Delete',
	action: 'Delete customer',
	description: 'Remove customers for good, up to 50 input items with each request',
	endpoint: 'DELETE /v3/customers',
	most: 50,
	filter: { name: 'id:in', record: customerId },
	scope: SCOPES.customers,
};
