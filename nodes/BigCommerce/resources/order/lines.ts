import type { ItemInput } from '../../execution/itemInput';
import type { JsonObject, JsonValue } from '../../transport/types';
import { additionalFields, id, json, list, mixedList, money, number, required, text } from '../shared/fields';
import type { Field, FieldGroup } from '../types';

const quantity = number('quantity', 'Quantity', { default: 1, typeOptions: { minValue: 1 } });

const upc = text('upc', 'UPC', { placeholder: 'e.g. 012345678905' });

const prices: Field[] = [
	money('price_ex_tax', 'Price Excluding Tax', {
		description: 'Price of one piece in place of the catalog price; set both prices',
	}),
	money('price_inc_tax', 'Price Including Tax', {
		description: 'Price of one piece in place of the catalog price; set both prices',
	}),
];

/** What a line with a catalog product may say beyond the product. Source: BigCommerce, orders.v2. */
const catalogFields: Field[] = [
	id('variant_id', 'Variant ID', { description: 'Variant of the product; without it Product Options name it' }),
	list(
		'product_options',
		'Product Options',
		[
			required(id('id', 'Option ID', { description: 'ID of the option or modifier of the product' })),
			text('value', 'Value', { description: 'ID of the chosen value, or what was entered' }),
		],
		{ placeholder: 'Add option', description: 'Choices of the customer; required modifiers must be among them' },
	),
	...prices,
	text('name', 'Name', { description: 'Name that the customer sees, in place of the product name' }),
	text('name_merchant', 'Name for the Merchant', { description: 'Name that the control panel shows' }),
	upc,
	number('wrapping_id', 'Gift Wrapping ID', { description: 'Gift wrapping, which needs both costs; 0 takes it away' }),
	text('wrapping_name', 'Gift Wrapping Name'),
	text('wrapping_message', 'Gift Message'),
	money('wrapping_cost_ex_tax', 'Gift Wrapping Cost Excluding Tax', { description: 'For all pieces of the line' }),
	money('wrapping_cost_inc_tax', 'Gift Wrapping Cost Including Tax', { description: 'For all pieces of the line' }),
];

const catalogLine: FieldGroup = {
	name: 'catalog',
	displayName: 'Catalog Product',
	values: [
		required(id('product_id', 'Product ID', { placeholder: 'e.g. 111' })),
		quantity,
		additionalFields(...catalogFields),
	],
};

const customLine: FieldGroup = {
	name: 'custom',
	displayName: 'Custom Product',
	values: [
		required(text('name', 'Name', { placeholder: 'e.g. Engraving' })),
		money('price_ex_tax', 'Price Excluding Tax', { description: 'Price of one piece' }),
		money('price_inc_tax', 'Price Including Tax', { description: 'Price of one piece' }),
		quantity,
		{
			...additionalFields(
				text('sku', 'SKU', { placeholder: 'e.g. ENGRAVING' }),
				upc,
				text('name_merchant', 'Name for the Merchant', { description: 'Name that the control panel shows' }),
			),
			displayName: 'SKU and More',
		},
	],
};

const existingLine: FieldGroup = {
	name: 'existing',
	displayName: 'Existing Line',
	values: [
		required(
			id('id', 'Order Product ID', { description: 'ID of the line within the order, not of the catalog product' }),
		),
		additionalFields(
			...catalogFields,
			number('quantity', 'Quantity', { default: 1, description: 'New quantity; 0 removes the line' }),
		),
	],
};

export const newLines = mixedList('products', 'Products', [catalogLine, customLine], {
	placeholder: 'Add product',
	description: 'Lines of the order: products of the catalog, or custom ones with a name and prices of their own',
});

export const changedLines = mixedList('products', 'Products', [existingLine, catalogLine, customLine], {
	placeholder: 'Add product',
	description: 'Lines to change, remove or add; discounts and promotions of changed lines are lost',
});

/** For lists that come from an expression: a list of the form cannot grow with them. */
export const linesAsJson = json('productsJson', 'Products (JSON)', {
	placeholder: 'e.g. [{"product_id": 111, "quantity": 2}]',
	description: 'Further lines as a list of objects, in the form that BigCommerce describes',
});

/** Puts the lines of both fields into `products`. @throws NodeOperationError when the JSON is no list of objects */
export function mergeLines({ productsJson: more = [], ...body }: JsonObject, input: ItemInput): JsonObject {
	if (!Array.isArray(more) || more.some((line) => !isObject(line))) {
		throw input.refuse(
			'Products (JSON) must be a list of objects',
			'For example [{"product_id": 111, "quantity": 2}].',
		);
	}
	return body.products === undefined && more.length === 0 ? body : { ...body, products: [...linesOf(body), ...more] };
}

export const linesOf = ({ products }: JsonObject): JsonValue[] => (Array.isArray(products) ? products : []);

const isObject = (value: JsonValue): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
