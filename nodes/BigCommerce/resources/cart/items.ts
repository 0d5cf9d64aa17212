import type { ItemInput } from '../../execution/itemInput';
import type { JsonObject } from '../../transport/types';
import {
	additionalFields,
	choice,
	id,
	json,
	list,
	longText,
	money,
	number,
	object,
	required,
	text,
} from '../shared/fields';
import { joinLists } from '../shared/jsonList';
import type { Field } from '../types';

/** What can be put into a cart. Source: BigCommerce, carts.v3. */

const quantity = required(number('quantity', 'Quantity', { typeOptions: { minValue: 1 }, default: 1 }));

export const productId = required(id('product_id', 'Product ID', { placeholder: 'e.g. 111' }));

export const listPrice = money('list_price', 'List Price', {
	description: 'Price of one piece instead of the one in the catalog; by default such an item gets no promotions',
});

export const variantId = id('variant_id', 'Variant ID', {
	description: 'Variant of the product; leave it out for a product with modifiers and use Option Selections',
});

export const optionSelections = list(
	'option_selections',
	'Option Selections',
	[
		required(id('option_id', 'Option ID', { description: 'ID of an option or a modifier of the product' })),
		text('option_value', 'Value', {
			wire: 'optionValue',
			placeholder: 'e.g. 103',
			description: 'ID of the chosen value, or what a shopper would enter: a text, a timestamp or a date as an object',
		}),
	],
	{ placeholder: 'Add selection', description: 'Choices for the options and modifiers of the product' },
);

export const lineItems = list(
	'line_items',
	'Line Items',
	[
		productId,
		quantity,
		additionalFields(
			json('gift_wrapping', 'Gift Wrapping (JSON)', {
				placeholder: 'e.g. {"wrap_together": true, "wrap_details": [{"id": 1, "message": "Happy birthday"}]}',
				description: 'Gift wrapping and its message, as BigCommerce describes them',
			}),
			listPrice,
			text('name', 'Name', { description: 'Name to show instead of the one in the catalog' }),
			optionSelections,
			variantId,
		),
	],
	{ placeholder: 'Add product', description: 'Products of the catalog' },
);

export const customItems = list(
	'custom_items',
	'Custom Items',
	[
		required(text('name', 'Name', { placeholder: 'e.g. Engraving' })),
		quantity,
		money('list_price', 'List Price', {
			description: 'Price of one piece, with or without tax as the store is set up',
		}),
		additionalFields(
			text('image_url', 'Image URL', { placeholder: 'e.g. https://example.com/engraving.jpg' }),
			text('sku', 'SKU', { placeholder: 'e.g. ENG-1' }),
		),
	],
	{ placeholder: 'Add custom item', description: 'Items that are not in the catalog' },
);

const person = (name: string, displayName: string): Field =>
	object(
		name,
		displayName,
		[text('name', 'Name'), text('email', 'Email', { placeholder: 'e.g. nathan@example.com' })],
		{ default: { name: '', email: '' } },
	);

export const giftCertificates = list(
	'gift_certificates',
	'Gift Certificates',
	[
		money('amount', 'Amount', { default: 1, description: 'Between 1 and 1,000' }),
		longText('message', 'Message', { description: 'Up to 200 characters for the recipient' }),
		required(text('name', 'Name', { placeholder: 'e.g. $25 Gift Certificate' })),
		quantity,
		person('recipient', 'Recipient'),
		person('sender', 'Sender'),
		choice('theme', 'Theme', ['Birthday', 'Boy', 'Celebration', 'Christmas', 'General', 'Girl'], {
			default: 'General',
		}),
	],
	{ placeholder: 'Add gift certificate' },
);

const moreLineItems = 'lineItemsJson';

/** For lists that come from an expression: a list of the form cannot grow with them. */
export const lineItemsAsJson = json(moreLineItems, 'Line Items (JSON)', {
	placeholder: 'e.g. [{"product_id": 111, "quantity": 2}]',
	description: 'Further line items as a list of objects, in the form that BigCommerce describes',
});

const LISTS = [lineItems.name, customItems.name, giftCertificates.name];

/**
 * Joins the line items of both fields and leaves out empty lists.
 * @throws NodeOperationError when nothing is to be put into the cart
 */
export function shapeItems({ [moreLineItems]: more, ...body }: JsonObject, input: ItemInput): JsonObject {
	const items = joinLists(body[lineItems.name], more, lineItemsAsJson, input);
	const shaped: JsonObject = { ...body, [lineItems.name]: items };
	const rest = Object.entries(shaped).filter(([name, value]) => !LISTS.includes(name) || [value].flat().length > 0);
	if (rest.some(([name]) => LISTS.includes(name))) return Object.fromEntries(rest);
	throw input.refuse('There is nothing to put into the cart', 'Add a line item, a custom item or a gift certificate.');
}
