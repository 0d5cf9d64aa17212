import { filters, options } from '../../../model/collections';
import { choice, ids, words } from '../../../model/fields';
import type { ItemValues } from '../../../model/item';
import type { ListOperation } from '../../../model/operation';
import { LOCATION, PRODUCT } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { objectOf, objectsOf } from '../../../records/rows';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';

export const getAll: ListOperation = {
	kind: 'list',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many inventory items',
	description: 'List stock and its settings, per item or per location',
	endpoint: 'GET /v3/inventory/items',
	scope: SCOPES.inventory,
	query: [
		filters(
			words('sku:in', 'SKUs', { placeholder: 'e.g. SM-13, SM-14' }),
			ids('variant_id:in', 'Variant IDs'),
			pick(PRODUCT, {
				name: 'product_id:in',
				many: true,
				required: false,
				description: 'Items of these products; By ID takes several, separated by commas',
			}),
			pick(LOCATION, {
				name: 'location_id:in',
				many: true,
				required: false,
				description: 'Stock at these locations; By ID takes several, separated by commas',
			}),
			words('location_code:in', 'Location Codes', { placeholder: 'e.g. BERLIN-1' }),
		),
	],
	options: [
		options(
			choice(
				'rows',
				'Rows',
				[
					{ name: 'One per Item', value: 'item', description: 'With a list of its locations' },
					{ name: 'One per Item and Location', value: 'location', description: 'Without nested fields' },
				],
				{ preset: 'item' },
			),
		),
	],
	row: rowsOf,
};

/** An item as BigCommerce has it, or a flat row for each of its locations. */
function rowsOf(item: JsonObject, { options: { rows } }: ItemValues): JsonObject | JsonObject[] {
	if (rows !== 'location') return item;
	return objectsOf(item.locations).map(({ settings, ...location }) => ({
		...objectOf(item.identity),
		...location,
		...objectOf(settings),
	}));
}
