import { z } from 'zod';
import { noContent, ok, v2Page } from '../core/answers';
import { notFound, v2Error } from '../core/errors';
import { pathId, readBody, sent } from '../core/input';
import type { Call, Route } from '../core/route';
import type { Order, Shipment } from '../data/order';
import { shipmentEvent } from '../domain/events';
import { changeOrder } from '../domain/orders';
import { createShipment, deleteShipment } from '../domain/shipments';
import { orderOf } from './orders';

const PROVIDERS = [
	'',
	'auspost',
	'canadapost',
	'endicia',
	'usps',
	'fedex',
	'royalmail',
	'ups',
	'upsready',
	'upsonline',
	'shipperhq',
];

const Fields = z
	.object({
		order_address_id: z.number().int(),
		tracking_number: z.string().max(50),
		tracking_link: z.string().max(500),
		merchant_shipping_cost: z.union([z.number(), z.string()]).transform(Number),
		shipping_method: z.string(),
		shipping_provider: z.string().refine((name) => PROVIDERS.includes(name) || /^carrier_\w+$/.test(name)),
		tracking_carrier: z.string(),
		comments: z.string().max(65_535),
	})
	.partial();

const Create = Fields.required({ order_address_id: true }).extend({
	items: z.array(z.object({ order_product_id: z.number().int(), quantity: z.number().int().min(1) })).min(1),
});

function shipmentOf(call: Call, order: Order): Shipment {
	const shipment = order.shipments.find(({ id }) => id === pathId(call, 'shipment_id'));
	if (!shipment) throw notFound('v2');
	return shipment;
}

/** @throws 400 for an address or line that is not of this order, and for more than is left to ship */
function checkedItems(order: Order, input: z.output<typeof Create>): Shipment['items'] {
	if (!order.addresses.some(({ id }) => id === input.order_address_id)) {
		throw v2Error(400, "The field 'order_address_id' is invalid.");
	}
	return input.items.map(({ order_product_id, quantity }) => {
		const line = order.lines.find(({ id }) => id === order_product_id);
		if (!line) throw v2Error(400, "The field 'order_product_id' is invalid.");
		if (quantity > line.quantity - line.quantity_shipped) {
			throw v2Error(400, "The field 'quantity' is invalid.", {
				invalid_reason: `Only ${line.quantity - line.quantity_shipped} of order product ${line.id} are left to ship.`,
			});
		}
		return { order_product_id, product_id: line.product_id, quantity };
	});
}

const path = '/v2/orders/{order_id}/shipments';

export const shipmentRoutes: Route[] = [
	{
		method: 'GET',
		path,
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return v2Page(call, order.shipments, (shipment) => call.store.orderView.shipment(order, shipment));
		},
	},
	{
		method: 'POST',
		path,
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			const input = readBody(call, Create);
			const shipment = createShipment(call.store, order, {
				tracking_number: '',
				tracking_link: '',
				merchant_shipping_cost: 0,
				shipping_method: '',
				shipping_provider: '',
				tracking_carrier: '',
				comments: '',
				...sent(input),
				order_address_id: input.order_address_id,
				items: checkedItems(order, input),
			});
			return ok(call.store.orderView.shipment(order, shipment), 201);
		},
	},
	{
		method: 'DELETE',
		path,
		scope: 'orders',
		handle: (call) => {
			let order = orderOf(call);
			for (const shipment of order.shipments) order = deleteShipment(call.store, order, shipment);
			return noContent;
		},
	},
	{
		method: 'GET',
		path: `${path}/count`,
		scope: 'orders',
		handle: (call) => ok({ count: orderOf(call).shipments.length }),
	},
	{
		method: 'GET',
		path: `${path}/{shipment_id}`,
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			return ok(call.store.orderView.shipment(order, shipmentOf(call, order)));
		},
	},
	{
		method: 'PUT',
		path: `${path}/{shipment_id}`,
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			const changed = { ...shipmentOf(call, order), ...sent(readBody(call, Fields)) };
			shipmentEvent(call.store, order.id, changed.id, 'updated');
			changeOrder(call.store, order, {
				shipments: order.shipments.map((other) => (other.id === changed.id ? changed : other)),
			});
			return ok(call.store.orderView.shipment(order, changed));
		},
	},
	{
		method: 'DELETE',
		path: `${path}/{shipment_id}`,
		scope: 'orders',
		handle: (call) => {
			const order = orderOf(call);
			deleteShipment(call.store, order, shipmentOf(call, order));
			return noContent;
		},
	},
];
