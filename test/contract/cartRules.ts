import type { Sandbox } from '../sandbox';
import { byId, callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

interface CartAnswer {
	data: { version: number; line_items: { physical_items: Array<{ id: string }> } };
}

const lines = { values: [{ product_id: byId(1), quantity: 2, additionalFields: { list_price: 12.5 } }] };

/** A cart with one line. */
async function ofCart(store: Sandbox) {
	const { cartId } = store.shopper.abandonCart({ items: [{ productId: 1 }] });
	const { data } = (await callStore({ store }, 'GET', `/v3/carts/${cartId}`)) as CartAnswer;
	return { cartId, itemId: data.line_items.physical_items[0]?.id };
}

/** The same, and the version that it has. */
async function ofVersion(store: Sandbox) {
	const { cartId, itemId } = await ofCart(store);
	const { data } = (await callStore({ store }, 'GET', `/v3/carts/${cartId}`)) as CartAnswer;
	return { cartId, itemId, version: data.version };
}

const existing: SampleRule = { values: ofCart, also: { 'a version': ofVersion } };

export const CART_RULES: Readonly<Record<string, SampleRule>> = {
	'cart.create': { values: () => ({ line_items: lines }) },
	'cart.get': { values: ofCart },
	'cart.updateCustomer': existing,
	'cart.delete': { values: ofCart },
	'cart.addItems': { values: async (store) => ({ ...(await ofCart(store)), line_items: lines }) },
	'cart.updateItem': existing,
	'cart.deleteItem': existing,
	'cart.createRedirectUrls': {
		// BigCommerce makes them for carts of the API only.
		values: async (store) => {
			const body = { line_items: [{ product_id: 1, quantity: 1 }] };
			const { data } = (await callStore({ store }, 'POST', '/v3/carts', body)) as { data: { id: string } };
			return { cartId: data.id };
		},
	},
};
