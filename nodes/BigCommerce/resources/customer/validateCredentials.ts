import { SCOPES } from '../../transport/scopes';
import { additionalFields, id, required, text } from '../shared/fields';
import type { OneOperation } from '../types';
import { email } from './fields';

export const validateCredentials: OneOperation = {
	kind: 'one',
	value: 'validateCredentials',
	name: 'Validate Credentials',
	action: 'Validate credentials of customer',
	description: 'Tell whether an email address and a password belong to a customer',
	endpoint: 'POST /v3/customers/validate-credentials',
	idempotent: true,
	scope: SCOPES.customers,
	body: [
		required(email),
		required(text('password', 'Password', { typeOptions: { password: true } })),
		additionalFields(
			id('channel_id', 'Channel ID', {
				placeholder: 'e.g. 1',
				description: 'Channel on which the customer wants to log in; 1 if you leave it out',
			}),
		),
	],
};
