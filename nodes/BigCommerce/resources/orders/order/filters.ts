import type { Field } from '../../../model/field';
import { sortByPair } from '../../../model/collections';
import { date, email, id, key, money, uuid } from '../../../model/fields';
import { channelField, customerField, statusField } from './fields';

/** Filters that listing and counting share. Source: BigCommerce, orders.v2. */
export const orderFilters: readonly Field[] = [
	id('min_id', 'Order ID From'),
	id('max_id', 'Order ID To'),
	money('min_total', 'Total From'),
	money('max_total', 'Total To'),
	customerField('Orders of this customer; 0 for those of guests'),
	email('email', 'Email', { placeholder: 'e.g. jane@example.com', description: 'Email address of the customer' }),
	statusField('Orders that are in this status now'),
	uuid('cart_id', 'Cart ID', { description: 'The order that was made of this cart' }),
	key('payment_method', 'Payment Method', {
		placeholder: 'e.g. Credit Card',
		description: 'Name of the payment method, as the store shows it',
	}),
	date('min_date_created', 'Created After'),
	date('max_date_created', 'Created Before'),
	date('min_date_modified', 'Modified After'),
	date('max_date_modified', 'Modified Before'),
	channelField('Orders that were placed in this channel'),
	key('external_order_id', 'External Order ID', { description: 'ID of the order in another system' }),
];

/** BigCommerce takes field and direction in one parameter. */
export const orderSort: Field = sortByPair(
	['channel_id', 'Channel ID'],
	['customer_id', 'Customer ID'],
	['date_created', 'Date Created'],
	['date_modified', 'Date Modified'],
	['external_id', 'External ID'],
	['id', 'Order ID'],
	['status_id', 'Status ID'],
);
