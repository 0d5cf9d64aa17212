import { options } from '../../../model/collections';
import { required } from '../../../model/fields';
import type { LookUpOperation } from '../../../model/operation';
import { CUSTOMER_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import { email, include } from './fields';

export const getByEmail: LookUpOperation = {
	kind: 'lookUp',
	value: 'getByEmail',
	name: 'Get by Email',
	action: 'Get customer by email',
	description: 'Get the customer of an email address; several if storefronts are separate',
	endpoint: 'GET /v3/customers',
	filter: 'email:in',
	key: required(email),
	row: 'email',
	several: true,
	scope: SCOPES.customers,
	query: [options(include)],
	simplify: CUSTOMER_SUMMARY,
};
