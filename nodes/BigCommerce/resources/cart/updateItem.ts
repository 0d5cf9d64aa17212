import { SCOPES } from '../../transport/scopes';
import { additionalFields, number, options, required } from '../shared/fields';
import type { OneOperation } from '../types';
import { cartId, cartSummary, include, itemId, repeatable, turnOfCart, version } from './fields';
import { listPrice, optionSelections, productId, variantId } from './items';

export const updateItem: OneOperation = {
	kind: 'one',
	value: 'updateItem',
	name: 'Update Item',
	action: 'Update item of cart',
	description: 'Change quantity or price of a product in a cart; to change its options, delete it and add it again',
	endpoint: 'PUT /v3/carts/{cartId}/items/{itemId}',
	turn: turnOfCart,
	idempotent: repeatable,
	scope: SCOPES.carts,
	path: [cartId, itemId],
	body: [
		{ ...productId, description: 'Product of the item' },
		required(number('quantity', 'Quantity', { default: 1, description: 'New quantity of the item' })),
		additionalFields(
			listPrice,
			{ ...optionSelections, description: 'The selections that the item has' },
			{ ...variantId, description: 'The variant that the item has' },
			version,
		),
	],
	query: [options(include)],
	shapeBody: ({ version: expected, ...item }) => ({
		line_item: item,
		...(expected === undefined ? {} : { version: expected }),
	}),
	simplify: cartSummary,
};
