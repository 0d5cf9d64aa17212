import type { CallOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { cartId } from './fields';

export const remove: CallOperation = {
	kind: 'call',
	value: 'delete',
	name: 'Delete',
	action: 'Delete cart',
	description: 'Delete a cart for good',
	endpoint: 'DELETE /v3/carts/{cartId}',
	effect: 'delete',
	repeatable: true,
	readBack: { endpoint: 'GET /v3/carts/{cartId}' },
	scope: SCOPES.carts,
	path: [cartId],
};
