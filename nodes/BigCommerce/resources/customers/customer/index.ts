import type { Crud } from '../../../model/crud';
import { crud } from '../../../model/crud';
import { CUSTOMER_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import { authentication, customerFields, customerId, email, include, neededFields, newCustomerFields } from './fields';
import { listFilters, sort } from './filters';
import { getByEmail } from './getByEmail';
import { validateCredentials } from './validateCredentials';

/** There is no call for a single customer. */
const definition: Crud = {
	value: 'customer',
	name: 'Customer',
	description: 'People and companies with an account in the store',
	collection: '/v3/customers',
	key: customerId,
	readBy: 'id:in',
	batches: { match: [email.name] },
	scope: SCOPES.customers,
	required: neededFields,
	optional: customerFields,
	newOnly: [authentication, ...newCustomerFields],
	changesOnly: [authentication],
	filters: listFilters,
	sort,
	include,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'upsert'],
	naturalKey: { fields: [email.name], filter: 'email:in' },
	simplify: CUSTOMER_SUMMARY,
	says: { create: 'Add a customer, with addresses and attributes' },
};

export const customer = crud({ ...definition, special: [getByEmail, validateCredentials] });
