import { flag, list, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { pageWithoutLinks } from '../core/answers';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';

const item = object({ id: whole(), product_id: whole(), variant_id: whole() });

/** Items as the store keeps them: each with an ID, unique across all wishlists. */
export function wishlistItems(store: Store, items: readonly JsonObject[]): JsonObject[] {
	const known = wishlists
		.records(store)
		.all()
		.flatMap((wishlist) => wishlist.items as { id: number }[]);
	let last = known.reduce((highest, { id }) => Math.max(highest, id), 0);
	return items.map(({ id, ...rest }) => ({ id: id ?? ++last, ...rest }));
}

export const wishlists = declared('wishlist', 'customers', '/v3/wishlists/{wishlist_id}', {
	fields: {
		customer_id: whole()
			.required()
			.refersTo('customer', ({ customers }, id) => customers.get(id)),
		name: text().default(''),
		is_public: flag().default(false),
		token: text()
			.readOnly()
			.defaultFrom((_input, { random }) => random.uuid()),
		items: list(item)
			.default([])
			.sample([{ product_id: 1, variant_id: 1 }]),
	},
	filters: { customer_id: 'is' },
	paging: pageWithoutLinks,
	before: (input, { call: { store } }) =>
		input.items ? { ...input, items: wishlistItems(store, input.items as JsonObject[]) } : input,
	calls: { create: { status: 201 }, update: { status: 201, needs: ['customer_id', 'items'] }, remove: true },
});
