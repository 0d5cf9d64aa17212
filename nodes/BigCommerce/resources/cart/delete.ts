import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';
import { cartId } from './fields';

export const remove: OneOperation = {
	kind: 'one',
	value: 'delete',
	name: 'Delete',
	action: 'Delete cart',
	description: 'Remove a cart for good',
	endpoint: 'DELETE /v3/carts/{cartId}',
	scope: SCOPES.carts,
	path: [cartId],
};
