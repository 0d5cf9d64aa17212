import type { Order, Shipment } from '../data/order';
import type { Store } from '../data/store';
import { shipmentEvent } from './events';
import { changeOrder } from './orders';

export type NewShipment = Omit<Shipment, 'id' | 'date_created'>;

/** Ships lines of an order. The order becomes Shipped or Partially Shipped by itself. */
export function createShipment(store: Store, order: Order, input: NewShipment): Shipment {
	const shipment: Shipment = { ...input, id: store.nextPartId('shipment'), date_created: store.now };
	const lines = order.lines.map((line) => {
		const shipped = input.items.find((item) => item.order_product_id === line.id)?.quantity ?? 0;
		return { ...line, quantity_shipped: line.quantity_shipped + shipped };
	});
	const isDone = lines.every((line) => line.type !== 'physical' || line.quantity_shipped >= line.quantity);
	shipmentEvent(store, order.id, shipment.id, 'created');
	changeOrder(store, order, {
		lines,
		shipments: [...order.shipments, shipment],
		date_shipped: store.now,
		status_id: isDone ? 2 : 3,
	});
	return shipment;
}

/** Removes a shipment; its items count as not shipped again, the status stays as it is. */
export function deleteShipment(store: Store, order: Order, shipment: Shipment): Order {
	const lines = order.lines.map((line) => {
		const shipped = shipment.items.find((item) => item.order_product_id === line.id)?.quantity ?? 0;
		return { ...line, quantity_shipped: Math.max(0, line.quantity_shipped - shipped) };
	});
	shipmentEvent(store, order.id, shipment.id, 'deleted');
	return changeOrder(store, order, {
		lines,
		shipments: order.shipments.filter(({ id }) => id !== shipment.id),
	});
}

/** Items of the order that have not been shipped. */
export const unshipped = (order: Order): Shipment['items'] =>
	order.lines
		.filter((line) => line.type === 'physical' && line.quantity > line.quantity_shipped)
		.map((line) => ({
			order_product_id: line.id,
			product_id: line.product_id,
			quantity: line.quantity - line.quantity_shipped,
		}));
