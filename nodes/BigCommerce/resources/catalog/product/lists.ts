import { additionalFields } from '../../../model/collections';
import { choice, flag, id, integer, key, list, money, number, required, text } from '../../../model/fields';

/** Fields of a product that are lists. Source: BigCommerce's OpenAPI file of the catalog's products. */

export const customFields = list(
	'custom_fields',
	'Custom Fields',
	[
		required(text('name', 'Name', { most: 250 })),
		required(text('value', 'Value', { most: 250 })),
		id('id', 'Custom Field ID', { description: 'Of the one that an update changes; without it there is a new one' }),
	],
	{
		placeholder: 'Add custom field',
		description: 'Pairs of name and value that shoppers see',
		blankWithout: ['value'],
		entryKey: ['name', 'value'],
	},
);

export const bulkPricingRules = list(
	'bulk_pricing_rules',
	'Bulk Pricing Rules',
	[
		required(integer('quantity_min', 'From Quantity', { min: 0 })),
		required(integer('quantity_max', 'To Quantity', { min: 0, description: '0 for no upper end' })),
		required(
			choice('type', 'Type', [
				{ name: 'Fixed Price', value: 'fixed', description: 'Amount is the price of one unit' },
				{ name: 'Percent Off', value: 'percent', description: 'Amount is the part taken off: 0.1 is 10 %' },
				{ name: 'Price Off', value: 'price', description: 'Amount is taken off the price of one unit' },
			]),
		),
		required(money('amount', 'Amount', { min: 0, description: 'For Percent Off a fraction: 0.1 is 10 %' })),
	],
	{ placeholder: 'Add rule', description: 'Prices for larger quantities', entryKey: ['quantity_min'] },
);

export const images = list(
	'images',
	'Images',
	[
		required(text('image_url', 'Image URL', { most: 255, placeholder: 'e.g. https://example.com/journal.jpg' })),
		text('description', 'Description', { description: 'Text for those who do not see the image' }),
		integer('sort_order', 'Sort Order', { description: 'Position on the product page; the lowest comes first' }),
		additionalFields(flag('is_thumbnail', 'Is Thumbnail', 'Whether the image stands for the product in lists')),
	],
	{
		placeholder: 'Add image',
		description: 'Images that BigCommerce downloads; an update adds them',
		blankWithout: ['image_url'],
	},
);

export const videos = list(
	'videos',
	'Videos',
	[
		required(
			key('video_id', 'Video ID', { placeholder: 'e.g. z3fRu9pkuXE', description: 'ID of the video on YouTube' }),
		),
		text('title', 'Title', { most: 255 }),
		text('description', 'Description'),
		integer('sort_order', 'Sort Order', { description: 'Position on the product page; the lowest comes first' }),
	],
	{ placeholder: 'Add video', blankWithout: ['video_id'] },
);

/** Only a new product takes them. */
export const variants = list(
	'variants',
	'Variants',
	[
		key('sku', 'SKU', { most: 255, placeholder: 'e.g. SM-13-RED' }),
		required(
			list(
				'option_values',
				'Option Values',
				[
					required(text('option_display_name', 'Option', { placeholder: 'e.g. Color' })),
					required(text('label', 'Value', { placeholder: 'e.g. Red' })),
				],
				{
					placeholder: 'Add option value',
					description: 'What sets the variant apart; BigCommerce creates the options',
				},
			),
		),
		money('price', 'Price', { min: 0, description: 'The price of the product if nothing is given' }),
		additionalFields(
			integer('inventory_level', 'Inventory Level', { min: 0 }),
			text('bin_picking_number', 'Bin Picking Number', { most: 255 }),
			money('cost_price', 'Cost Price', { min: 0 }),
			number('depth', 'Depth', { min: 0 }),
			money('fixed_cost_shipping_price', 'Fixed Shipping Price', { min: 0 }),
			flag('is_free_shipping', 'Free Shipping', 'Whether the variant is shipped free of charge'),
			key('gtin', 'GTIN', { most: 14 }),
			number('height', 'Height', { min: 0 }),
			text('image_url', 'Image URL', { placeholder: 'e.g. https://example.com/red.jpg' }),
			integer('inventory_warning_level', 'Inventory Warning Level', { min: 0 }),
			money('map_price', 'MAP Price', { min: 0 }),
			key('mpn', 'MPN'),
			flag('purchasing_disabled', 'Purchasing Disabled', 'Whether shoppers cannot buy the variant'),
			text('purchasing_disabled_message', 'Purchasing Disabled Message', { most: 255 }),
			money('retail_price', 'Retail Price', { min: 0 }),
			money('sale_price', 'Sale Price', { min: 0 }),
			key('upc', 'UPC', { most: 14 }),
			number('weight', 'Weight', { min: 0 }),
			number('width', 'Width', { min: 0 }),
		),
	],
	{ placeholder: 'Add variant', description: 'One for each combination of options that can be bought' },
);
