import { z } from 'zod';

/** v2 takes money as text or as a number. */
const money = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(Number);
const optionalText = z
	.string()
	.nullish()
	.transform((text) => text ?? '');

const Address = z.object({
	first_name: z.string(),
	last_name: z.string(),
	company: z.string(),
	street_1: z.string(),
	street_2: z.string(),
	city: z.string(),
	state: z.string(),
	zip: z.string(),
	country: z.string(),
	country_iso2: z.string(),
	phone: z.string(),
	email: z.string(),
	form_fields: z.array(z.object({ name: z.string(), value: z.unknown() })),
});

const BillingAddress = Address.partial().extend({ zip: z.string().min(2) });
export const AddressChange = Address.extend({ shipping_method: z.string() }).partial().strict();

const Line = z
	.object({
		id: z.number().int(),
		product_id: z.number().int(),
		variant_id: z.number().int(),
		name: z.string().max(250),
		sku: z.string(),
		upc: z.string(),
		quantity: z.number().int().min(0),
		price_inc_tax: money,
		price_ex_tax: money,
	})
	.partial();
export type LineInput = z.output<typeof Line>;

const Fee = z
	.object({
		id: z.number().int(),
		type: z.literal('custom_fee'),
		display_name_customer: z.string(),
		display_name_merchant: z.string(),
		source: z.string(),
		cost_ex_tax: money,
		cost_inc_tax: money,
		cost_tax: money,
		tax_class_id: z.number().int().nullable(),
	})
	.partial();

export type FeeInput = z.output<typeof Fee>;

const OrderFields = z.object({
	billing_address: BillingAddress,
	products: z.array(Line),
	shipping_addresses: z.array(Address.extend({ id: z.number().int(), shipping_method: z.string() }).partial()),
	consignments: z.object({
		pickups: z.array(z.object({ pickup_method_id: z.number().int(), line_items: z.array(Line) }).partial()).max(1),
	}),
	fees: z.array(Fee),
	customer_id: z.number().int().min(0),
	status_id: z.number().int().min(0).max(14),
	channel_id: z.number().int(),
	payment_method: z.string(),
	payment_provider_id: z.union([z.string(), z.number()]).transform(String),
	order_source: z.string(),
	date_created: z.string(),
	default_currency_code: z.string().length(3),
	discount_amount: money,
	shipping_cost_ex_tax: money,
	shipping_cost_inc_tax: money,
	handling_cost_ex_tax: money,
	handling_cost_inc_tax: money,
	wrapping_cost_ex_tax: money,
	wrapping_cost_inc_tax: money,
	subtotal_ex_tax: money,
	subtotal_inc_tax: money,
	total_ex_tax: money,
	total_inc_tax: money,
	refunded_amount: money,
	order_is_digital: z.boolean(),
	is_deleted: z.boolean(),
	staff_notes: optionalText,
	customer_message: optionalText,
	ip_address: z.string().max(30),
	ip_address_v6: z.string().max(39),
	geoip_country: optionalText,
	geoip_country_iso2: optionalText,
	external_source: z.string().nullable(),
	external_id: z.string().nullable(),
	external_merchant_id: z.string().nullable(),
	external_order_id: optionalText,
	customer_locale: z.string(),
	tax_provider_id: z.string(),
	ebay_order_id: z.string(),
});

export const OrderChange = OrderFields.partial();
export type OrderChange = z.output<typeof OrderChange>;

export const OrderCreate = OrderChange.required({ billing_address: true }).superRefine((order, context) => {
	if (!order.products && !order.consignments) {
		context.addIssue({ code: 'invalid_type', expected: 'array', received: 'undefined', path: ['products'] });
	}
	if (order.consignments && (order.products || order.shipping_addresses)) {
		const message = 'consignments cannot be combined with products or shipping_addresses.';
		context.addIssue({ code: 'custom', message, path: ['consignments'] });
	}
	const { country, country_iso2 } = order.billing_address;
	if (!country && !country_iso2) {
		context.addIssue({
			code: 'invalid_type',
			expected: 'string',
			received: 'undefined',
			path: ['billing_address', 'country'],
		});
	}
});

/** Fields of an order that only the store writes. */
export const ORDER_READ_ONLY: readonly string[] = [
	'id',
	'status',
	'payment_status',
	'cart_id',
	'date_modified',
	'date_shipped',
	'items_total',
	'items_shipped',
	'coupon_discount',
	'store_credit_amount',
	'currency_id',
	'currency_code',
];
