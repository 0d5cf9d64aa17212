import { SCOPES } from '../../transport/scopes';
import { additionalFields } from '../shared/fields';
import type { BatchOperation } from '../types';
import { identityFields, itemOf, locationId, MOST_PER_CALL, quantity, reason, withoutChoice } from './fields';

export const adjust: BatchOperation = {
	kind: 'batch',
	value: 'adjust',
	name: 'Adjust',
	action: 'Adjust inventory',
	description: 'Add to the stock or take from it, up to 2,000 input items with each request',
	endpoint: 'POST /v3/inventory/adjustments/relative',
	most: MOST_PER_CALL,
	shared: ['reason'],
	wrap: (items, shared) => ({ ...shared, items }),
	about: itemOf,
	scope: SCOPES.inventory,
	body: [
		...identityFields,
		locationId,
		quantity('How many to add; a negative number takes away'),
		additionalFields(reason),
	],
	shapeBody: withoutChoice,
};
