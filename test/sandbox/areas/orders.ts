import { noContent, ok, v2CachedPage, v2Page } from '../core/answers';
import { notFound, v2Error } from '../core/errors';
import { filterV2, sortBy, type FilterField, type FilterFields } from '../core/filter';
import { pathId, readBody, refuseReadOnly } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import { ORDER_STATUSES, orderTotals, type Order } from '../data/order';
import { orderEvent } from '../domain/events';
import { createOrder, updateOrder } from '../domain/orderWrites';
import type { JsonObject } from '../types';
import { ORDER_READ_ONLY, OrderChange, OrderCreate } from '../domain/orderInput';

const filters: FilterFields<Order> = {
	id: (o) => o.id,
	total: (o) => orderTotals(o).total_inc_tax,
	customer_id: (o) => o.customer_id,
	email: (o) => o.billing_address.email,
	status_id: (o) => o.status_id,
	cart_id: (o) => o.cart_id,
	payment_method: (o) => o.payment_method,
	date_created: (o) => o.date_created,
	date_modified: (o) => o.date_modified,
	channel_id: (o) => o.channel_id,
	external_order_id: (o) => o.texts.external_order_id,
	is_deleted: (o) => o.is_deleted,
};

const sorts: Readonly<Record<string, FilterField<Order>>> = {
	id: (o) => o.id,
	customer_id: (o) => o.customer_id,
	date_created: (o) => o.date_created,
	date_modified: (o) => o.date_modified,
	status_id: (o) => o.status_id,
	channel_id: (o) => o.channel_id,
	external_id: (o) => o.texts.external_id ?? '',
};

/** Archived orders are listed only when they are asked for. */
function selected({ store, query }: Call): readonly Order[] {
	const orders = query.has('customer_id')
		? store.orders.by('customer_id', query.integer('customer_id') ?? Number.NaN)
		: store.orders.all();
	const present = query.has('is_deleted') ? orders : orders.filter((order) => !order.is_deleted);
	return filterV2(present, query, filters);
}

function sorted({ query }: Call, orders: readonly Order[]): readonly Order[] {
	if (!query.has('sort')) return orders;
	const [field = '', direction = 'asc'] = (query.text('sort') ?? '').split(':');
	const read = Object.hasOwn(sorts, field) ? sorts[field] : undefined;
	if (!read || (direction !== 'asc' && direction !== 'desc')) throw v2Error(400, 'The sort field is not valid.');
	return sortBy(orders, read, direction);
}

/** The order of the path. */
export function orderOf(call: Call): Order {
	const order = call.store.orders.get(pathId(call, 'order_id'));
	if (!order) throw notFound(call.version);
	return order;
}

const shown = (call: Call, order: Order): JsonObject => call.store.orderView.order(order, call.query.list('include'));

const count = (call: Call): Answer => {
	const orders = selected(call);
	const statuses = ORDER_STATUSES.map((name, id) => ({
		id,
		name,
		system_label: name,
		custom_label: name,
		system_description: '',
		count: orders.filter((order) => order.status_id === id).length,
		sort_order: id,
	}));
	return ok({ statuses, count: orders.length });
};

const archive = (call: Call, order: Order): void => {
	const archived = call.store.orders.put({ ...order, is_deleted: true, date_modified: call.store.now });
	orderEvent(call.store, archived, 'archived');
};

export const orderRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/orders',
		scope: 'orders',
		handle: (call) => {
			const { orderView } = call.store;
			const orders = sorted(call, selected(call));
			const include = call.query.list('include');
			if (include.length > 0) return v2Page(call, orders, (order) => orderView.order(order, include));
			return v2CachedPage(call, orders, call.store.orderTexts, (order) => orderView.order(order));
		},
	},
	{ method: 'GET', path: '/v2/orders/count', scope: 'orders', handle: count },
	{
		method: 'POST',
		path: '/v2/orders',
		scope: 'orders',
		handle: (call) => {
			refuseReadOnly(call.body, ORDER_READ_ONLY);
			return ok(shown(call, createOrder(call.store, readBody(call, OrderCreate))));
		},
	},
	{
		method: 'GET',
		path: '/v2/orders/{order_id}',
		scope: 'orders',
		handle: (call) => ok(shown(call, orderOf(call))),
	},
	{
		method: 'PUT',
		path: '/v2/orders/{order_id}',
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			refuseReadOnly(call.body, ORDER_READ_ONLY);
			return ok(shown(call, updateOrder(call.store, order, readBody(call, OrderChange))));
		},
	},
	{
		method: 'DELETE',
		path: '/v2/orders/{order_id}',
		scope: 'orders',
		handle: (call) => {
			archive(call, orderOf(call));
			return noContent;
		},
	},
	{
		method: 'DELETE',
		path: '/v2/orders',
		scope: 'orders',
		handle: (call) => {
			for (const order of [...selected(call)]) archive(call, order);
			return noContent;
		},
	},
];
