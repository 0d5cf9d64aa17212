import type { EntryKind, Field, ListField } from '../../../model/field';
import { additionalFields } from '../../../model/collections';
import { id, integer, key, list, mixedList, money, required, text } from '../../../model/fields';
import { ORDER_PRODUCT, PRODUCT, VARIANT } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import type { JsonObject } from '../../../transport/types';
import type { Rule } from './rules';
import { objectsIn } from '../objects';
import { lonely } from './rules';

const quantity = required(integer('quantity', 'Quantity', { min: 1 }));

const upc = key('upc', 'UPC', { placeholder: 'e.g. 012345678905', most: 255 });

const priceExTax = money('price_ex_tax', 'Price Excluding Tax');
const priceIncTax = money('price_inc_tax', 'Price Including Tax');

const forMerchant = text('name_merchant', 'Name for the Merchant', {
	description: 'Name that the control panel shows',
});

const variant = pick(VARIANT, {
	required: false,
	description: 'Variant of the product; without it Product Options name it',
});

/** Both or none: BigCommerce calculates no price from the other. */
const ownPrices: readonly Field[] = [
	{ ...priceExTax, description: 'Price of one unit in place of the catalog price; set both prices' },
	{ ...priceIncTax, description: 'Price of one unit in place of the catalog price; set both prices' },
];

/** What a line with a catalog product may say beyond that. Source: BigCommerce, orders.v2. */
const furtherFields = additionalFields(
	list(
		'product_options',
		'Product Options',
		[
			required(id('id', 'Option ID', { description: 'ID of the option or modifier of the product' })),
			required(text('value', 'Value', { description: 'ID of the chosen value, or what was entered' })),
		],
		{ placeholder: 'Add option', description: 'Choices of the customer; required modifiers must be among them' },
	),
	text('name', 'Name', { most: 250, description: 'Name that the customer sees, in place of the product name' }),
	forMerchant,
	upc,
	id('wrapping_id', 'Gift Wrapping ID', {
		zero: 'No gift wrapping',
		description: 'Needs both costs; 0 takes the gift wrapping away',
	}),
	text('wrapping_name', 'Gift Wrapping Name'),
	text('wrapping_message', 'Gift Message'),
	money('wrapping_cost_ex_tax', 'Gift Wrapping Cost Excluding Tax', {
		min: 0,
		description: 'For all units of the line',
	}),
	money('wrapping_cost_inc_tax', 'Gift Wrapping Cost Including Tax', {
		min: 0,
		description: 'For all units of the line',
	}),
);

const catalogLine: EntryKind = {
	name: 'catalog',
	displayName: 'Catalog Product',
	fields: [
		pick(PRODUCT, { description: 'The product of the catalog to add' }),
		quantity,
		variant,
		...ownPrices,
		furtherFields,
	],
};

const customLine: EntryKind = {
	name: 'custom',
	displayName: 'Custom Product',
	fields: [
		required(text('name', 'Name', { placeholder: 'e.g. Engraving', most: 250 })),
		quantity,
		required({ ...priceExTax, description: 'Price of one unit without tax' }),
		required({ ...priceIncTax, description: 'Price of one unit with tax' }),
		key('sku', 'SKU', { placeholder: 'e.g. ENGRAVING' }),
		upc,
		forMerchant,
	],
};

const existingLine: EntryKind = {
	name: 'existing',
	displayName: 'Existing Line',
	fields: [
		pick(ORDER_PRODUCT, {
			name: 'id',
			displayName: 'Order Product',
			description: 'Line of the order to change, not the product of the catalog',
		}),
		integer('quantity', 'Quantity', { min: 0, description: 'New quantity; 0 removes the line' }),
		...ownPrices,
		furtherFields,
	],
};

export const newLines: ListField = required(
	mixedList('products', 'Products', [catalogLine, customLine], {
		placeholder: 'Add product',
		description: 'Lines of the order: products of the catalog, or custom ones with a name and prices of their own',
	}),
);

export const changedLines: ListField = mixedList('products', 'Products', [existingLine, catalogLine, customLine], {
	placeholder: 'Add product',
	description: 'Lines to change, remove or add; discounts and promotions of changed lines are lost',
});

/** What goes together in a line. */
const TOGETHER: ReadonlyArray<[one: string, other: string, names: Record<string, string>]> = [
	['price_ex_tax', 'price_inc_tax', { price_ex_tax: 'Price Excluding Tax', price_inc_tax: 'Price Including Tax' }],
	[
		'wrapping_cost_ex_tax',
		'wrapping_cost_inc_tax',
		{
			wrapping_cost_ex_tax: 'Gift Wrapping Cost Excluding Tax',
			wrapping_cost_inc_tax: 'Gift Wrapping Cost Including Tax',
		},
	],
];

/** No price has only one of its two sides, and a gift wrapping has its costs. */
export const pricesInPairs: Rule = ({ products }) =>
	objectsIn(products).flatMap((line, index) => faultsOf(line).map((fault) => `Products ${index + 1} > ${fault}`));

function faultsOf(line: JsonObject): string[] {
	const missing = TOGETHER.flatMap(([one, other, names]) => {
		const side = lonely(line, one, other);
		return side === undefined
			? []
			: [`${names[side]} is empty. BigCommerce takes it only with and without tax together.`];
	});
	const isWrapped = Number(line.wrapping_id ?? 0) > 0 && line.wrapping_cost_ex_tax === undefined;
	return isWrapped && line.wrapping_cost_inc_tax === undefined
		? [...missing, 'Gift Wrapping Cost Excluding Tax and Gift Wrapping Cost Including Tax are empty.']
		: missing;
}
