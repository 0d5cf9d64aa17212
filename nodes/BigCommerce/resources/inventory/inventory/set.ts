import { additionalFields } from '../../../model/collections';
import type { BatchOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { IDENTITY, identityFields, known, location, quantity, reason, withoutChoice } from './fields';

export const set: BatchOperation = {
	kind: 'batch',
	value: 'set',
	name: 'Set',
	action: 'Set inventory',
	description: 'Overwrite the stock with a count, 2,000 items per request',
	endpoint: 'PUT /v3/inventory/adjustments/absolute',
	effect: 'update',
	repeatable: true,
	about: ['location_id', ...IDENTITY],
	shared: ['reason'],
	wrap: (items, shared) => ({ ...shared, items }),
	known,
	scope: SCOPES.inventory,
	body: [...identityFields, location, quantity('How many there are'), additionalFields(reason)],
	shapeBody: withoutChoice,
};
