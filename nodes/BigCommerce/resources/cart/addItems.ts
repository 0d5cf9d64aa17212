import { SCOPES } from '../../transport/scopes';
import { additionalFields, options } from '../shared/fields';
import type { OneOperation } from '../types';
import { cartId, cartSummary, include, turnOfCart, version } from './fields';
import { customItems, giftCertificates, lineItems, lineItemsAsJson, shapeItems } from './items';

export const addItems: OneOperation = {
	kind: 'one',
	value: 'addItems',
	name: 'Add Items',
	action: 'Add items to cart',
	description: 'Put products, custom items or gift certificates into a cart',
	endpoint: 'POST /v3/carts/{cartId}/items',
	turn: turnOfCart,
	scope: SCOPES.carts,
	path: [cartId],
	body: [lineItems, additionalFields(customItems, giftCertificates, lineItemsAsJson, version)],
	query: [options(include)],
	shapeBody: shapeItems,
	simplify: cartSummary,
};
