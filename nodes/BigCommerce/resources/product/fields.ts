import { choice, date, flag, group, id, ids, json, list, longText, money, number, text, words } from '../shared/fields';
import type { Field } from '../types';

/** The four fields that creating a product needs. Source: BigCommerce, catalog/products_catalog.v3. */
export const name = text('name', 'Name', { placeholder: 'e.g. Smith Journal 13' });
export const type = choice('type', 'Type', ['physical', 'digital'], { default: 'physical' });
export const price = money('price', 'Price', { description: 'Price of the product, without currency' });
export const weight = number('weight', 'Weight', {
	description: 'Weight in the unit of the store, used for shipping costs',
});
export const sku = text('sku', 'SKU', {
	placeholder: 'e.g. SM-13',
	description: 'Code that no other product or variant of the store has',
});

const stock: Field[] = [
	number('inventory_level', 'Inventory Level', {
		description: 'Stock at the default location; to adjust other locations use the Inventory resource',
	}),
	choice('inventory_tracking', 'Inventory Tracking', ['none', 'product', 'variant'], {
		description: 'Whether stock is counted, and of what',
	}),
	number('inventory_warning_level', 'Inventory Warning Level', { description: 'Stock at which the store warns' }),
	text('bin_picking_number', 'Bin Picking Number', { description: 'Place in the warehouse' }),
	number('order_quantity_maximum', 'Maximum Order Quantity', { description: 'Most pieces per order; 0 for no limit' }),
	number('order_quantity_minimum', 'Minimum Order Quantity', { description: 'Fewest pieces per order' }),
];

const prices: Field[] = [
	money('cost_price', 'Cost Price', { description: 'What the product costs the merchant; shoppers never see it' }),
	money('fixed_cost_shipping_price', 'Fixed Shipping Price', { description: 'Shipping cost of one piece' }),
	money('map_price', 'MAP Price', { description: 'Minimum advertised price' }),
	money('retail_price', 'Retail Price', { description: 'Price that the store shows as the usual one' }),
	money('sale_price', 'Sale Price', { description: 'Price that is charged instead of Price while it is set' }),
	number('tax_class_id', 'Tax Class ID', { description: 'Tax class; 0 for the default' }),
	text('product_tax_code', 'Product Tax Code', { description: 'Code for an external tax provider' }),
	list(
		'bulk_pricing_rules',
		'Bulk Pricing Rules',
		[
			number('quantity_min', 'From Quantity', { default: 1 }),
			number('quantity_max', 'To Quantity', { description: '0 for no upper end' }),
			choice('type', 'Type', ['price', 'percent', 'fixed']),
			money('amount', 'Amount'),
		],
		{ placeholder: 'Add rule' },
	),
];

const placing: Field[] = [
	ids('categories', 'Category IDs', { description: 'All categories of the product; the list replaces the old one' }),
	id('brand_id', 'Brand ID'),
	text('brand_name', 'Brand Name', { description: 'Brand by name; BigCommerce creates it if it does not exist' }),
	ids('related_products', 'Related Product IDs', {
		description: 'Products shown beside this one; -1 chooses them automatically',
	}),
	number('sort_order', 'Sort Order', { description: 'Position in lists; the lowest comes first' }),
	flag('is_visible', 'Is Visible', 'Whether shoppers see the product'),
	flag('is_featured', 'Is Featured', 'Whether the product is one of the featured ones'),
	flag('is_free_shipping', 'Free Shipping', 'Whether the product is shipped free of charge'),
	flag('is_price_hidden', 'Hide Price', 'Whether the price is hidden; needs Availability "disabled"'),
	text('price_hidden_label', 'Price Hidden Label', { description: 'Text in place of a hidden price' }),
	flag('is_condition_shown', 'Show Condition', 'Whether shoppers see the condition'),
	choice('condition', 'Condition', ['New', 'Used', 'Refurbished']),
	choice('availability', 'Availability', ['available', 'disabled', 'preorder']),
	text('availability_description', 'Availability Description', { placeholder: 'e.g. Ships within 24 hours' }),
	date('preorder_release_date', 'Preorder Release Date'),
	text('preorder_message', 'Preorder Message', { placeholder: 'e.g. Available on %%DATE%%' }),
	flag('is_preorder_only', 'Preorder Only', 'Whether the product can only be ordered in advance'),
];

const words_: Field[] = [
	longText('description', 'Description', { description: 'May contain HTML' }),
	longText('warranty', 'Warranty', { description: 'Warranty text; may contain HTML' }),
	text('search_keywords', 'Search Keywords', { placeholder: 'e.g. journal, notebook' }),
	text('page_title', 'Page Title', { description: 'Title of the page in browsers and search engines' }),
	words('meta_keywords', 'Meta Keywords', { placeholder: 'e.g. journal, notebook' }),
	text('meta_description', 'Meta Description', { description: 'Description of the page for search engines' }),
	group(
		'custom_url',
		'Custom URL',
		[
			text('url', 'URL', { placeholder: 'e.g. /smith-journal-13' }),
			flag('is_customized', 'Is Customized', 'Whether the address stays as it is when the name changes', {
				default: true,
			}),
		],
		{ placeholder: 'Set address' },
	),
	list('custom_fields', 'Custom Fields', [text('name', 'Name'), text('value', 'Value')], {
		placeholder: 'Add custom field',
		description: 'Pairs of name and value that shoppers see',
	}),
	text('upc', 'UPC', { placeholder: 'e.g. 012345678905' }),
	text('gtin', 'GTIN', { placeholder: 'e.g. 4006381333931' }),
	text('mpn', 'MPN', { description: 'Part number of the manufacturer' }),
];

const sizes: Field[] = [number('width', 'Width'), number('height', 'Height'), number('depth', 'Depth')];

/** Every optional field that both creating and updating take. */
export const productFields: readonly Field[] = [...stock, ...prices, ...placing, ...words_, ...sizes];

/** What only creating takes. */
export const createOnlyFields: readonly Field[] = [
	list(
		'images',
		'Images',
		[
			text('image_url', 'Image URL', { placeholder: 'e.g. https://example.com/journal.jpg' }),
			flag('is_thumbnail', 'Is Thumbnail', 'Whether the image stands for the product in lists'),
			text('description', 'Description', { description: 'Alternative text' }),
		],
		{ placeholder: 'Add image' },
	),
	json('variants', 'Variants (JSON)', {
		placeholder: 'e.g. [{"sku": "SM-13-R", "option_values": [{"option_display_name": "Color", "label": "Red"}]}]',
		description: 'Variants with their SKU and option values, as BigCommerce describes them',
	}),
];

/** What comes with a product when asked for. */
export const include: Field = {
	displayName: 'Include',
	name: 'include',
	type: 'multiOptions',
	options: [
		{ name: 'Bulk Pricing Rules', value: 'bulk_pricing_rules' },
		{ name: 'Channels', value: 'channels' },
		{ name: 'Custom Fields', value: 'custom_fields' },
		{ name: 'Images', value: 'images' },
		{ name: 'Modifiers', value: 'modifiers' },
		{ name: 'Options', value: 'options' },
		{ name: 'Parent Relations', value: 'parent_relations' },
		{ name: 'Primary Image', value: 'primary_image' },
		{ name: 'Reviews', value: 'reviews' },
		{ name: 'Variants', value: 'variants' },
		{ name: 'Videos', value: 'videos' },
	],
	default: [],
	description: 'Related records to return with each product; turn off Simplify to see them',
};

export const productSummary = [
	'id',
	'name',
	'sku',
	'price',
	'inventory_level',
	'is_visible',
	'availability',
	'categories',
	'brand_id',
	'date_modified',
] as const;
