import { SCOPES } from '../../transport/scopes';
import type { JsonObject } from '../../transport/types';
import { flag, number, text, updateFields } from '../shared/fields';
import type { BatchOperation } from '../types';
import { identityFields, itemOf, locationId, MOST_PER_CALL } from './fields';

export const updateSettings: BatchOperation = {
	kind: 'batch',
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update inventory settings',
	description:
		'Change warning level, safety stock and the like at a location; settings you do not add stay as they are',
	endpoint: 'PUT /v3/inventory/locations/{location_id}/items',
	most: MOST_PER_CALL,
	wrap: (settings) => ({ settings }),
	about: ({ identity }) => itemOf(identity as JsonObject),
	scope: SCOPES.inventory,
	path: [locationId],
	body: [
		...identityFields,
		updateFields(
			flag('is_in_stock', 'Is in Stock', 'Whether the item can be bought, whatever the quantity'),
			number('safety_stock', 'Safety Stock', { description: 'How many of the stock are not for sale' }),
			number('warning_level', 'Warning Level', {
				description: 'The store owner is told when the stock falls below it',
			}),
			text('bin_picking_number', 'Bin Picking Number', { description: 'Where in the warehouse the item is' }),
		),
	],
	shapeBody: ({ identifyBy: _, sku, variant_id, product_id, ...settings }): JsonObject => {
		const identity = Object.entries({ sku, variant_id, product_id }).filter(([, value]) => value !== undefined);
		return { identity: Object.fromEntries(identity) as JsonObject, ...settings };
	},
};
