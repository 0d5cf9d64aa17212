import { include as including } from '../../model/collections';
import { crud } from '../../model/crud';
import { choice, key, text, words } from '../../model/fields';
import { CUSTOMER, CUSTOMER_ADDRESS } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';
import { formFields } from './customer/formFields';

/** Source: BigCommerce, customers.v3. There is no call for a single address. */
export const customerAddress = crud({
	value: 'customerAddress',
	name: 'Customer Address',
	description: 'Addresses in the address books of customers',
	collection: '/v3/customers/addresses',
	key: pick(CUSTOMER_ADDRESS, { name: 'id' }),
	readBy: 'id:in',
	batches: { match: ['customer_id', 'first_name', 'last_name', 'address1', 'city', 'postal_code', 'country_code'] },
	scope: SCOPES.customers,
	required: [
		pick(CUSTOMER, { description: 'The customer whose address it is' }),
		text('first_name', 'First Name', { most: 255 }),
		text('last_name', 'Last Name', { most: 255 }),
		text('address1', 'Address Line 1', { placeholder: 'e.g. 500 Example Street' }),
		text('city', 'City', { most: 100 }),
		key('country_code', 'Country Code', { placeholder: 'e.g. US', description: 'Country as two letters (ISO 3166-1)' }),
	],
	fixed: ['customer_id'],
	optional: [
		choice('address_type', 'Address Type', ['commercial', 'residential']),
		text('address2', 'Address Line 2', { placeholder: 'e.g. Floor 3' }),
		text('company', 'Company', { most: 255 }),
		formFields('Values of the form fields that the store adds to addresses'),
		key('phone', 'Phone', { most: 50, placeholder: 'e.g. +1 512 555 0100' }),
		key('postal_code', 'Postal Code', { most: 30, description: 'Needed in countries whose addresses have one' }),
		text('state_or_province', 'State or Province', {
			most: 100,
			placeholder: 'e.g. California',
			description: 'Full name of the state; needed in countries whose addresses have one',
		}),
	],
	filters: [
		words('company:in', 'Companies', { placeholder: 'e.g. Example Inc, Sample LLC' }),
		pick(CUSTOMER_ADDRESS, { name: 'id:in', many: true, required: false, description: 'Only these addresses' }),
		pick(CUSTOMER, {
			name: 'customer_id:in',
			many: true,
			required: false,
			description: 'Addresses of these customers',
		}),
		words('name:in', 'Names', {
			placeholder: 'e.g. Nathan Smith, Amy Jones',
			description: 'Exactly one of these names, first and last name together',
		}),
	],
	include: including(
		[{ value: 'formfields', name: 'Form Fields', field: 'form_fields' }],
		'What to return with each address',
	),
	simplify: [
		'id',
		'customer_id',
		'first_name',
		'last_name',
		'company',
		'address1',
		'city',
		'state_or_province',
		'postal_code',
		'country_code',
	],
	says: { create: "Add an address to a customer's address book" },
});
