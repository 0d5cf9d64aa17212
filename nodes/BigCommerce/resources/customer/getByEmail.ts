import { SCOPES } from '../../transport/scopes';
import { options, required } from '../shared/fields';
import type { BatchOperation } from '../types';
import { customerSummary, email, include } from './fields';

export const getByEmail: BatchOperation = {
	kind: 'batch',
	value: 'getByEmail',
	name: 'Get by Email',
	action: 'Get customer by email',
	description:
		'Read the customer of an email address (one per storefront if they are separate), 50 input items per request',
	endpoint: 'GET /v3/customers',
	// The addresses travel in the URL, which must not grow too long.
	most: 50,
	filter: { name: 'email:in', record: required(email) },
	match: { record: 'email', row: 'email' },
	scope: SCOPES.customers,
	query: [options(include)],
	simplify: customerSummary,
};
