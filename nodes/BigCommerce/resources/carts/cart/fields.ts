import { include as including, options } from '../../../model/collections';
import { integer, uuid } from '../../../model/fields';
import type { Field } from '../../../model/field';
import { SCOPES } from '../../../transport/scopes';

/** The path of a cart; BigCommerce calls the parameter so. */
export const cartId = uuid('cartId', 'Cart ID', {
	required: true,
	description: 'ID of the cart, which is the ID of its checkout as well',
});

export const itemId = uuid('itemId', 'Item ID', {
	required: true,
	placeholder: 'e.g. 4b009f3b-51a9-4b9e-aafe-10757ea7c85a',
	description: 'ID of the line item, as Get shows it in line_items',
});

export const version: Field = integer('version', 'Version', {
	min: 1,
	description: 'Version of the cart as you got it; if it has changed since, BigCommerce refuses the call',
});

/** Sent twice with a version, the second call would find the version changed by the first. */
export const repeatable = (body: { version?: unknown }): boolean => body.version === undefined;

/** What comes with a cart when asked for. */
const include = including(
	[
		['line_items.digital_items.options', 'Options of Digital Items'],
		['line_items.physical_items.options', 'Options of Physical Items'],
		['promotions.banners', 'Promotion Banners'],
		['redirect_urls', 'Redirect URLs'],
	],
	'What to return with the cart',
);

const summary = [
	'id',
	'customer_id',
	'email',
	'currency.code',
	'cart_amount',
	'line_items',
	'created_time',
	'updated_time',
	'version',
	'channel_id',
] as const;

/** In place of the time of creation, of less use where a cart may be gone. */
export const summaryAfterDelete = [...summary.filter((name) => name !== 'created_time'), 'cart_deleted'];

/** What all operations have that answer with a cart. */
export const answeringCart = { scope: SCOPES.carts, query: [options(include)], simplify: summary };

/** Changes of one cart at the same time could undo each other. */
export const aboutCart = { about: [cartId.name] } as const;
