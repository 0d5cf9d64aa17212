import { choice, date, flag, ids, number, text, words } from '../shared/fields';
import { categoryLocator } from '../shared/locators';
import type { Field } from '../types';

/** BigCommerce writes these flags as 1 and 0. */
const bit = (name: string, displayName: string): Field =>
	choice(
		name,
		displayName,
		[
			[1, 'Yes'],
			[0, 'No'],
		],
		{ default: 1 },
	);

/** Filters that listing and deleting products share. Source: BigCommerce, catalog/products_catalog.v3. */
export const sharedFilters: readonly Field[] = [
	ids('id:in', 'Product IDs'),
	text('name', 'Name', { description: 'The exact name' }),
	text('sku', 'SKU', { description: 'The exact SKU of the product; variants are not searched' }),
	number('price', 'Price'),
	number('weight', 'Weight'),
	choice('condition', 'Condition', ['new', 'used', 'refurbished']),
	number('brand_id', 'Brand ID'),
	date('date_modified:min', 'Modified After', {
		description: 'Give the time as well: without it BigCommerce takes the current time of day',
	}),
	date('date_modified:max', 'Modified Before'),
	flag('is_visible', 'Is Visible', 'Whether only products that shoppers see are meant'),
	bit('is_featured', 'Is Featured'),
	number('inventory_level', 'Inventory Level', { description: 'Exactly this stock' }),
	number('total_sold', 'Total Sold', { description: 'Exactly this many pieces sold' }),
	choice('type', 'Type', ['physical', 'digital']),
	text('keyword', 'Keyword', { description: 'Word in name, SKU or description' }),
];

export const listFilters: readonly Field[] = [
	...sharedFilters,
	{
		...categoryLocator,
		name: 'categories:in',
		required: false,
		wire: 'ids',
		description: 'Products in this category; By ID takes several, separated by commas',
	},
	ids('channel_id:in', 'Channel IDs', { description: 'Products assigned to any of these channels' }),
	words('sku:in', 'SKUs', { description: 'Any of these product SKUs', placeholder: 'e.g. SM-13, SM-14' }),
	ids('id:not_in', 'Product IDs to Leave Out'),
	number('id:min', 'Product ID From'),
	number('id:max', 'Product ID To'),
	text('upc', 'UPC'),
	text('mpn', 'MPN'),
	choice('availability', 'Availability', ['available', 'disabled', 'preorder']),
	bit('is_free_shipping', 'Free Shipping'),
	number('inventory_level:min', 'Inventory Level From'),
	number('inventory_level:max', 'Inventory Level To'),
	bit('inventory_low', 'Inventory Low'),
	choice('out_of_stock', 'Out of Stock', [[1, 'Yes']], { default: 1 }),
	choice('keyword_context', 'Keyword Context', ['merchant', 'shopper'], {
		description: 'Whose search the keyword follows',
	}),
	date('date_last_imported:min', 'Imported After'),
	date('date_last_imported:max', 'Imported Before'),
];

export const sortFields: readonly Field[] = [
	choice(
		'sort',
		'Sort By',
		[
			['date_last_imported', 'Date Imported'],
			['date_modified', 'Date Modified'],
			['id', 'ID'],
			['inventory_level', 'Inventory Level'],
			['is_visible', 'Is Visible'],
			['name', 'Name'],
			['price', 'Price'],
			['sku', 'SKU'],
			['total_sold', 'Total Sold'],
		],
		{ default: 'name' },
	),
	choice('direction', 'Direction', [
		['asc', 'Ascending'],
		['desc', 'Descending'],
	]),
];
