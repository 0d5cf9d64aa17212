import { z } from 'zod';
import { noContent, v3Data } from '../core/answers';
import { invalid, notFound, v3Error } from '../core/errors';
import { readBody } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import type { Cart, CartItem } from '../data/cart';
import { cartView, redirectUrls } from '../data/cartView';
import { checkoutView } from '../data/checkoutView';
import { cartItem, changeCart, newCart, openCart } from '../domain/carts';
import { cartEvent, lineItemEvent } from '../domain/events';

const LineItem = z.object({
	product_id: z.number().int(),
	quantity: z.number().int().min(1),
	variant_id: z.number().int().optional(),
	list_price: z.number().min(0).optional(),
	name: z.string().optional(),
	option_selections: z
		.array(z.object({ option_id: z.number(), option_value: z.union([z.number(), z.string()]) }))
		.optional(),
});
const CustomItem = z.object({
	name: z.string().max(250),
	quantity: z.coerce.number().int().min(1),
	list_price: z.coerce.number().min(0),
	sku: z.string().default(''),
	image_url: z.string().default(''),
});
const Person = z.object({ name: z.string(), email: z.string().email() });
const GiftCertificate = z.object({
	name: z.string(),
	theme: z.enum(['Birthday', 'Boy', 'Celebration', 'Christmas', 'General', 'Girl']),
	amount: z.number().min(1).max(1000),
	quantity: z.number().int().min(1),
	sender: Person,
	recipient: Person,
	message: z.string().max(200).default(''),
});
const Items = z.object({
	line_items: z.array(LineItem).optional(),
	custom_items: z.array(CustomItem).optional(),
	gift_certificates: z.array(GiftCertificate).optional(),
	version: z.number().int().optional(),
});
const CartCreate = Items.extend({
	customer_id: z.number().int().min(0).optional(),
	channel_id: z.number().int().optional(),
	currency: z.object({ code: z.string().length(3) }).optional(),
	locale: z.string().optional(),
});

/** The open cart of the path; a version that is sent must be the current one. */
function cartOf(call: Call): Cart {
	const cart = openCart(call.store, call.params.cartId ?? '');
	if (!cart) throw notFound('v3', 'The cart');
	const version =
		typeof call.body === 'object' && call.body !== null && 'version' in call.body ? call.body.version : undefined;
	if (version !== undefined && version !== cart.version) {
		throw v3Error(
			409,
			'The request cannot be processed due to a possible conflict. Please review the changes and try again.',
		);
	}
	return cart;
}

/** @throws 422 when nothing was sent, or a product or variant is not there */
function newItems(
	call: Call,
	input: z.output<typeof Items>,
): Pick<Cart, 'items' | 'custom_items' | 'gift_certificates'> {
	const { line_items = [], custom_items = [], gift_certificates = [] } = input;
	if (line_items.length + custom_items.length + gift_certificates.length === 0) {
		throw invalid({ line_items: 'error.path.missing' });
	}
	const { store } = call;
	const items = line_items.map(({ product_id, variant_id, quantity, list_price, name, option_selections }, index) => {
		const isComplex = store.variants.by('product_id', product_id).length > 1;
		const chosen =
			option_selections &&
			store.variants
				.by('product_id', product_id)
				.find((variant) =>
					variant.option_values.every((value) =>
						option_selections.some(
							(selection) => selection.option_id === value.option_id && Number(selection.option_value) === value.id,
						),
					),
				);
		if (isComplex && variant_id === undefined && !chosen) {
			throw invalid({ [`line_items.${index}.variant_id`]: 'Product options are required' });
		}
		const wanted = variant_id ?? chosen?.id;
		const item = cartItem(store, {
			productId: product_id,
			quantity,
			...(wanted !== undefined && { variantId: wanted }),
			...(list_price !== undefined && { listPrice: list_price }),
			...(name !== undefined && { name }),
		});
		if (!item) throw invalid({ [`line_items.${index}.product_id`]: `Product ${product_id} is not available` });
		return item;
	});
	const withId = <T>(item: T): T & { id: string } => ({ ...item, id: store.random.uuid() });
	return { items, custom_items: custom_items.map(withId), gift_certificates: gift_certificates.map(withId) };
}

const shown = (call: Call, cart: Cart, status = 200): Answer =>
	v3Data(cartView(call.store, cart, call.query.list('include')), status);

const create = (call: Call): Answer => {
	const input = readBody(call, CartCreate);
	const customer = input.customer_id ? call.store.customers.get(input.customer_id) : undefined;
	if (input.customer_id && !customer) throw invalid({ customer_id: 'The customer does not exist' });
	const channelId = input.channel_id ?? 1;
	if (!call.store.channels.get(channelId)) throw invalid({ channel_id: 'The channel does not exist' });
	const cart = newCart(call.store, {
		...newItems(call, input),
		customer_id: customer?.id ?? 0,
		email: customer?.email ?? '',
		channel_id: channelId,
		currency: input.currency?.code.toUpperCase() ?? 'USD',
		locale: input.locale ?? 'en',
		made_by: 'api',
	});
	return shown(call, cart, 201);
};

const addItems = (call: Call): Answer => {
	const cart = cartOf(call);
	const added = newItems(call, readBody(call, Items));
	let items = cart.items;
	for (const item of added.items) {
		const same = items.find(
			({ variant_id, list_price }) => variant_id === item.variant_id && list_price === item.list_price,
		);
		items = same
			? items.map((other) => (other === same ? { ...same, quantity: same.quantity + item.quantity } : other))
			: [...items, item];
		lineItemEvent(call.store, cart, same ? 'updated' : 'created', (same ?? item).id);
	}
	const changed = changeCart(call.store, cart, {
		items,
		custom_items: [...cart.custom_items, ...added.custom_items],
		gift_certificates: [...cart.gift_certificates, ...added.gift_certificates],
	});
	return shown(call, changed, 201);
};

const updateItem = (call: Call): Answer => {
	const cart = cartOf(call);
	const item = cart.items.find(({ id }) => id === call.params.itemId);
	if (!item) throw notFound('v3', 'The line item');
	const { line_item } = readBody(call, z.object({ line_item: LineItem.partial() }));
	const changed: CartItem = {
		...item,
		quantity: line_item.quantity ?? item.quantity,
		list_price: line_item.list_price ?? item.list_price,
	};
	lineItemEvent(call.store, cart, 'updated', item.id);
	const items = cart.items.map((other) => (other === item ? changed : other));
	return shown(call, changeCart(call.store, cart, { items }));
};

const deleteItem = (call: Call): Answer => {
	const cart = cartOf(call);
	const id = call.params.itemId ?? '';
	const without = <T extends { id: string }>(items: readonly T[]): T[] => items.filter((item) => item.id !== id);
	const rest = {
		items: without(cart.items),
		custom_items: without(cart.custom_items),
		gift_certificates: without(cart.gift_certificates),
	};
	const count = (parts: Pick<Cart, 'items' | 'custom_items' | 'gift_certificates'>): number =>
		parts.items.length + parts.custom_items.length + parts.gift_certificates.length;
	if (count(rest) === count(cart)) throw notFound('v3', 'The line item');
	lineItemEvent(call.store, cart, 'deleted', id);
	const changed = changeCart(call.store, cart, rest);
	if (count(rest) > 0) return shown(call, changed);
	deleteCart(call, changed);
	return noContent;
};

function deleteCart(call: Call, cart: Cart): void {
	call.store.carts.delete(cart.id);
	cartEvent(call.store, cart, 'deleted');
}

const path = '/v3/carts/{cartId}';

export const cartRoutes: Route[] = [
	{ method: 'POST', path: '/v3/carts', scope: 'carts', handle: create },
	{ method: 'GET', path, scope: 'carts', handle: (call) => shown(call, cartOf(call)) },
	{
		method: 'PUT',
		path,
		scope: 'carts',
		handle: (call) => {
			const cart = cartOf(call);
			const { customer_id } = readBody(call, z.object({ customer_id: z.number().int().min(0) }));
			const customer = call.store.customers.get(customer_id);
			if (customer_id !== 0 && !customer) throw invalid({ customer_id: 'The customer does not exist' });
			return shown(call, changeCart(call.store, cart, { customer_id, email: customer?.email ?? '' }), 201);
		},
	},
	{
		method: 'DELETE',
		path,
		scope: 'carts',
		handle: (call) => {
			deleteCart(call, cartOf(call));
			return noContent;
		},
	},
	{ method: 'POST', path: `${path}/items`, scope: 'carts', handle: addItems },
	{ method: 'PUT', path: `${path}/items/{itemId}`, scope: 'carts', handle: updateItem },
	{ method: 'DELETE', path: `${path}/items/{itemId}`, scope: 'carts', handle: deleteItem },
	{
		method: 'POST',
		path: `${path}/redirect_urls`,
		scope: 'carts',
		handle: (call) => {
			const cart = cartOf(call);
			if (cart.made_by === 'shopper')
				throw invalid({ cartId: 'Redirect URLs need a cart that was made through the API' });
			const Body = z.object({ query_params: z.record(z.unknown()).optional() });
			return v3Data(redirectUrls(call.store, cart, readBody(call, Body).query_params), 201);
		},
	},
	{
		method: 'GET',
		path: '/v3/abandoned-carts/{token}',
		scope: 'information',
		handle: ({ store, params }) => {
			const cart = store.carts.by('abandoned_token', params.token ?? '')[0];
			if (!cart) throw notFound('v3', 'The abandoned cart');
			return v3Data({ cart_id: cart.uuid });
		},
	},
	{
		method: 'GET',
		path: '/v3/checkouts/{checkoutId}',
		scope: 'checkouts',
		handle: ({ store, params }) => {
			const cart = store.carts.by('uuid', params.checkoutId ?? '')[0];
			if (!cart) throw notFound('list', 'The checkout');
			return v3Data(checkoutView(cart));
		},
	},
];
