import { cents, rfc3339 } from '../core/format';
import { cartAmounts } from '../domain/carts';
import type { JsonObject } from '../types';
import type { Cart, CartItem } from './cart';

/** The checkout of a cart, as `/v3/checkouts` shows it before any address is known. */
export function checkoutView(cart: Cart): JsonObject {
	const { base, exTax, incTax } = cartAmounts(cart);
	const created_time = rfc3339(cart.created);
	const updated_time = rfc3339(cart.updated);
	return {
		id: cart.uuid,
		cart: {
			id: cart.uuid,
			customer_id: cart.customer_id,
			channel_id: cart.channel_id,
			email: cart.email,
			currency: { code: cart.currency },
			tax_included: false,
			base_amount: base,
			discount_amount: 0,
			cart_amount_inc_tax: incTax,
			cart_amount_ex_tax: exTax,
			coupons: [],
			discounts: [],
			line_items: {
				physical_items: cart.items.filter((item) => !item.is_digital).map(itemView),
				digital_items: cart.items.filter((item) => item.is_digital).map(itemView),
				gift_certificates: cart.gift_certificates.map(({ quantity: _, ...gift }) => ({ ...gift, taxable: false })),
				custom_items: cart.custom_items.map((item) => ({
					...item,
					extended_list_price: cents(item.list_price * item.quantity),
				})),
			},
			created_time,
			updated_time,
		},
		billing_address: {
			id: cart.uuid.replaceAll('-', '').slice(0, 13),
			email: cart.email,
			country_code: '',
			custom_fields: [],
		},
		consignments: [],
		taxes: [{ name: 'Tax', amount: cents(incTax - exTax) }],
		coupons: [],
		fees: [],
		order_id: cart.order_id === undefined ? null : String(cart.order_id),
		shipping_cost_total_inc_tax: 0,
		shipping_cost_total_ex_tax: 0,
		handling_cost_total_inc_tax: 0,
		handling_cost_total_ex_tax: 0,
		tax_total: cents(incTax - exTax),
		subtotal_inc_tax: incTax,
		subtotal_ex_tax: exTax,
		grand_total: incTax,
		created_time,
		updated_time,
		customer_message: '',
		version: cart.version,
	};
}

function itemView(item: CartItem): JsonObject {
	const { is_digital, taxable, ...shown } = item;
	const extended = cents(item.list_price * item.quantity);
	return {
		...shown,
		is_taxable: taxable,
		image_url: '',
		discounts: [],
		discount_amount: 0,
		coupon_amount: 0,
		sale_price: item.list_price,
		extended_list_price: extended,
		extended_sale_price: extended,
		comparison_price: item.list_price,
		extended_comparison_price: extended,
		is_require_shipping: !is_digital,
		is_mutable: true,
		added_by_promotion: false,
		parent_id: null,
	};
}
