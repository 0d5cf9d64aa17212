import { cents, rfc3339 } from '../core/format';
import { cartAmounts } from '../domain/carts';
import type { JsonObject } from '../types';
import type { Cart, CartItem } from './cart';
import type { Store } from './store';

/** A cart as `/v3/carts` shows it; `include` adds redirect URLs, options and banners. */
export function cartView(store: Store, cart: Cart, include: readonly string[] = []): JsonObject {
	const amounts = cartAmounts(cart);
	const withOptions = (kind: string): boolean => include.includes(`line_items.${kind}.options`);
	const lines = (isDigital: boolean, options: boolean): JsonObject[] =>
		cart.items.filter((item) => item.is_digital === isDigital).map((item) => itemView(item, options));
	return {
		id: cart.uuid,
		customer_id: cart.customer_id,
		channel_id: cart.channel_id,
		email: cart.email,
		currency: { code: cart.currency },
		tax_included: false,
		base_amount: amounts.base,
		discount_amount: 0,
		manual_discount_amount: 0,
		cart_amount: amounts.cart,
		coupons: cart.coupons,
		discounts: [],
		line_items: {
			physical_items: lines(false, withOptions('physical_items')),
			digital_items: lines(true, withOptions('digital_items')),
			gift_certificates: cart.gift_certificates.map(({ quantity: _, ...gift }) => ({ ...gift, taxable: false })),
			custom_items: cart.custom_items.map(({ image_url, ...item }) => ({
				...item,
				...(image_url && { image_url }),
				quantity: String(item.quantity),
				list_price: String(item.list_price),
				extended_list_price: cents(item.list_price * item.quantity),
			})),
		},
		created_time: rfc3339(cart.created),
		updated_time: rfc3339(cart.updated),
		locale: cart.locale,
		version: cart.version,
		...(include.includes('promotions.banners') && { promotions: { banners: [] } }),
		...(include.includes('redirect_urls') && { redirect_urls: redirectUrls(store, cart) }),
	};
}

/** Links that bring a shopper to the cart. Each works once. */
export function redirectUrls(store: Store, cart: Cart, queryParams: Record<string, unknown> = {}): JsonObject {
	const token = store.random.hex(64);
	const link = (start: string): string => {
		const parameters = new URLSearchParams(start);
		parameters.set('id', cart.uuid);
		parameters.set('token', token);
		for (const [name, value] of Object.entries(queryParams)) parameters.set(name, String(value));
		return `${store.storefrontUrl}/cart.php?${parameters.toString()}`;
	};
	return {
		cart_url: link('action=load'),
		checkout_url: link('action=loadInCheckout'),
		embedded_checkout_url: link('embedded=1&action=loadInCheckout'),
	};
}

function itemView(item: CartItem, withOptions: boolean): JsonObject {
	const { is_digital, ...shown } = item;
	return {
		...shown,
		image_url: 'https://cdn11.bigcommerce.com/s-sandbox1/stencil/img/ProductDefault.png',
		discounts: [],
		coupons: [],
		discount_amount: 0,
		coupon_amount: 0,
		sale_price: item.list_price,
		extended_list_price: cents(item.list_price * item.quantity),
		extended_sale_price: cents(item.list_price * item.quantity),
		is_require_shipping: !is_digital,
		is_mutable: true,
		added_by_promotion: false,
		...(is_digital && { download_file_urls: [], download_page_url: '', download_size: '' }),
		...(withOptions && { options: [] }),
	};
}
