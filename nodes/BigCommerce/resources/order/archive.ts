import { SCOPES } from '../../transport/scopes';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';

export const archive: OneOperation = {
	kind: 'one',
	value: 'archive',
	name: 'Archive',
	action: 'Archive order',
	description: 'Take an order out of the lists; it is kept and can be restored in the control panel',
	endpoint: 'DELETE /v2/orders/{order_id}',
	scope: SCOPES.orders,
	path: [orderLocator],
	result: (_, input) => ({ id: Number(input.path().order_id), archived: true }),
};
