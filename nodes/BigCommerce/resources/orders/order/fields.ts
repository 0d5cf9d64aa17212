import type { Field } from '../../../model/field';
import { choice, date, flag, key, longText, text } from '../../../model/fields';
import type { Simplified } from '../../../model/item';
import { CHANNEL, CUSTOMER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { ORDER_STATUS_OPTIONS } from '../../../records/orderStatuses';
import { costFields } from './costs';

/** @param description what the status does where the field stands */
export const statusField = (description: string): Field =>
	choice('status_id', 'Status', ORDER_STATUS_OPTIONS, { description });

/** Customer 0 is a guest. @param description what the customer does where the field stands */
export const customerField = (description: string): Field =>
	pick(CUSTOMER, { required: false, zero: 'A guest', cleared: 0, description });

/** @param description what the channel does where the field stands */
export const channelField = (description: string): Field => pick(CHANNEL, { required: false, description });

const origin: readonly Field[] = [
	channelField('Channel in which the order was placed; it must be enabled'),
	text('external_source', 'External Source', {
		placeholder: 'e.g. ERP (Acumatica)',
		description: 'System that the order comes from; "M-MIG" for orders of an earlier shop',
	}),
	key('external_order_id', 'External Order ID', { description: 'ID of the order in the other system' }),
	key('ip_address', 'IP Address', {
		most: 30,
		placeholder: 'e.g. 203.0.113.7',
		description: 'IPv4 address of the customer',
	}),
	key('ip_address_v6', 'IPv6 Address', {
		most: 39,
		placeholder: 'e.g. 2001:db8::7',
		description: 'Setting one of the two addresses of the customer clears the other',
	}),
	text('geoip_country', 'GeoIP Country', {
		placeholder: 'e.g. United States',
		description: 'Country that the IP address belongs to',
	}),
	key('geoip_country_iso2', 'GeoIP Country Code', {
		placeholder: 'e.g. US',
		description: 'The same country as two letters (ISO 3166-1)',
	}),
	key('customer_locale', 'Customer Locale', {
		placeholder: 'e.g. en-US',
		description: 'Language of the customer, in which BigCommerce writes its emails',
	}),
];

/** Every optional field that both creating and updating take. Source: BigCommerce, orders.v2. */
export const orderFields: readonly Field[] = [
	customerField('Customer of the order; 0 for a guest'),
	statusField('Status of the order'),
	text('payment_method', 'Payment Method', {
		placeholder: 'e.g. Manual',
		description: 'Name of the payment method; nothing is charged',
	}),
	key('payment_provider_id', 'Payment Provider ID', {
		description: 'ID of the payment at the payment provider, if there is one',
	}),
	longText('staff_notes', 'Staff Notes', { most: 65_535, description: 'Notes that the customer does not see' }),
	longText('customer_message', 'Customer Message', { description: 'Comment of the customer on the order' }),
	date('date_created', 'Date Created', {
		description: 'When the order was placed, for orders that come from elsewhere',
	}),
	flag('order_is_digital', 'Is Digital', 'Whether the order has digital products only'),
	...costFields,
	...origin,
];

/** What cannot be changed later. */
export const newOnlyFields: readonly Field[] = [
	key('default_currency_code', 'Currency Code', {
		placeholder: 'e.g. EUR',
		description: 'Currency in which the customer pays, if the store has several',
	}),
	key('external_merchant_id', 'External Merchant ID', {
		description: 'ID of the merchant in the other system; it cannot be changed later',
	}),
];

export const orderSimplified: readonly Simplified[] = [
	'id',
	'status',
	'payment_status',
	'customer_id',
	'billing_address.email',
	{ path: 'total_inc_tax', as: 'number' },
	'currency_code',
	'channel_id',
	{ path: 'date_created', as: 'date' },
	{ path: 'date_modified', as: 'date' },
];
