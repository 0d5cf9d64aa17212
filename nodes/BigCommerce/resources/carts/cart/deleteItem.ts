import { changingFields } from '../../../model/collections';
import type { CallOperation } from '../../../model/operation';
import { payloadOf } from '../../../transport/storeApi';
import type { JsonObject } from '../../../transport/types';
import { aboutCart, answeringCart, cartId, itemId, summaryAfterDelete, version } from './fields';

export const deleteItem: CallOperation = {
	kind: 'call',
	value: 'deleteItem',
	name: 'Delete Item',
	action: 'Delete cart item',
	description: 'Take an item out of a cart; with its last item the cart itself is deleted',
	endpoint: 'DELETE /v3/carts/{cartId}/items/{itemId}',
	effect: 'delete',
	// The answer to a repeated call could not say whether the cart is gone or only the item.
	repeatable: false,
	...aboutCart,
	path: [cartId, itemId],
	body: [changingFields(version)],
	...answeringCart,
	result: (response, item) =>
		response.status === 204
			? { id: item.path.cartId!, cart_deleted: true }
			: { ...(payloadOf(response) as JsonObject), cart_deleted: false },
	simplify: summaryAfterDelete,
};
