import { money, rfc2822 } from '../core/format';
import type { JsonObject } from '../types';
import {
	itemsShipped,
	itemsTotal,
	ORDER_STATUSES,
	orderTotals,
	type Order,
	type OrderFee,
	type OrderLine,
	type Shipment,
	type ShippingAddress,
} from './order';
import { costs, postal } from './orderFields';

/** Writes orders and their parts as the v2 API does: strings for money, RFC 2822 dates, links. */
export class OrderView {
	/** @param storeUrl e.g. `https://api.bigcommerce.com/stores/{hash}` */
	constructor(private readonly storeUrl: string) {}

	order(order: Order, include: readonly string[] = []): JsonObject {
		const totals = orderTotals(order);
		const lineItems = include.includes('consignments.line_items');
		return {
			id: order.id,
			customer_id: order.customer_id,
			date_created: rfc2822(order.date_created),
			date_modified: rfc2822(order.date_modified),
			date_shipped: rfc2822(order.date_shipped),
			status_id: order.status_id,
			status: ORDER_STATUSES[order.status_id] ?? '',
			custom_status: ORDER_STATUSES[order.status_id] ?? '',
			cart_id: order.cart_id || null,
			...costs('subtotal', totals.subtotal_ex_tax, totals.subtotal_inc_tax),
			base_shipping_cost: money(order.shipping_cost_ex_tax),
			...costs('shipping_cost', order.shipping_cost_ex_tax, order.shipping_cost_inc_tax),
			shipping_cost_tax_class_id: 2,
			base_handling_cost: money(order.handling_cost_ex_tax),
			...costs('handling_cost', order.handling_cost_ex_tax, order.handling_cost_inc_tax),
			handling_cost_tax_class_id: 2,
			base_wrapping_cost: money(order.wrapping_cost_ex_tax),
			...costs('wrapping_cost', order.wrapping_cost_ex_tax, order.wrapping_cost_inc_tax),
			wrapping_cost_tax_class_id: 3,
			...costs('total', totals.total_ex_tax, totals.total_inc_tax),
			items_total: itemsTotal(order),
			items_shipped: itemsShipped(order),
			payment_method: order.payment_method,
			payment_provider_id: order.payment_provider_id || null,
			payment_status: order.payment_status,
			refunded_amount: money(order.refunded_amount),
			order_is_digital: order.is_digital,
			store_credit_amount: money(0),
			gift_certificate_amount: money(0),
			currency_id: 1,
			currency_code: order.currency_code,
			currency_exchange_rate: '1.0000000000',
			default_currency_id: 1,
			default_currency_code: order.currency_code,
			store_default_currency_code: 'USD',
			store_default_to_transactional_exchange_rate: '1.0000000000',
			discount_amount: money(order.discount_amount),
			coupon_discount: money(order.coupons.reduce((total, coupon) => total + coupon.discount, 0)),
			shipping_address_count: order.addresses.length,
			is_deleted: order.is_deleted,
			is_tax_inclusive_pricing: false,
			is_email_opt_in: false,
			credit_card_type: null,
			order_source: order.order_source,
			channel_id: order.channel_id,
			...order.texts,
			billing_address: order.billing_address,
			products: this.link(order, 'products'),
			shipping_addresses: this.link(order, 'shippingaddresses'),
			coupons: this.link(order, 'coupons'),
			consignments:
				lineItems || include.includes('consignments')
					? this.consignments(order, lineItems)
					: this.link(order, 'consignments'),
			fees: include.includes('fees') ? order.fees.map((fee) => this.fee(fee)) : this.link(order, 'fees'),
		};
	}

	line(order: Order, line: OrderLine): JsonObject {
		const total = { ex: line.price_ex_tax * line.quantity, inc: line.price_inc_tax * line.quantity };
		const refunded = line.quantity_refunded * line.price_inc_tax;
		return {
			id: line.id,
			order_id: order.id,
			product_id: line.product_id,
			variant_id: line.variant_id,
			order_pickup_method_id: 0,
			order_address_id: line.order_address_id,
			name: line.name,
			name_customer: line.name,
			name_merchant: line.name,
			sku: line.sku,
			upc: line.upc,
			type: line.type,
			base_price: money(line.price_ex_tax),
			price_ex_tax: money(line.price_ex_tax),
			price_inc_tax: money(line.price_inc_tax),
			price_tax: money(line.price_inc_tax - line.price_ex_tax),
			base_total: money(total.ex),
			total_ex_tax: money(total.ex),
			total_inc_tax: money(total.inc),
			total_tax: money(total.inc - total.ex),
			weight: line.weight.toFixed(4),
			width: money(0),
			height: money(0),
			depth: money(0),
			quantity: line.quantity,
			base_cost_price: money(0),
			cost_price_inc_tax: money(0),
			cost_price_ex_tax: money(0),
			cost_price_tax: money(0),
			is_refunded: line.quantity_refunded >= line.quantity,
			quantity_refunded: line.quantity_refunded,
			refund_amount: money(refunded),
			return_id: 0,
			wrapping_id: 0,
			wrapping_name: '',
			base_wrapping_cost: money(0),
			wrapping_cost_ex_tax: money(0),
			wrapping_cost_inc_tax: money(0),
			wrapping_cost_tax: money(0),
			wrapping_message: '',
			quantity_shipped: line.quantity_shipped,
			event_name: null,
			event_date: null,
			fixed_shipping_cost: money(0),
			ebay_item_id: '',
			ebay_transaction_id: '',
			option_set_id: null,
			parent_order_product_id: null,
			is_bundled_product: false,
			bin_picking_number: '',
			external_id: '',
			fulfillment_source: '',
			brand: '',
			applied_discounts: [],
			product_options: [],
			configurable_fields: [],
			gift_certificate_id: null,
			discounted_total_inc_tax: money(total.inc),
		};
	}

	shippingAddress(order: Order, address: ShippingAddress): JsonObject {
		const { id, cost_ex_tax, cost_inc_tax, shipping_method, ...who } = address;
		const shipped = order.lines.filter((line) => line.order_address_id === id);
		return {
			id,
			order_id: order.id,
			...who,
			items_total: shipped.reduce((total, line) => total + line.quantity, 0),
			items_shipped: shipped.reduce((total, line) => total + line.quantity_shipped, 0),
			shipping_method,
			base_cost: money(cost_ex_tax),
			...costs('cost', cost_ex_tax, cost_inc_tax),
			cost_tax_class_id: 2,
			base_handling_cost: money(0),
			...costs('handling_cost', 0, 0),
			handling_cost_tax_class_id: 2,
			shipping_zone_id: 1,
			shipping_zone_name: 'United States',
			shipping_quotes: this.link(order, `shippingaddresses/${id}/shippingquotes`),
		};
	}

	consignments(order: Order, withLineItems: boolean): JsonObject {
		const links = [this.link(order, 'products')];
		const lines = (type: 'physical' | 'digital', addressId?: number): unknown[] =>
			withLineItems
				? order.lines
						.filter((line) => line.type === type && (addressId === undefined || line.order_address_id === addressId))
						.map((line) => this.line(order, line))
				: links;
		const hasDownloads = order.lines.some((line) => line.type === 'digital');
		return {
			pickups: [],
			shipping: order.addresses.map((address) =>
				this.shippingConsignment(order, address, lines('physical', address.id)),
			),
			downloads: hasDownloads ? [{ recipient_email: order.billing_address.email, line_items: lines('digital') }] : [],
			email: { gift_certificates: [] },
		};
	}

	shipment(order: Order, shipment: Shipment): JsonObject {
		const { date_created, merchant_shipping_cost, ...rest } = shipment;
		const address = order.addresses.find(({ id }) => id === shipment.order_address_id);
		return {
			...rest,
			order_id: order.id,
			customer_id: order.customer_id,
			date_created: rfc2822(date_created),
			merchant_shipping_cost: money(merchant_shipping_cost),
			shipping_provider_display_name: shipment.shipping_provider.toUpperCase(),
			generated_tracking_link: shipment.tracking_link,
			billing_address: postal(order.billing_address),
			shipping_address: postal(address ?? order.billing_address),
		};
	}

	fee(fee: OrderFee): JsonObject {
		return {
			...fee,
			base_cost: money(fee.cost_ex_tax),
			cost_ex_tax: money(fee.cost_ex_tax),
			cost_inc_tax: money(fee.cost_inc_tax),
			cost_tax: money(fee.cost_tax),
		};
	}

	private shippingConsignment(order: Order, address: ShippingAddress, lineItems: unknown[]): JsonObject {
		const { cost_ex_tax, cost_inc_tax, ...who } = address;
		const shipped = order.lines.filter((line) => line.order_address_id === address.id);
		return {
			...who,
			line_items: lineItems,
			items_total: shipped.reduce((total, line) => total + line.quantity, 0),
			items_shipped: shipped.reduce((total, line) => total + line.quantity_shipped, 0),
			base_cost: cost_ex_tax,
			cost_ex_tax,
			cost_inc_tax,
			cost_tax: cost_inc_tax - cost_ex_tax,
			cost_tax_class_id: 2,
			base_handling_cost: 0,
			handling_cost_ex_tax: 0,
			handling_cost_inc_tax: 0,
			handling_cost_tax: 0,
			handling_cost_tax_class_id: 2,
			shipping_zone_id: 1,
			shipping_zone_name: 'United States',
			shipping_quotes: this.link(order, `consignments/shipping/${address.id}/shipping_quotes`),
		};
	}

	private link(order: Order, name: string): JsonObject {
		const resource = `/orders/${order.id}/${name}`;
		return { url: `${this.storeUrl}/v2${resource}`, resource };
	}
}
