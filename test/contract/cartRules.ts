import type { Sandbox } from '../sandbox';
import { callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

interface CartAnswer {
	data: { version: number; line_items: { physical_items: Array<{ id: string }> } };
}

const lines = { values: [{ product_id: '1', quantity: 2, additionalFields: { list_price: 12.5 } }] };

const lineItemsJson = '[{"product_id": 2, "quantity": 1}]';

/** A cart with one line. */
async function ofCart(store: Sandbox) {
	const { cartId } = store.shopper.abandonCart({ items: [{ productId: 1 }] });
	const { data } = (await callStore({ store }, 'GET', `/v3/carts/${cartId}`)) as CartAnswer;
	return {
		cartId,
		itemId: data.line_items.physical_items[0]?.id,
		product_id: '1',
		variant_id: '1',
		version: data.version,
		line_items: lines,
		lineItemsJson,
	};
}

export const CART_RULES: Readonly<Record<string, SampleRule>> = {
	'cart.create': { values: () => ({ line_items: lines, lineItemsJson }), always: ['line_items'] },
	'cart.get': { values: ofCart },
	'cart.updateCustomer': { values: ofCart },
	'cart.delete': { values: ofCart },
	'cart.addItems': { values: ofCart, always: ['line_items'] },
	'cart.updateItem': { values: ofCart },
	'cart.deleteItem': { values: ofCart },
	'cart.createRedirectUrls': {
		// BigCommerce makes them for carts of the API only.
		values: async (store) => {
			const body = { line_items: [{ product_id: 1, quantity: 1 }] };
			const { data } = (await callStore({ store }, 'POST', '/v3/carts', body)) as { data: { id: string } };
			return { cartId: data.id };
		},
	},
};
