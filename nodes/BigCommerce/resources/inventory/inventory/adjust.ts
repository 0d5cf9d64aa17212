import { additionalFields } from '../../../model/collections';
import type { BatchOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';
import { IDENTITY, identityFields, known, LARGEST, location, quantity, reason, withoutChoice } from './fields';

export const adjust: BatchOperation = {
	kind: 'batch',
	value: 'adjust',
	name: 'Adjust',
	action: 'Adjust inventory',
	description: 'Add to the stock or take from it, 2,000 items per request',
	endpoint: 'POST /v3/inventory/adjustments/relative',
	effect: 'update',
	repeatable: false,
	about: ['location_id', ...IDENTITY],
	combine: added,
	shared: ['reason'],
	wrap: (items, shared) => ({ ...shared, items }),
	known,
	scope: SCOPES.inventory,
	body: [
		...identityFields,
		location,
		quantity('How many to add; a negative number takes away', -LARGEST),
		additionalFields(reason),
	],
	shapeBody: withoutChoice,
};

/** What is added twice may be added at once, as long as the sum is a quantity that BigCommerce saves. */
function added(one: JsonObject, other: JsonObject): JsonObject | undefined {
	const quantity = Number(one.quantity) + Number(other.quantity);
	return Math.abs(quantity) <= LARGEST ? { ...one, quantity } : undefined;
}
