import { SCOPES } from '../../transport/scopes';
import { additionalFields, id, options, text } from '../shared/fields';
import type { OneOperation } from '../types';
import { cartSummary, include } from './fields';
import { customItems, giftCertificates, lineItems, lineItemsAsJson, shapeItems } from './items';

export const create: OneOperation = {
	kind: 'one',
	value: 'create',
	name: 'Create',
	action: 'Create cart',
	description: 'Start a cart with products, custom items or gift certificates in it',
	endpoint: 'POST /v3/carts',
	scope: SCOPES.carts,
	body: [
		lineItems,
		additionalFields(
			id('channel_id', 'Channel ID', {
				placeholder: 'e.g. 1',
				description: 'Channel that the cart belongs to; 1 if you leave it out',
			}),
			text('currency', 'Currency Code', {
				placeholder: 'e.g. USD',
				description: 'Currency that shoppers pay in; needed in stores with several of them',
			}),
			customItems,
			id('customer_id', 'Customer ID', { description: 'Owner of the cart; leave it out for a guest' }),
			giftCertificates,
			lineItemsAsJson,
			text('locale', 'Locale', { placeholder: 'e.g. en-US' }),
		),
	],
	query: [options(include)],
	shapeBody: ({ currency, ...body }, input) => ({
		...shapeItems(body, input),
		...(currency === undefined ? {} : { currency: { code: currency } }),
	}),
	simplify: cartSummary,
};
