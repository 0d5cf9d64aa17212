import { amount, choice, date, flag, id, list, longText, number, options, text } from '../shared/fields';
import type { Field } from '../types';
import { linesAsJson } from './lines';
import { statusField } from './statuses';

const NOT_SET_ALONE = 'set both, with and without tax';

const costs: Field[] = [
	amount('shipping_cost_ex_tax', 'Shipping Cost Excluding Tax', { description: `Shipping cost; ${NOT_SET_ALONE}` }),
	amount('shipping_cost_inc_tax', 'Shipping Cost Including Tax', { description: `Shipping cost; ${NOT_SET_ALONE}` }),
	amount('handling_cost_ex_tax', 'Handling Cost Excluding Tax', { description: `Handling cost; ${NOT_SET_ALONE}` }),
	amount('handling_cost_inc_tax', 'Handling Cost Including Tax', { description: `Handling cost; ${NOT_SET_ALONE}` }),
	amount('wrapping_cost_ex_tax', 'Wrapping Cost Excluding Tax', { description: `Gift wrapping; ${NOT_SET_ALONE}` }),
	amount('wrapping_cost_inc_tax', 'Wrapping Cost Including Tax', { description: `Gift wrapping; ${NOT_SET_ALONE}` }),
	amount('base_shipping_cost', 'Base Shipping Cost', { description: 'Shipping cost before discounts and tax' }),
	amount('base_handling_cost', 'Base Handling Cost', { description: 'Handling cost before discounts and tax' }),
	amount('base_wrapping_cost', 'Base Wrapping Cost', { description: 'Gift wrapping before discounts and tax' }),
	amount('subtotal_ex_tax', 'Subtotal Excluding Tax', {
		description: `Replaces the calculated subtotal; ${NOT_SET_ALONE}`,
	}),
	amount('subtotal_inc_tax', 'Subtotal Including Tax', {
		description: `Replaces the calculated subtotal; ${NOT_SET_ALONE}`,
	}),
	amount('total_ex_tax', 'Total Excluding Tax', { description: `Replaces the calculated total; ${NOT_SET_ALONE}` }),
	amount('total_inc_tax', 'Total Including Tax', { description: `Replaces the calculated total; ${NOT_SET_ALONE}` }),
	amount('discount_amount', 'Discount Amount', {
		description: 'Discount on the whole order; the API cannot apply coupons or promotions',
	}),
];

const fees = list(
	'fees',
	'Fees',
	[
		amount('cost_ex_tax', 'Cost Excluding Tax'),
		amount('cost_inc_tax', 'Cost Including Tax'),
		text('display_name_customer', 'Name for the Customer', { placeholder: 'e.g. Package Protection' }),
		options(
			text('display_name_merchant', 'Name for the Merchant', { placeholder: 'e.g. Package protection, insurer A' }),
			text('source', 'Source', { description: 'What the fee comes from, for example the name of an app' }),
			id('tax_class_id', 'Tax Class ID', { description: 'Tax class in place of the default one for fees' }),
		),
		choice('type', 'Type', [['custom_fee', 'Custom Fee']]),
	],
	{ placeholder: 'Add fee', description: 'All fees of the order; in an update they replace the ones it has' },
);

const origin: Field[] = [
	id('channel_id', 'Channel ID', {
		placeholder: 'e.g. 1',
		description: 'Channel in which the order was placed; it must be enabled',
	}),
	text('external_source', 'External Source', {
		placeholder: 'e.g. ERP (Acumatica)',
		description: 'System that the order comes from; "M-MIG" for orders of an earlier shop',
	}),
	text('external_order_id', 'External Order ID', { description: 'ID of the order in the other system' }),
	text('ip_address', 'IP Address', { placeholder: 'e.g. 203.0.113.7', description: 'IPv4 address of the customer' }),
	text('ip_address_v6', 'IP Address, Version 6', {
		placeholder: 'e.g. 2001:db8::7',
		description: 'IPv6 address of the customer; setting one of the two addresses clears the other',
	}),
	text('geoip_country', 'Country by IP Address', { placeholder: 'e.g. United States' }),
	text('geoip_country_iso2', 'Country Code by IP Address', { placeholder: 'e.g. US' }),
	text('customer_locale', 'Customer Locale', {
		placeholder: 'e.g. en-US',
		description: 'Language of the customer, in which BigCommerce writes its emails',
	}),
];

/** Every optional field that both creating and updating take. Source: BigCommerce, orders.v2. */
export const orderFields: readonly Field[] = [
	number('customer_id', 'Customer ID', { description: 'Customer of the order; 0 for a guest' }),
	statusField('Status of the order'),
	text('payment_method', 'Payment Method', {
		placeholder: 'e.g. Manual',
		description: 'Name of the payment method; nothing is charged',
	}),
	text('payment_provider_id', 'Payment Provider ID', {
		description: 'ID of the payment at the payment provider, if there is one',
	}),
	longText('staff_notes', 'Staff Notes', { description: 'Notes that the customer does not see' }),
	longText('customer_message', 'Customer Message', { description: 'Comment of the customer on the order' }),
	date('date_created', 'Date Created', {
		description: 'When the order was placed, for orders that come from elsewhere',
	}),
	flag('order_is_digital', 'Is Digital', 'Whether the order has digital products only'),
	...costs,
	fees,
	...origin,
	linesAsJson,
];

/** What cannot be changed later. */
export const createOnlyFields: readonly Field[] = [
	text('default_currency_code', 'Currency Code', {
		placeholder: 'e.g. EUR',
		description: 'Currency in which the customer pays, if the store has several',
	}),
	text('external_merchant_id', 'External Merchant ID', {
		description: 'ID of the merchant in the other system; cannot be changed later',
	}),
];

export const orderSummary = [
	'id',
	'status_id',
	'status',
	'payment_status',
	'customer_id',
	'billing_address.email',
	'total_inc_tax',
	'currency_code',
	'items_total',
	'date_created',
] as const;
