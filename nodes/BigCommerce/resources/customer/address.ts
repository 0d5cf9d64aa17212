import { additionalFields, choice, list, required, text } from '../shared/fields';
import { formFields } from './formFields';

/** Addresses of a customer. Source: BigCommerce, customers.v3. */
export const addresses = list(
	'addresses',
	'Addresses',
	[
		required(text('first_name', 'First Name')),
		required(text('last_name', 'Last Name')),
		required(text('address1', 'Address Line 1', { placeholder: 'e.g. 500 Example Street' })),
		required(text('city', 'City')),
		text('state_or_province', 'State or Province', {
			placeholder: 'e.g. California',
			description: 'Name of the state, in countries whose addresses have one',
		}),
		text('postal_code', 'Postal Code', { description: 'In countries whose addresses have one' }),
		required(
			text('country_code', 'Country Code', {
				placeholder: 'e.g. US',
				description: 'Country as two letters (ISO 3166-1)',
			}),
		),
		additionalFields(
			text('address2', 'Address Line 2', { placeholder: 'e.g. Floor 3' }),
			choice('address_type', 'Address Type', ['residential', 'commercial']),
			text('company', 'Company'),
			formFields('Values of the form fields that the store adds to addresses'),
			text('phone', 'Phone', { placeholder: 'e.g. +1 512 555 0100' }),
		),
	],
	{ placeholder: 'Add address', description: 'Up to ten addresses of the new customer' },
);
