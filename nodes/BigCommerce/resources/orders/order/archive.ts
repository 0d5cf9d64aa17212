import type { CallOperation } from '../../../model/operation';
import { ORDER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';

export const archive: CallOperation = {
	kind: 'call',
	value: 'archive',
	name: 'Archive',
	action: 'Archive order',
	description: 'Take an order out of the lists; the control panel can restore it',
	endpoint: 'DELETE /v2/orders/{order_id}',
	effect: 'delete',
	repeatable: true,
	readBack: { endpoint: 'GET /v2/orders/{order_id}' },
	scope: SCOPES.orders,
	path: [pick(ORDER)],
	result: (_, { path }) => ({ id: Number(path.order_id), archived: true }),
};
