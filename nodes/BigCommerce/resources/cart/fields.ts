import type { ItemInput } from '../../execution/itemInput';
import { choices, number, required, text } from '../shared/fields';
import type { Field } from '../types';

/** The path of a cart; BigCommerce calls the parameter so. */
export const cartId = required(
	text('cartId', 'Cart ID', {
		wire: 'uuid',
		placeholder: 'e.g. bc218c65-7a32-4ab7-8082-68730c074d02',
		description: 'ID of the cart, which is the ID of its checkout as well',
	}),
);

export const itemId = required(
	text('itemId', 'Item ID', {
		wire: 'uuid',
		placeholder: 'e.g. 4b009f3b-51a9-4b9e-aafe-10757ea7c85a',
		description: 'ID of the line item, as Get shows it in line_items',
	}),
);

export const version: Field = number('version', 'Version', {
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'Version of the cart that you read; if it has changed since, BigCommerce refuses the call',
});

/** Changes of one cart at the same time could undo each other. */
export const turnOfCart = (input: ItemInput): string | undefined => input.path().cartId;

/** Sent twice with a version, the second call would find the version changed by the first. */
export const repeatable = (body: { version?: unknown }): boolean => body.version === undefined;

/** What comes with a cart when asked for. */
export const include = choices(
	'include',
	'Include',
	[
		['line_items.digital_items.options', 'Options of Digital Items'],
		['line_items.physical_items.options', 'Options of Physical Items'],
		['promotions.banners', 'Promotion Banners'],
		['redirect_urls', 'Redirect URLs'],
	],
	{ description: 'What to return with the cart' },
);

export const cartSummary = [
	'id',
	'customer_id',
	'email',
	'currency.code',
	'cart_amount',
	'line_items',
	'created_time',
	'updated_time',
	'version',
] as const;
