import { changingFields } from '../../../model/collections';
import type { CallOperation } from '../../../model/operation';
import { CUSTOMER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { aboutCart, answeringCart, cartId, repeatable, version } from './fields';

export const updateCustomer: CallOperation = {
	kind: 'call',
	value: 'updateCustomer',
	name: 'Update Customer',
	action: 'Update cart customer',
	description: 'Give a cart to a customer; its promotions and shipping are recalculated',
	endpoint: 'PUT /v3/carts/{cartId}',
	effect: 'update',
	repeatable,
	readBack: { endpoint: 'GET /v3/carts/{cartId}' },
	...aboutCart,
	path: [cartId],
	body: [pick(CUSTOMER, { description: 'New owner of the cart' }), changingFields(version)],
	...answeringCart,
};
