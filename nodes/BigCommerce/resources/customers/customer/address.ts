import { additionalFields } from '../../../model/collections';
import { choice, key, list, required, text } from '../../../model/fields';
import { formFields } from './formFields';

/** Addresses of a customer. Source: BigCommerce, customers.v3. */
export const addresses = list(
	'addresses',
	'Addresses',
	[
		required(text('first_name', 'First Name', { most: 255 })),
		required(text('last_name', 'Last Name', { most: 255 })),
		text('company', 'Company', { most: 255 }),
		required(text('address1', 'Address Line 1', { placeholder: 'e.g. 500 Example Street' })),
		text('address2', 'Address Line 2', { placeholder: 'e.g. Floor 3' }),
		required(text('city', 'City', { most: 100 })),
		text('state_or_province', 'State or Province', {
			most: 100,
			placeholder: 'e.g. California',
			description: 'Name of the state, in countries whose addresses have one',
		}),
		key('postal_code', 'Postal Code', { most: 30, description: 'In countries whose addresses have one' }),
		required(
			key('country_code', 'Country Code', {
				placeholder: 'e.g. US',
				description: 'Country as two letters (ISO 3166-1)',
			}),
		),
		key('phone', 'Phone', { most: 50, placeholder: 'e.g. +1 512 555 0100' }),
		additionalFields(
			choice('address_type', 'Address Type', ['residential', 'commercial']),
			formFields('Values of the form fields that the store adds to addresses'),
		),
	],
	{
		placeholder: 'Add address',
		description: 'Up to ten addresses of the new customer',
		// The name of a person alone is no address.
		blankWithout: ['address1', 'city', 'postal_code', 'country_code'],
	},
);
