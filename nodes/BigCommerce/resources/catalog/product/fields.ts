import type { Field } from '../../../model/field';
import {
	choice,
	date,
	flag,
	ids,
	integer,
	key,
	longText,
	money,
	number,
	object,
	text,
	words,
} from '../../../model/fields';
import { BRAND, CATEGORY, PRODUCT, TAX_CLASS } from '../../../records/catalogue';
import { pick } from '../../../records/fields';

/** Bounds and lengths are BigCommerce's. Source: its OpenAPI file of the catalog's products. */
const LARGEST = 2_147_483_647;
const LARGEST_SIZE = 9_999_999_999;

export const product = pick(PRODUCT);

/** What creating a product needs. */
export const name = text('name', 'Name', {
	most: 250,
	placeholder: 'e.g. Smith Journal 13',
	description: 'Name that no other product of the store has',
});
export const type = choice('type', 'Type', ['digital', 'physical'], {
	description: 'Whether the product is shipped or downloaded',
});
export const price = money('price', 'Price', {
	min: 0,
	description: 'Without currency; with or without tax, as the store is set up',
});
export const weight = number('weight', 'Weight', {
	min: 0,
	max: LARGEST_SIZE,
	description: 'In the unit of the store; used for shipping costs',
});

export const sku = key('sku', 'SKU', {
	most: 255,
	placeholder: 'e.g. SM-13',
	description: 'Code that no other product or variant of the store has',
});
export const categories = pick(CATEGORY, {
	name: 'categories',
	many: true,
	required: false,
	description:
		'All categories of the product; By ID takes several, separated by commas. Stores with the new product experience require one for a new product.',
});

const count = (fieldName: string, displayName: string, description: string, max = LARGEST): Field =>
	integer(fieldName, displayName, { min: 0, max, description });

const stock: readonly Field[] = [
	count('inventory_level', 'Inventory Level', 'Stock at the default location; for others use the resource Inventory'),
	choice('inventory_tracking', 'Inventory Tracking', ['none', 'product', 'variant'], {
		description: 'Whether stock is counted, and of what',
	}),
	count('inventory_warning_level', 'Inventory Warning Level', 'Stock below which the store owner is informed'),
	text('bin_picking_number', 'Bin Picking Number', { most: 255, description: 'Place in the warehouse' }),
	count('order_quantity_maximum', 'Maximum Order Quantity', 'Most units per order; 0 for no limit', 1e9),
	count('order_quantity_minimum', 'Minimum Order Quantity', 'Fewest units per order; 0 for no limit', 1e9),
];

const prices: readonly Field[] = [
	money('cost_price', 'Cost Price', {
		min: 0,
		description: 'What the product costs the merchant; shoppers never see it',
	}),
	money('fixed_cost_shipping_price', 'Fixed Shipping Price', { min: 0, description: 'Shipping cost of one unit' }),
	money('map_price', 'MAP Price', { min: 0, description: 'Minimum advertised price' }),
	money('retail_price', 'Retail Price', { min: 0, description: 'Price that the store shows as the usual one' }),
	money('sale_price', 'Sale Price', { min: 0, description: 'Charged instead of Price; 0 for no sale' }),
	pick(TAX_CLASS, {
		name: 'tax_class_id',
		required: false,
		zero: 'the default tax class',
		description: 'ID 0 for the default; ignored where taxes are automatic',
	}),
	text('product_tax_code', 'Product Tax Code', { most: 255, description: 'Code for an external tax provider' }),
];

const placing: readonly Field[] = [
	pick(BRAND, {
		required: false,
		zero: 'no brand',
		description: 'ID 0 for no brand; leave it out if Brand Name is given',
	}),
	text('brand_name', 'Brand Name', { description: 'BigCommerce creates the brand if it does not exist' }),
	ids('related_products', 'Related Product IDs', {
		mayBeNegative: true,
		description: 'Products shown beside this one; -1 chooses them automatically',
	}),
	integer('sort_order', 'Sort Order', {
		min: -LARGEST - 1,
		max: LARGEST,
		description: 'Position in lists; the lowest comes first',
	}),
	flag('is_visible', 'Is Visible', 'Whether shoppers see the product'),
	flag('is_featured', 'Is Featured', 'Whether the product is one of the featured ones'),
	flag('is_free_shipping', 'Free Shipping', 'Whether the product is shipped free of charge'),
	flag('is_price_hidden', 'Hide Price', 'Whether the price is hidden; needs the availability Disabled'),
	text('price_hidden_label', 'Price Hidden Label', { most: 200, description: 'Text in place of a hidden price' }),
	flag('is_condition_shown', 'Show Condition', 'Whether shoppers see the condition'),
	choice('condition', 'Condition', ['New', 'Refurbished', 'Used']),
	choice('availability', 'Availability', ['available', 'disabled', 'preorder'], {
		description: 'Whether the product can be bought, now or in advance',
	}),
	text('availability_description', 'Availability Description', {
		most: 255,
		placeholder: 'e.g. Ships within 24 hours',
	}),
	date('preorder_release_date', 'Preorder Release Date'),
	text('preorder_message', 'Preorder Message', { most: 255, placeholder: 'e.g. Available on %%DATE%%' }),
	flag('is_preorder_only', 'Preorder Only', 'Whether the availability Preorder ends by itself on the release date'),
	choice('gift_wrapping_options_type', 'Gift Wrapping', [
		['any', 'Any of the Store'],
		['list', 'Those in Gift Wrapping IDs'],
		['none', 'None'],
	]),
	ids('gift_wrapping_options_list', 'Gift Wrapping IDs', { description: 'Used if Gift Wrapping is a list of IDs' }),
	text('layout_file', 'Layout File', {
		most: 500,
		placeholder: 'e.g. product.html',
		description: 'Template of the product page; for stores with a Blueprint theme only',
	}),
	date('date_last_imported', 'Date Last Imported'),
];

const texts: readonly Field[] = [
	longText('description', 'Description', { description: 'May contain HTML' }),
	longText('warranty', 'Warranty', { most: 65_535, description: 'Warranty text; may contain HTML' }),
	text('search_keywords', 'Search Keywords', { most: 65_535, placeholder: 'e.g. journal, notebook' }),
	text('page_title', 'Page Title', { most: 255, description: 'Title of the page in browsers and search engines' }),
	words('meta_keywords', 'Meta Keywords', { placeholder: 'e.g. journal, notebook' }),
	text('meta_description', 'Meta Description', {
		most: 65_535,
		description: 'Description of the page for search engines',
	}),
	object('custom_url', 'Custom URL', [
		text('url', 'URL', { most: 255, placeholder: 'e.g. /smith-journal-13' }),
		flag('is_customized', 'Is Customized', 'Whether the address stays as it is if the name changes'),
		flag('create_redirect', 'Create Redirect', 'Whether an update redirects shoppers from the address before'),
	]),
	key('upc', 'UPC', { most: 14, placeholder: 'e.g. 012345678905' }),
	key('gtin', 'GTIN', { most: 14, placeholder: 'e.g. 4006381333931' }),
	key('mpn', 'MPN', { description: 'Part number of the manufacturer' }),
];

const size = (fieldName: string, displayName: string): Field =>
	number(fieldName, displayName, { min: 0, max: LARGEST_SIZE });

const sizes: readonly Field[] = [size('width', 'Width'), size('height', 'Height'), size('depth', 'Depth')];

const openGraph: readonly Field[] = [
	choice(
		'open_graph_type',
		'Open Graph Type',
		['album', 'book', 'drink', 'food', 'game', 'movie', 'product', 'song', ['tv_show', 'TV Show']],
		{ description: 'What social networks take the product for' },
	),
	text('open_graph_title', 'Open Graph Title'),
	text('open_graph_description', 'Open Graph Description'),
	flag(
		'open_graph_use_meta_description',
		'Open Graph Uses Meta Description',
		'Whether Meta Description is shown in place of Open Graph Description',
	),
	flag(
		'open_graph_use_product_name',
		'Open Graph Uses Product Name',
		'Whether the name is shown in place of Open Graph Title',
	),
	flag('open_graph_use_image', 'Open Graph Uses Image', 'Whether the thumbnail image of the product is shown'),
];

/** Fields of one value each that need not be set. */
export const plainFields: readonly Field[] = [...stock, ...prices, ...placing, ...texts, ...sizes, ...openGraph];
