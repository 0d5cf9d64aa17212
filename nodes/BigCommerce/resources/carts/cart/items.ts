import type { Field } from '../../../model/field';
import { additionalFields } from '../../../model/collections';
import {
	choice,
	email,
	id,
	integer,
	json,
	key,
	list,
	longText,
	money,
	object,
	required,
	text,
} from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { PRODUCT, VARIANT } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import type { JsonObject } from '../../../transport/types';

/** What can be put into a cart. Source: BigCommerce, carts.v3. */

export const quantity = integer('quantity', 'Quantity', { min: 1, placeholder: 'e.g. 1' });

export const listPrice = money('list_price', 'List Price', {
	min: 0,
	description: 'Price of one unit instead of the one in the catalog; by default such an item gets no promotions',
});

export const optionSelections = list(
	'option_selections',
	'Option Selections',
	[
		id('option_id', 'Option ID', { required: true, description: 'ID of an option or a modifier of the product' }),
		{
			kind: 'optionValue',
			name: 'option_value',
			displayName: 'Value',
			placeholder: 'e.g. 103',
			description: 'ID of the chosen value, or what a shopper would enter: a text, a timestamp or a date as an object',
		},
	],
	{
		placeholder: 'Add selection',
		description: 'Choices for the options and modifiers of the product',
		blankWithout: ['option_value'],
	},
);

export const lineItems = list(
	'line_items',
	'Line Items',
	[
		pick(PRODUCT, { description: 'Product of the catalog' }),
		required(quantity),
		pick(VARIANT, {
			required: false,
			description: 'Leave it out for a product with modifiers, and add Option Selections',
		}),
		additionalFields(
			json('gift_wrapping', 'Gift Wrapping (JSON)', {
				placeholder: 'e.g. {"wrap_together": true, "wrap_details": [{"id": 1, "message": "Happy birthday"}]}',
				description: 'Gift wrapping and its message, as BigCommerce describes them',
			}),
			listPrice,
			text('name', 'Name', { description: 'Name to show instead of the one in the catalog' }),
			optionSelections,
		),
	],
	{ placeholder: 'Add product', description: 'Products of the catalog' },
);

export const customItems = list(
	'custom_items',
	'Custom Items',
	[
		text('name', 'Name', { required: true, most: 250, placeholder: 'e.g. Engraving' }),
		required(quantity),
		money('list_price', 'List Price', {
			required: true,
			min: 0,
			description: 'Price of one unit, with or without tax as the store is set up',
		}),
		additionalFields(
			key('image_url', 'Image URL', { placeholder: 'e.g. https://example.com/engraving.jpg' }),
			key('sku', 'SKU', { placeholder: 'e.g. ENG-1' }),
		),
	],
	{ placeholder: 'Add custom item', description: 'Items that are not in the catalog' },
);

const person = (name: string, displayName: string): Field =>
	object(name, displayName, [required(text('name', 'Name')), required(email())], {
		required: true,
		shown: ['name', 'email'],
	});

export const giftCertificates = list(
	'gift_certificates',
	'Gift Certificates',
	[
		money('amount', 'Amount', { required: true, min: 1, max: 1000 }),
		longText('message', 'Message', { most: 200, description: 'For the recipient' }),
		text('name', 'Name', { required: true, placeholder: 'e.g. $25 Gift Certificate' }),
		required(quantity),
		person('recipient', 'Recipient'),
		person('sender', 'Sender'),
		choice('theme', 'Theme', ['Birthday', 'Boy', 'Celebration', 'Christmas', 'General', 'Girl'], { required: true }),
	],
	{ placeholder: 'Add gift certificate' },
);

const LISTS = [lineItems.name, customItems.name, giftCertificates.name];

type Shape = NonNullable<CallOperation['shapeBody']>;

/** @throws what `item.refuse` makes when nothing is to be put into the cart */
export const shapeItems: Shape = (body, item): JsonObject => {
	const filled = Object.entries(body).filter(([name, value]) => !LISTS.includes(name) || [value].flat().length > 0);
	if (filled.some(([name]) => LISTS.includes(name))) return Object.fromEntries(filled);
	throw item.refuse('There is nothing to put into the cart', 'Add a line item, a custom item or a gift certificate.');
};
