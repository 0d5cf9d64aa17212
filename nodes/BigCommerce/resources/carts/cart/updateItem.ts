import { z } from 'zod';

import { additionalFields, updateFields } from '../../../model/collections';
import type { MergeOperation } from '../../../model/operation';
import { payloadOf } from '../../../transport/storeApi';
import type { JsonObject, JsonValue } from '../../../transport/types';
import { aboutCart, answeringCart, cartId, itemId, repeatable, version } from './fields';
import { listPrice, optionSelections, quantity } from './items';

const option = z.object({
	nameId: z.number(),
	/** Missing or empty where a shopper enters something instead of choosing. */
	valueId: z.number().nullish(),
	value: z.unknown(),
});

const product = z.object({
	id: z.string(),
	product_id: z.number(),
	variant_id: z.number().nullish(),
	quantity: z.number(),
	options: z.array(option).nullish(),
});

type Product = z.infer<typeof product>;

const cart = z.object({
	line_items: z.object({
		physical_items: z.array(product).catch([]),
		digital_items: z.array(product).catch([]),
		custom_items: z.array(z.object({ id: z.string() })).catch([]),
		gift_certificates: z.array(z.object({ id: z.string() })).catch([]),
	}),
});

/**
 * BigCommerce wants product and quantity with every change, and drops modifiers that are not sent again.
 * Source: BigCommerce, carts.v3; for the modifiers, the cart of its own storefront (bigcommerce/catalyst).
 */
export const updateItem: MergeOperation = {
	kind: 'merge',
	value: 'updateItem',
	name: 'Update Item',
	action: 'Update cart item',
	description: 'Change quantity or price of a product in a cart; the rest stays as it is',
	read: 'GET /v3/carts/{cartId}',
	readQuery: () => ({ include: ['line_items.physical_items.options', 'line_items.digital_items.options'] }),
	endpoint: 'PUT /v3/carts/{cartId}/items/{itemId}',
	effect: 'update',
	repeatable,
	...aboutCart,
	path: [cartId, itemId],
	body: [
		updateFields(listPrice, quantity, {
			...optionSelections,
			description: 'What the item has; only needed for modifiers that are dates or files',
		}),
		additionalFields(version),
	],
	found: (response, item) => {
		const id = item.path.itemId;
		const { line_items: lines } = cart.parse(payloadOf(response));
		const line = [...lines.physical_items, ...lines.digital_items].find((each) => each.id === id);
		if (line) return whatItIs(line);
		if ([...lines.custom_items, ...lines.gift_certificates].some((each) => each.id === id)) {
			throw item.refuse(
				'Only products in a cart can be changed, no custom items and gift certificates',
				'Add the item again as it should be, then delete this one.',
			);
		}
		throw item.missing(`The cart has no item ${id}`, 'Get the cart again: its items may have changed.');
	},
	keep: ['product_id', 'quantity', 'variant_id', 'option_selections'],
	wrap: ({ version: expected, ...line }) => ({
		line_item: withOneChoice(line),
		...(expected === undefined ? {} : { version: expected }),
	}),
	...answeringCart,
};

function whatItIs({ product_id, quantity: count, variant_id: variant, options }: Product): JsonObject {
	const selections = (options ?? []).map(({ nameId, valueId, value }) => ({
		option_id: nameId,
		option_value: valueId ? valueId : (value as JsonValue),
	}));
	return {
		product_id,
		quantity: count,
		...(selections.length > 0 ? { option_selections: selections } : {}),
		...(variant ? { variant_id: variant } : {}),
	};
}

/** Selections name the variant as well; beside them BigCommerce wants no other. */
const withOneChoice = ({ variant_id: variant, ...line }: JsonObject): JsonObject =>
	variant === undefined || line.option_selections !== undefined ? line : { ...line, variant_id: variant };
