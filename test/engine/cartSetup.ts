import type { INodeParameters } from 'n8n-workflow';

import { byId, operationsOf } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

export const NOBODYS_CART = 'a0000000-0000-4000-8000-00000000000a';

/** A cart as the node gives it, as far as tests look into it. */
export interface Cart {
	id: string;
	version: number;
	line_items: {
		physical_items: Array<{ id: string; product_id: number; quantity: number }>;
		custom_items: Array<{ id: string }>;
	};
}

/** An entry of Line Items. */
export const product = (
	id: number | string,
	quantity: number | string = 1,
	more: INodeParameters = {},
): INodeParameters => ({ product_id: byId(id), quantity, additionalFields: more });

/** A store with products, for the tests of one file. */
export function useCarts() {
	const sandbox = useSandbox({ customers: 3, products: 10, orders: 0 });
	const run = operationsOf('cart', sandbox);
	return {
		sandbox,
		run,
		requests: (method: string, path: RegExp) => sandbox.store.requests.matching(method, path),
		/** A cart of the store with the given products in it. */
		makeCart: async (...ids: number[]): Promise<Cart> => {
			const { items, error } = await run('create', { line_items: { values: ids.map((id) => product(id)) } });
			if (error) throw error;
			sandbox.store.requests.clear();
			return items[0]?.json as unknown as Cart;
		},
		readCart: async (id: string): Promise<Cart> => (await run('get', { cartId: id })).items[0]?.json as unknown as Cart,
	};
}
