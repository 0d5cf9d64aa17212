import { z } from 'zod';
import { v3Data } from '../core/answers';
import { notFound } from '../core/errors';
import { pathId, readBody } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import { wishlistItems, wishlists } from '../declarations/wishlists';
import type { JsonObject } from '../types';

const path = '/v3/wishlists/{wishlist_id}/items';

const Items = z.object({
	items: z.array(z.object({ product_id: z.number().int(), variant_id: z.number().int().optional() })),
});

function changed(call: Call, items: (now: JsonObject[]) => JsonObject[], status: number): Answer {
	const wishlist = wishlists.one(call);
	const record = wishlists.change(call.store, wishlist, { items: items(wishlist.items as JsonObject[]) });
	return v3Data(wishlists.viewer(call)(record), status);
}

/** Items of a wishlist; both calls answer with the whole of it. */
export const wishlistItemRoutes: Route[] = [
	{
		method: 'POST',
		path,
		scope: 'customers',
		handle: (call) => {
			const { items } = readBody(call, Items);
			return changed(call, (now) => [...now, ...wishlistItems(call.store, items)], 201);
		},
	},
	{
		method: 'DELETE',
		path: `${path}/{item_id}`,
		scope: 'customers',
		handle: (call) => {
			const id = pathId(call, 'item_id');
			const without = (now: JsonObject[]): JsonObject[] => {
				if (!now.some((item) => item.id === id)) throw notFound('v3', 'The item');
				return now.filter((item) => item.id !== id);
			};
			return changed(call, without, 200);
		},
	},
];
