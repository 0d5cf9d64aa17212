import { SCOPES } from '../../transport/scopes';
import { payloadOf } from '../../transport/storeApi';
import type { JsonObject } from '../../transport/types';
import { additionalFields, options } from '../shared/fields';
import type { OneOperation } from '../types';
import { cartId, cartSummary, include, itemId, turnOfCart, version } from './fields';

export const deleteItem: OneOperation = {
	kind: 'one',
	value: 'deleteItem',
	name: 'Delete Item',
	action: 'Delete item of cart',
	description: 'Take an item out of a cart; with its last item the cart itself is deleted',
	endpoint: 'DELETE /v3/carts/{cartId}/items/{itemId}',
	turn: turnOfCart,
	// The answer to a repeated call could not tell whether the cart is gone or only the item.
	idempotent: false,
	scope: SCOPES.carts,
	path: [cartId, itemId],
	body: [additionalFields(version)],
	query: [options(include)],
	result: (response, input) =>
		response.status === 204
			? { id: input.path().cartId!, cart_deleted: true }
			: { ...(payloadOf(response) as JsonObject), cart_deleted: false },
	simplify: [...cartSummary.filter((name) => name !== 'created_time'), 'cart_deleted'],
};
