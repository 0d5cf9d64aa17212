import { SCOPES } from '../../transport/scopes';
import { additionalFields } from '../shared/fields';
import type { BatchOperation } from '../types';
import { identityFields, itemOf, locationId, MOST_PER_CALL, quantity, reason, withoutChoice } from './fields';

export const set: BatchOperation = {
	kind: 'batch',
	value: 'set',
	name: 'Set',
	action: 'Set inventory',
	description: 'Overwrite the stock with what was counted, up to 2,000 input items with each request',
	endpoint: 'PUT /v3/inventory/adjustments/absolute',
	most: MOST_PER_CALL,
	shared: ['reason'],
	wrap: (items, shared) => ({ ...shared, items }),
	about: itemOf,
	scope: SCOPES.inventory,
	body: [...identityFields, locationId, quantity('How many there are'), additionalFields(reason)],
	shapeBody: withoutChoice,
};
