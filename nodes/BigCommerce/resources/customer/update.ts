import { SCOPES } from '../../transport/scopes';
import { updateFields } from '../shared/fields';
import type { BatchOperation } from '../types';
import { customerFields, customerId, customerSummary, email, firstName, lastName } from './fields';

export const update: BatchOperation = {
	kind: 'batch',
	value: 'update',
	name: 'Update',
	action: 'Update customer',
	description: 'Change one customer per input item, ten with each request; fields you do not add stay as they are',
	endpoint: 'PUT /v3/customers',
	most: 10,
	match: { record: 'id', row: 'id' },
	scope: SCOPES.customers,
	body: [customerId, updateFields(email, firstName, lastName, ...customerFields)],
	simplify: customerSummary,
};
