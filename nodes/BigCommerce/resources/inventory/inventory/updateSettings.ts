import { updateFields } from '../../../model/collections';
import { flag, integer, text } from '../../../model/fields';
import type { BatchOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';
import { identityFields, known, LARGEST, location } from './fields';

export const updateSettings: BatchOperation = {
	kind: 'batch',
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update inventory settings',
	description: 'Change warning level, safety stock and the like at a location',
	endpoint: 'PUT /v3/inventory/locations/{location_id}/items',
	effect: 'update',
	repeatable: true,
	about: ['location_id', 'identity'],
	wrap: (settings) => ({ settings }),
	known,
	scope: SCOPES.inventory,
	path: [location],
	body: [
		...identityFields,
		updateFields(
			flag('is_in_stock', 'Is in Stock', 'Whether the item can be bought, whatever the quantity'),
			integer('safety_stock', 'Safety Stock', {
				min: 0,
				max: LARGEST,
				description: 'How many of the stock are not for sale',
			}),
			integer('warning_level', 'Warning Level', {
				min: 0,
				max: LARGEST,
				description: 'Stock below which the store owner is informed',
			}),
			text('bin_picking_number', 'Bin Picking Number', {
				most: 255,
				description: 'Where in the warehouse the item is',
			}),
		),
	],
	shapeBody: withIdentity,
};

/** BigCommerce wants what names the item apart from what changes. */
function withIdentity({ identifyBy: _, sku, variant_id, product_id, ...settings }: JsonObject): JsonObject {
	const given = Object.entries({ sku, variant_id, product_id }).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value] as const],
	);
	return { identity: Object.fromEntries(given), ...settings };
}
