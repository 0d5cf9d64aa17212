import { cents } from '../core/format';

/** Orders as the store keeps them: numbers and times; `orderView.ts` writes them as v2 does. */

export interface BillingAddress {
	first_name: string;
	last_name: string;
	company: string;
	street_1: string;
	street_2: string;
	city: string;
	state: string;
	zip: string;
	country: string;
	country_iso2: string;
	phone: string;
	email: string;
	form_fields: { name: string; value?: unknown }[];
}

export interface ShippingAddress extends BillingAddress {
	id: number;
	shipping_method: string;
	cost_ex_tax: number;
	cost_inc_tax: number;
}

export interface OrderLine {
	id: number;
	order_address_id: number;
	product_id: number;
	variant_id: number;
	name: string;
	sku: string;
	upc: string;
	type: 'physical' | 'digital' | 'giftcertificate';
	quantity: number;
	quantity_shipped: number;
	quantity_refunded: number;
	price_ex_tax: number;
	price_inc_tax: number;
	weight: number;
}

export interface Shipment {
	id: number;
	order_address_id: number;
	date_created: number;
	tracking_number: string;
	merchant_shipping_cost: number;
	shipping_method: string;
	shipping_provider: string;
	tracking_carrier: string;
	tracking_link: string;
	comments: string;
	items: { order_product_id: number; product_id: number; quantity: number }[];
}

export interface OrderFee {
	id: number;
	type: 'custom_fee';
	display_name_customer: string;
	display_name_merchant: string;
	source: string;
	cost_ex_tax: number;
	cost_inc_tax: number;
	cost_tax: number;
	tax_class_id: number | null;
}

export interface OrderCoupon {
	id: number;
	coupon_id: number;
	code: string;
	amount: number;
	type: 0 | 1 | 2 | 3 | 4 | 5;
	discount: number;
}

export interface OrderMessage {
	id: number;
	staff_id: number;
	customer_id: number;
	type: 'customer' | 'merchant';
	subject: string;
	message: string;
	status: 'read' | 'unread';
	is_flagged: boolean;
	date_created: number;
}

export interface Transaction {
	id: number;
	event: 'purchase' | 'authorization' | 'capture' | 'refund' | 'void' | 'pending' | 'settled';
	method: string;
	amount: number;
	currency: string;
	gateway: string;
	gateway_transaction_id: string;
	status: 'ok' | 'error';
	reference_transaction_id: number | undefined;
	date_created: number;
}

/** Amounts that were set by hand and are no longer computed. */
export interface OrderOverrides {
	subtotal_ex_tax?: number;
	subtotal_inc_tax?: number;
	total_ex_tax?: number;
	total_inc_tax?: number;
}

export interface Order {
	id: number;
	customer_id: number;
	status_id: number;
	date_created: number;
	date_modified: number;
	date_shipped: number | undefined;
	cart_id: string;
	channel_id: number;
	is_deleted: boolean;
	payment_method: string;
	payment_status: string;
	payment_provider_id: string;
	order_source: string;
	billing_address: BillingAddress;
	addresses: ShippingAddress[];
	lines: OrderLine[];
	shipments: Shipment[];
	fees: OrderFee[];
	coupons: OrderCoupon[];
	messages: OrderMessage[];
	transactions: Transaction[];
	shipping_cost_ex_tax: number;
	shipping_cost_inc_tax: number;
	handling_cost_ex_tax: number;
	handling_cost_inc_tax: number;
	wrapping_cost_ex_tax: number;
	wrapping_cost_inc_tax: number;
	discount_amount: number;
	refunded_amount: number;
	overrides: OrderOverrides;
	currency_code: string;
	/** Free texts that are stored and shown as they came. */
	texts: {
		staff_notes: string;
		customer_message: string;
		ip_address: string;
		ip_address_v6: string;
		geoip_country: string;
		geoip_country_iso2: string;
		external_source: string | null;
		external_id: string | null;
		external_merchant_id: string | null;
		external_order_id: string;
		customer_locale: string;
		tax_provider_id: string;
		ebay_order_id: string;
	};
	is_digital: boolean;
}

export interface OrderTotals {
	subtotal_ex_tax: number;
	subtotal_inc_tax: number;
	total_ex_tax: number;
	total_inc_tax: number;
}

const sum = <T>(items: readonly T[], read: (item: T) => number): number =>
	items.reduce((total, item) => total + read(item), 0);

export function orderTotals(order: Order): OrderTotals {
	const { lines, fees, coupons, overrides } = order;
	const subtotalEx = overrides.subtotal_ex_tax ?? sum(lines, (l) => l.price_ex_tax * l.quantity);
	const subtotalInc = overrides.subtotal_inc_tax ?? sum(lines, (l) => l.price_inc_tax * l.quantity);
	const less = order.discount_amount + sum(coupons, (c) => c.discount);
	const extraEx =
		order.shipping_cost_ex_tax +
		order.handling_cost_ex_tax +
		order.wrapping_cost_ex_tax +
		sum(fees, (f) => f.cost_ex_tax);
	const extraInc =
		order.shipping_cost_inc_tax +
		order.handling_cost_inc_tax +
		order.wrapping_cost_inc_tax +
		sum(fees, (f) => f.cost_inc_tax);
	return {
		subtotal_ex_tax: cents(subtotalEx),
		subtotal_inc_tax: cents(subtotalInc),
		total_ex_tax: cents(overrides.total_ex_tax ?? Math.max(0, subtotalEx + extraEx - less)),
		total_inc_tax: cents(overrides.total_inc_tax ?? Math.max(0, subtotalInc + extraInc - less)),
	};
}

export const itemsTotal = (order: Order): number => sum(order.lines, (line) => line.quantity);
export const itemsShipped = (order: Order): number => sum(order.lines, (line) => line.quantity_shipped);

export interface Refund {
	id: number;
	order_id: number;
	user_id: number;
	created: number;
	reason: string;
	total_amount: number;
	total_tax: number;
	items: { item_type: string; item_id: number; quantity: number; requested_amount: number; reason: string }[];
	payments: { id: number; provider_id: string; amount: number; offline: boolean; transaction_id: string }[];
}

/** Order statuses by id (fact: BigCommerce docs, order status). */
export const ORDER_STATUSES: readonly string[] = [
	'Incomplete',
	'Pending',
	'Shipped',
	'Partially Shipped',
	'Refunded',
	'Cancelled',
	'Declined',
	'Awaiting Payment',
	'Awaiting Pickup',
	'Awaiting Shipment',
	'Completed',
	'Awaiting Fulfillment',
	'Manual Verification Required',
	'Disputed',
	'Partially Refunded',
];
