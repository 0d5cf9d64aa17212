import { SCOPES } from '../../transport/scopes';
import { filters, ids, words } from '../shared/fields';
import type { ManyOperation } from '../types';

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many inventory items',
	description: 'List stock and its settings per item, by location',
	endpoint: 'GET /v3/inventory/items',
	pagination: 'page',
	scope: SCOPES.inventory,
	query: [
		filters(
			words('sku:in', 'SKUs', { placeholder: 'e.g. SM-13, SM-14' }),
			ids('variant_id:in', 'Variant IDs'),
			ids('product_id:in', 'Product IDs'),
			ids('location_id:in', 'Location IDs'),
			words('location_code:in', 'Location Codes', { placeholder: 'e.g. BERLIN-1' }),
		),
	],
	pageSizeFor: () => 1000,
};
