import { SCOPES } from '../../transport/scopes';
import { additionalFields, required } from '../shared/fields';
import type { BatchOperation } from '../types';
import { createOnlyFields, customerFields, customerSummary, email, firstName, lastName } from './fields';

export const create: BatchOperation = {
	kind: 'batch',
	value: 'create',
	name: 'Create',
	action: 'Create customer',
	description: 'Add one customer per input item, ten with each request',
	endpoint: 'POST /v3/customers',
	most: 10,
	match: { record: 'email', row: 'email' },
	scope: SCOPES.customers,
	body: [
		required(email),
		required(firstName),
		required(lastName),
		additionalFields(...customerFields, ...createOnlyFields),
	],
	simplify: customerSummary,
};
