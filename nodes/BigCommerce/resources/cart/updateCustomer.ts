import { SCOPES } from '../../transport/scopes';
import { additionalFields, options } from '../shared/fields';
import { customerLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { cartId, cartSummary, include, repeatable, turnOfCart, version } from './fields';

export const updateCustomer: OneOperation = {
	kind: 'one',
	value: 'updateCustomer',
	name: 'Update Customer',
	action: 'Update customer of cart',
	description: 'Give a cart to a customer; its promotions and shipping are worked out anew',
	endpoint: 'PUT /v3/carts/{cartId}',
	turn: turnOfCart,
	idempotent: repeatable,
	scope: SCOPES.carts,
	path: [cartId],
	body: [{ ...customerLocator, description: 'New owner of the cart' }, additionalFields(version)],
	query: [options(include)],
	simplify: cartSummary,
};
