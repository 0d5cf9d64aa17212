import type { JsonObject, JsonValue } from '../../transport/types';
import { additionalFields, id, list, object, required, text } from '../shared/fields';
import type { Field } from '../types';

/** An address as orders have it. Source: BigCommerce, orders.v2. */
const addressFields: Field[] = [
	text('first_name', 'First Name', { placeholder: 'e.g. Jane' }),
	text('last_name', 'Last Name', { placeholder: 'e.g. Doe' }),
	text('company', 'Company'),
	text('street_1', 'Street', { placeholder: 'e.g. 123 Main Street' }),
	text('street_2', 'Street, Second Line', { placeholder: 'e.g. Suite 4' }),
	text('city', 'City', { placeholder: 'e.g. Austin' }),
	text('state', 'State', {
		placeholder: 'e.g. Texas',
		description: 'State or province by its full name; tax providers do not take abbreviations',
	}),
	text('country', 'Country', { placeholder: 'e.g. United States' }),
	text('country_iso2', 'Country Code', {
		placeholder: 'e.g. US',
		description: 'Country as two letters (ISO 3166-1); enough without Country',
	}),
	text('phone', 'Phone', { placeholder: 'e.g. 512-555-0143' }),
	text('email', 'Email', { placeholder: 'e.g. jane@example.com' }),
];

const zip = text('zip', 'ZIP Code', {
	placeholder: 'e.g. 78701',
	description: 'ZIP or postal code, two characters at least',
});

/** BigCommerce takes no billing address without a ZIP code. */
export const billingAddress = object('billing_address', 'Billing Address', [required(zip), ...addressFields], {
	placeholder: 'Add address field',
	description: 'Address of the invoice; without shipping addresses the order is shipped there as well',
});

/** What the form of a new order shows from the start; what is left blank there is not sent. */
export const NEW_ADDRESS = {
	first_name: '',
	last_name: '',
	email: '',
	street_1: '',
	city: '',
	state: '',
	zip: '',
	country_iso2: '',
};

const shippingMethod = text('shipping_method', 'Shipping Method', {
	placeholder: 'e.g. Flat Rate',
	description: 'Name of the shipping method that the customer chose',
});

/** In an entry of a list n8n fills every field; a collection keeps the ones that were not set out of it. */
const address: Field = {
	...additionalFields(...addressFields, shippingMethod, zip),
	displayName: 'Address',
	name: 'address',
	placeholder: 'Add address field',
	default: NEW_ADDRESS,
};

export const newShippingAddresses = list('shipping_addresses', 'Shipping Addresses', [address], {
	placeholder: 'Add address',
	description: 'Where the order goes; without one it goes to the billing address',
});

export const changedShippingAddresses = list(
	'shipping_addresses',
	'Shipping Addresses',
	[
		required(id('id', 'Address ID', { description: 'ID of the shipping address within the order' })),
		{ ...address, default: {} },
	],
	{
		placeholder: 'Add address',
		description: 'Addresses to change; costs and taxes are not calculated anew',
	},
);

/** A new address has nothing to be blanked. */
export function withoutBlanks({
	billing_address: billing,
	shipping_addresses: shipping,
	...order
}: JsonObject): JsonObject {
	return {
		...order,
		...(billing === undefined ? {} : { billing_address: filled(billing) }),
		...(Array.isArray(shipping) ? { shipping_addresses: shipping.map(filled) } : {}),
	};
}

const filled = (address: JsonValue): JsonObject =>
	Object.fromEntries(Object.entries(address as JsonObject).filter(([, value]) => value !== ''));
