import { SCOPES } from '../../transport/scopes';
import { additionalFields, required } from '../shared/fields';
import type { Field, UpsertOperation } from '../types';
import { create } from './create';
import { createOnlyFields, customerFields, customerSummary, email, firstName, lastName } from './fields';
import { update } from './update';

const fieldsOfNewCustomers: Field = {
	...additionalFields(...createOnlyFields),
	displayName: 'Fields for New Customers',
	name: 'createFields',
	description: 'Sent only when the customer does not exist yet',
};

export const upsert: UpsertOperation = {
	kind: 'upsert',
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update customer',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	key: 'email',
	find: { endpoint: 'GET /v3/customers', filter: 'email:in', most: 50, row: 'email' },
	create,
	update,
	createOnly: createOnlyFields.map(({ name }) => name),
	scope: SCOPES.customers,
	body: [
		required(email),
		required(firstName),
		required(lastName),
		additionalFields(...customerFields),
		fieldsOfNewCustomers,
	],
	simplify: customerSummary,
};
