import { additionalFields, newFields } from '../../../model/collections';
import { key, text } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { CHANNEL, CUSTOMER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { answeringCart } from './fields';
import { customItems, giftCertificates, lineItems, shapeItems } from './items';

export const create: CallOperation = {
	kind: 'call',
	value: 'create',
	name: 'Create',
	action: 'Create cart',
	description: 'Start a cart with products, custom items or gift certificates in it',
	endpoint: 'POST /v3/carts',
	effect: 'create',
	repeatable: false,
	body: [
		lineItems,
		additionalFields(customItems, giftCertificates),
		newFields(
			pick(CHANNEL, { required: false, description: 'Where the cart belongs; channel 1 if you leave it out' }),
			key('currency', 'Currency Code', {
				placeholder: 'e.g. USD',
				description: 'Currency that shoppers pay in; needed in stores with several of them',
			}),
			pick(CUSTOMER, { required: false, description: 'Owner of the cart; leave it out for a guest' }),
			text('locale', 'Locale', { placeholder: 'e.g. en-US' }),
		),
	],
	shapeBody: ({ currency, ...body }, item) => ({
		...shapeItems(body, item),
		...(currency === undefined ? {} : { currency: { code: currency } }),
	}),
	...answeringCart,
};
