import { additionalFields, changingFields } from '../../../model/collections';
import type { CallOperation } from '../../../model/operation';
import { aboutCart, answeringCart, cartId, version } from './fields';
import { customItems, giftCertificates, lineItems, shapeItems } from './items';

export const addItems: CallOperation = {
	kind: 'call',
	value: 'addItems',
	name: 'Add Items',
	action: 'Add items to cart',
	description: 'Put products, custom items or gift certificates into a cart',
	endpoint: 'POST /v3/carts/{cartId}/items',
	effect: 'act',
	repeatable: false,
	...aboutCart,
	path: [cartId],
	body: [lineItems, additionalFields(customItems, giftCertificates), changingFields(version)],
	shapeBody: shapeItems,
	...answeringCart,
};
