import { ok, v2Page } from '../core/answers';
import { notFound, v2Error } from '../core/errors';
import { filterV2 } from '../core/filter';
import { pathId, readBody, refuseReadOnly, sent } from '../core/input';
import { money, rfc2822 } from '../core/format';
import type { Call, Route } from '../core/route';
import type { Order, OrderLine } from '../data/order';
import { AddressChange } from '../domain/orderInput';
import { changeOrder, TAX_RATE } from '../domain/orders';
import type { JsonObject } from '../types';
import { orderOf } from './orders';

function find<T extends { id: number }>(records: readonly T[], id: number): T {
	const record = records.find((candidate) => candidate.id === id);
	if (!record) throw notFound('v2');
	return record;
}

const tax = (order: Order, line: OrderLine, index: number, details: boolean): JsonObject => ({
	id: line.id,
	order_id: order.id,
	order_address_id: line.order_address_id,
	tax_rate_id: 1,
	tax_class_id: 0,
	name: 'State Tax',
	class: 'Default Tax Class',
	rate: money(TAX_RATE * 100),
	priority: index,
	priority_amount: money((line.price_inc_tax - line.price_ex_tax) * line.quantity),
	line_amount: money((line.price_inc_tax - line.price_ex_tax) * line.quantity),
	...(details && { order_product_id: String(line.id), line_item_type: 'item' }),
});

const taxes = (call: Call): readonly JsonObject[] => {
	const order = orderOf(call);
	const details = call.query.text('details') === 'true';
	return order.lines
		.filter((line) => line.price_inc_tax > line.price_ex_tax)
		.map((line, index) => tax(order, line, index, details));
};

/** What belongs to an order and is mostly read: lines, addresses, coupons, taxes, fees, messages. */
export const orderPartRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/products',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return v2Page(call, order.lines, (line) => call.store.orderView.line(order, line));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/products/{product_id}',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return ok(call.store.orderView.line(order, find(order.lines, pathId(call, 'product_id'))));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/shipping_addresses',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return v2Page(call, order.addresses, (address) => call.store.orderView.shippingAddress(order, address));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/shipping_addresses/{id}',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return ok(call.store.orderView.shippingAddress(order, find(order.addresses, pathId(call, 'id'))));
		},
	},
	{
		method: 'PUT',
		path: '/v2/orders/{order_id}/shipping_addresses/{id}',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			const address = find(order.addresses, pathId(call, 'id'));
			refuseReadOnly(call.body, ['id', 'order_id', 'items_total', 'items_shipped', 'base_cost']);
			const changed = { ...address, ...sent(readBody(call, AddressChange)) };
			changeOrder(call.store, order, {
				addresses: order.addresses.map((other) => (other.id === changed.id ? changed : other)),
			});
			return ok(call.store.orderView.shippingAddress(order, changed));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/shipping_addresses/{shipping_address_id}/shipping_quotes',
		scope: 'orders',
		handle: (call) => {
			find(orderOf(call).addresses, pathId(call, 'shipping_address_id'));
			return { status: 204 };
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/coupons',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return v2Page(call, order.coupons, (coupon) => ({
				...coupon,
				order_id: order.id,
				amount: money(coupon.amount),
			}));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/taxes',
		scope: 'orders',
		handle: (call) => v2Page(call, taxes(call)),
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/fees',
		scope: 'orders',
		handle: (call) => ok({ fees: orderOf(call).fees.map((fee) => call.store.orderView.fee(fee)) }),
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/messages',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			const status = call.query.text('status');
			if (status && status !== 'read' && status !== 'unread') throw v2Error(400, "The field 'status' is invalid.");
			const messages = filterV2(order.messages, call.query, {
				id: (m) => m.id,
				customer_id: (m) => m.customer_id,
				date_created: (m) => m.date_created,
				is_flagged: (m) => m.is_flagged,
				status: (m) => m.status,
			});
			return v2Page(call, messages, (message) => ({
				...message,
				order_id: order.id,
				date_created: rfc2822(message.date_created),
				customer: {
					url: `${call.store.url}/v2/customers/${order.customer_id}`,
					resource: `/customers/${order.customer_id}`,
				},
			}));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}/consignments',
		scope: 'orders',
		handle: (call) =>
			ok(
				call.store.orderView.consignments(
					orderOf(call),
					call.query.list('include').includes('consignments.line_items'),
				),
			),
	},
];
