import { choice, date, id, money, number, text } from '../shared/fields';
import type { Field } from '../types';
import { statusField } from './statuses';

/** Filters that listing and counting share. Source: BigCommerce, orders.v2. */
export const orderFilters: readonly Field[] = [
	id('min_id', 'Order ID From'),
	id('max_id', 'Order ID To'),
	money('min_total', 'Total From'),
	money('max_total', 'Total To'),
	number('customer_id', 'Customer ID', { description: 'Orders of this customer; 0 for guests' }),
	text('email', 'Email', { placeholder: 'e.g. jane@example.com', description: 'Email address of the customer' }),
	statusField('Orders that are in this status now'),
	text('cart_id', 'Cart ID', {
		wire: 'uuid',
		placeholder: 'e.g. bc218c65-7a32-4ab7-8082-68730c074d02',
		description: 'The order that was made of this cart',
	}),
	text('payment_method', 'Payment Method', {
		placeholder: 'e.g. Credit Card',
		description: 'Name of the payment method, as the store shows it',
	}),
	date('min_date_created', 'Created After'),
	date('max_date_created', 'Created Before'),
	date('min_date_modified', 'Modified After'),
	date('max_date_modified', 'Modified Before'),
	id('channel_id', 'Channel ID', { placeholder: 'e.g. 1', description: 'Orders that were placed in this channel' }),
	text('external_order_id', 'External Order ID', { description: 'ID of the order in another system' }),
];

const SORTED_BY: ReadonlyArray<[field: string, name: string]> = [
	['channel_id', 'Channel ID'],
	['customer_id', 'Customer ID'],
	['date_created', 'Date Created'],
	['date_modified', 'Date Modified'],
	['external_id', 'External ID'],
	['id', 'Order ID'],
	['status_id', 'Status ID'],
];

/** BigCommerce takes field and direction in one parameter. */
export const sort: Field = choice(
	'sort',
	'Sort By',
	SORTED_BY.flatMap(([field, name]): Array<[string, string]> => [
		[`${field}:asc`, `${name} (Ascending)`],
		[`${field}:desc`, `${name} (Descending)`],
	]),
	{ default: 'date_created:desc' },
);
