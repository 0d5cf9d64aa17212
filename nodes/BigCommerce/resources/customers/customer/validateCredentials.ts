import { additionalFields } from '../../../model/collections';
import { required, text } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { CHANNEL } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';
import { email } from './fields';

export const validateCredentials: CallOperation = {
	kind: 'call',
	value: 'validateCredentials',
	name: 'Validate Credentials',
	action: 'Validate customer credentials',
	description: 'Check whether an email address and a password belong to a customer',
	endpoint: 'POST /v3/customers/validate-credentials',
	effect: 'none',
	repeatable: true,
	scope: SCOPES.customers,
	access: 'modify',
	body: [
		required(email),
		text('password', 'Password', { required: true, isSecret: true }),
		additionalFields(
			pick(CHANNEL, {
				required: false,
				description: 'Where the customer wants to log in; channel 1 if you leave it out',
			}),
		),
	],
};
