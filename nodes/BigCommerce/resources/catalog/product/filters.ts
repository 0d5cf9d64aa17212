import type { Field } from '../../../model/field';
import { filters, sortBy } from '../../../model/collections';
import { choice, date, id, ids, integer, key, money, number, text, words, yesNo } from '../../../model/fields';
import type { ItemValues } from '../../../model/item';
import { BRAND, CATEGORY, CHANNEL } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import type { Query } from '../../../transport/types';

/** BigCommerce writes these answers as 1 and 0. */
const BITS = [1, 0] as const;

const fields: readonly Field[] = [
	ids('id:in', 'Product IDs'),
	ids('id:not_in', 'Exclude Product IDs'),
	id('id:min', 'Product ID From'),
	id('id:max', 'Product ID To'),
	text('name', 'Name', { description: 'The exact name' }),
	key('sku', 'SKU', { description: 'The exact SKU of the product; variants are not searched' }),
	words('sku:in', 'SKUs', { description: 'Any of these product SKUs', placeholder: 'e.g. SM-13, SM-14' }),
	key('upc', 'UPC'),
	key('mpn', 'MPN', { description: 'Part number of the manufacturer' }),
	text('keyword', 'Keyword', { description: 'Word in the name, SKU, description or brand name' }),
	choice('keyword_context', 'Keyword Context', ['merchant', 'shopper'], {
		description: 'Whose search Keyword follows',
	}),
	pick(CATEGORY, {
		name: 'categories:in',
		many: true,
		required: false,
		description: 'Products in these categories; By ID takes several, separated by commas',
	}),
	pick(BRAND, { required: false, description: 'Products of this brand' }),
	pick(CHANNEL, {
		name: 'channel_id:in',
		many: true,
		required: false,
		description: 'Products assigned to any of these channels; By ID takes several, separated by commas',
	}),
	choice('type', 'Type', ['digital', 'physical']),
	choice('condition', 'Condition', ['new', 'refurbished', 'used']),
	choice('availability', 'Availability', ['available', 'disabled', 'preorder']),
	yesNo('is_visible', 'Is Visible', 'Whether shoppers see the product'),
	yesNo('is_featured', 'Is Featured', 'Whether the product is one of the featured ones', BITS),
	yesNo('is_free_shipping', 'Free Shipping', 'Whether the product is shipped free of charge', BITS),
	money('price', 'Price', { description: 'Exactly this price' }),
	number('weight', 'Weight', { description: 'Exactly this weight' }),
	integer('total_sold', 'Total Sold', { description: 'Exactly this many units sold' }),
	integer('inventory_level', 'Inventory Level', { description: 'Exactly this stock' }),
	ids('inventory_level:in', 'Inventory Levels', {
		mayBeNegative: true,
		placeholder: 'e.g. 0, 1, 2',
		description: 'Any of these stocks',
	}),
	integer('inventory_level:min', 'Inventory Level From'),
	integer('inventory_level:max', 'Inventory Level To'),
	yesNo('inventory_low', 'Inventory Low', 'Whether the stock has fallen to its warning level', BITS),
	choice('out_of_stock', 'Out of Stock', [[1, 'Yes']]),
	date('date_modified:min', 'Modified After'),
	date('date_modified:max', 'Modified Before'),
	date('date_last_imported:min', 'Imported After'),
	date('date_last_imported:max', 'Imported Before'),
];

/** What listing, counting and deleting by filters share. Source: BigCommerce's OpenAPI file of the products. */
export const productFilters = filters(...fields);

/** The context of a keyword narrows nothing by itself. @throws when it stands alone */
export function narrowingQuery(query: Query, item: Pick<ItemValues, 'refuse'>): Query {
	if (query.keyword_context === undefined || query.keyword !== undefined) return query;
	throw item.refuse('Keyword Context has no Keyword to go with', 'Add the filter Keyword, or remove Keyword Context.');
}

export const productSort = sortBy(
	['calculated_price', 'Calculated Price'],
	['date_last_imported', 'Date Last Imported'],
	['date_modified', 'Date Modified'],
	['id', 'ID'],
	['inventory_level', 'Inventory Level'],
	['is_visible', 'Is Visible'],
	['name', 'Name'],
	['price', 'Price'],
	['sku', 'SKU'],
	['total_sold', 'Total Sold'],
);
