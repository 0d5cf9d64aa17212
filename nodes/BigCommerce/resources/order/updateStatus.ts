import { SCOPES } from '../../transport/scopes';
import { required } from '../shared/fields';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { orderSummary } from './fields';
import { statusField } from './statuses';

export const updateStatus: OneOperation = {
	kind: 'one',
	value: 'updateStatus',
	name: 'Update Status',
	action: 'Update status of order',
	description: 'Move an order to another status; the store may send the customer an email about it',
	endpoint: 'PUT /v2/orders/{order_id}',
	scope: SCOPES.orders,
	path: [orderLocator],
	body: [required(statusField('Status that the order gets'))],
	simplify: orderSummary,
};
