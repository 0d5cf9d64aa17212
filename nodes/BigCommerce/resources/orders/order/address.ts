import type { Field, ListField, ObjectField } from '../../../model/field';
import { email, key, list, mixedList, object, required, text } from '../../../model/fields';
import { ORDER_SHIPPING_ADDRESS } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import type { Rule } from './rules';
import { isObject } from '../objects';

/** An address as orders have it. Source: BigCommerce, orders.v2. */
const addressFields: readonly Field[] = [
	text('first_name', 'First Name', { placeholder: 'e.g. Jane' }),
	text('last_name', 'Last Name', { placeholder: 'e.g. Doe' }),
	text('company', 'Company'),
	text('street_1', 'Address Line 1', { placeholder: 'e.g. 123 Main Street' }),
	text('street_2', 'Address Line 2', { placeholder: 'e.g. Suite 4' }),
	text('city', 'City', { placeholder: 'e.g. Austin' }),
	text('state', 'State or Province', {
		placeholder: 'e.g. Texas',
		description: 'By its full name; tax providers do not take abbreviations',
	}),
	text('country', 'Country', { placeholder: 'e.g. United States' }),
	key('country_iso2', 'Country Code', {
		placeholder: 'e.g. US',
		description: 'Country as two letters (ISO 3166-1); enough without Country',
	}),
	text('phone', 'Phone', { placeholder: 'e.g. 512-555-0143' }),
	email('email', 'Email', { placeholder: 'e.g. jane@example.com' }),
];

const postalCode = key('zip', 'Postal Code', { placeholder: 'e.g. 78701' });

/** BigCommerce takes no billing address without a ZIP or postal code of two characters. */
const billingPostalCode = required({
	...postalCode,
	description: 'Required, with two characters at least',
	advice:
		'BigCommerce requires it for every country, with two characters at least. Where a country has no postal codes, give for example 00000.',
});

/** What the customer entered into form fields of the merchant's own; only changes take them. */
const formFields = list(
	'form_fields',
	'Form Fields',
	[
		required(text('name', 'Name', { placeholder: 'e.g. License ID' })),
		{ kind: 'value', name: 'value', displayName: 'Value', description: 'Text, a number, or a list of texts' },
	],
	{ placeholder: 'Add form field', description: "The address's own fields of the store's checkout form" },
);

const shippingMethod = text('shipping_method', 'Shipping Method', {
	placeholder: 'e.g. Flat Rate',
	description: 'Name of the shipping method that the customer chose',
});

/** What a form of an address shows from the start. */
const SHOWN = ['first_name', 'last_name', 'email', 'street_1', 'city', 'state', 'zip', 'country_iso2'];

const billing = (fields: readonly Field[]): ObjectField =>
	object('billing_address', 'Billing Address', fields, {
		shown: SHOWN,
		description: 'Address of the invoice; its Postal Code is required',
	});

export const newBillingAddress = required(billing([billingPostalCode, ...addressFields]));

export const changedBillingAddress = billing([billingPostalCode, ...addressFields, formFields]);

/** Without any of these it is no address, whatever a constant country or state says. */
const NAMES_A_PLACE = ['first_name', 'last_name', 'company', 'street_1', 'street_2', 'city', 'zip'];

export const newShippingAddresses: ListField = list(
	'shipping_addresses',
	'Shipping Addresses',
	[...addressFields.slice(0, 7), postalCode, ...addressFields.slice(7), shippingMethod],
	{
		placeholder: 'Add address',
		description: 'Where the order goes; without one it goes to the billing address',
		blankWithout: NAMES_A_PLACE,
	},
);

/** Its entries have a name of their own: n8n checks lists of one name together, wherever they stand. */
export const changedShippingAddresses: ListField = mixedList(
	'shipping_addresses',
	'Shipping Addresses',
	[
		{
			name: 'existing',
			displayName: 'Existing Address',
			fields: [
				pick(ORDER_SHIPPING_ADDRESS, {
					name: 'id',
					displayName: 'Address',
					description: 'The shipping address of the order to change',
				}),
				...addressFields.slice(0, 7),
				postalCode,
				...addressFields.slice(7),
				shippingMethod,
				formFields,
			],
		},
	],
	{ placeholder: 'Add address', description: 'Addresses to change; costs and taxes are not recalculated' },
);

/** BigCommerce takes a new order only with the country of its billing address. */
export const hasCountry: Rule = ({ billing_address: address }) =>
	isObject(address) && address.country === undefined && address.country_iso2 === undefined
		? ['Billing Address > Country Code is empty. Give two letters such as US, or the name in Country.']
		: [];
