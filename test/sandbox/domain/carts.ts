import { cents } from '../core/format';
import type { Cart, CartItem } from '../data/cart';
import type { Store } from '../data/store';
import { cartEvent, lineItemEvent } from './events';
import { TAX_RATE } from './orders';
import { variantOf } from './stock';

/** A line item of a catalogue product; undefined when there is no such product or variant. */
export function cartItem(
	store: Store,
	input: { productId: number; variantId?: number; quantity: number; listPrice?: number; name?: string },
): CartItem | undefined {
	const product = store.products.get(input.productId);
	const variant = product && variantOf(store, product.id, input.variantId);
	if (!product || !variant) return undefined;
	const price = variant.price ?? product.price;
	return {
		id: store.random.uuid(),
		product_id: product.id,
		variant_id: variant.id,
		sku: variant.sku,
		name: input.name ?? product.name,
		url: `${store.storefrontUrl}${product.custom_url.url}`,
		quantity: input.quantity,
		is_digital: product.type === 'digital',
		taxable: true,
		original_price: price,
		list_price: input.listPrice ?? price,
	};
}

export function newCart(
	store: Store,
	input: Pick<Cart, 'customer_id' | 'channel_id' | 'email' | 'items' | 'made_by'> & Partial<Cart>,
): Cart {
	const cart: Cart = {
		currency: 'USD',
		locale: 'en',
		custom_items: [],
		gift_certificates: [],
		coupons: [],
		version: 1,
		abandoned_token: undefined,
		state: 'open',
		order_id: undefined,
		...input,
		id: store.carts.nextId(),
		uuid: store.random.uuid(),
		created: store.now,
		updated: store.now,
	};
	store.carts.put(cart);
	cartEvent(store, cart, 'created');
	cartEvent(store, cart, 'updated');
	for (const item of cart.items) lineItemEvent(store, cart, 'created', item.id);
	return cart;
}

/** Stores changes of a cart, counts its version up and tells of it. */
export function changeCart(store: Store, cart: Cart, changes: Partial<Cart>): Cart {
	const changed = store.carts.put({ ...cart, ...changes, updated: store.now, version: cart.version + 1 });
	cartEvent(store, changed, 'updated');
	return changed;
}

/** The open cart with this UUID: converted and deleted ones are not found. */
export function openCart(store: Store, uuid: string): Cart | undefined {
	const cart = store.carts.by('uuid', uuid)[0];
	return cart?.state === 'open' ? cart : undefined;
}

/** Marks the cart abandoned, as BigCommerce does an hour after its last change. */
export function abandonCart(store: Store, cart: Cart): string {
	const token = store.random.hex(32);
	store.carts.put({ ...cart, abandoned_token: token });
	cartEvent(store, cart, 'abandoned', { token });
	return token;
}

export interface CartAmounts {
	base: number;
	cart: number;
	exTax: number;
	incTax: number;
}

export function cartAmounts(cart: Cart): CartAmounts {
	const base =
		cart.items.reduce((total, item) => total + item.list_price * item.quantity, 0) +
		cart.custom_items.reduce((total, item) => total + item.list_price * item.quantity, 0) +
		cart.gift_certificates.reduce((total, gift) => total + gift.amount * gift.quantity, 0);
	const less = cart.coupons.reduce((total, coupon) => total + coupon.discounted_amount, 0);
	const exTax = cents(Math.max(0, base - less));
	return { base: cents(base), cart: exTax, exTax, incTax: cents(exTax * (1 + TAX_RATE)) };
}
