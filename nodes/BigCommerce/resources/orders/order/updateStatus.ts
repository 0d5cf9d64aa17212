import { required } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { ORDER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';
import { orderSimplified, statusField } from './fields';

export const updateStatus: CallOperation = {
	kind: 'call',
	value: 'updateStatus',
	name: 'Update Status',
	action: 'Update order status',
	description: 'Move an order to another status; the customer may get an email',
	endpoint: 'PUT /v2/orders/{order_id}',
	effect: 'update',
	repeatable: true,
	readBack: { endpoint: 'GET /v2/orders/{order_id}' },
	scope: SCOPES.orders,
	path: [pick(ORDER)],
	body: [required(statusField('Status that the order gets'))],
	simplify: orderSimplified,
};
