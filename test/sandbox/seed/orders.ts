import { buildOrder } from '../domain/orders';
import { unshipped } from '../domain/shipments';
import type { Order } from '../data/order';
import type { Store } from '../data/store';

const START = Date.UTC(2025, 5, 1);
const HALF_HOUR = 1_800_000;
const STATUSES = [1, 11, 11, 2, 10, 7, 9] as const;

/** Orders of seeded customers, one or two lines each, in various statuses. */
export function seedOrders(store: Store, orders: number): void {
	if (store.products.size === 0) return;
	for (let number = 1; number <= orders; number++) {
		const time = START + number * HALF_HOUR;
		const customer = store.customers.get(1 + (number % Math.max(1, store.customers.size)));
		const productIds = [number, number * 7].slice(0, 1 + (number % 2));
		const status = STATUSES[number % STATUSES.length] as number;
		const order = buildOrder(store, {
			customer,
			items: productIds.map((wanted, index) => ({
				productId: 1 + (wanted % store.products.size),
				quantity: 1 + ((number + index) % 3),
			})),
			channelId: 1,
			time,
		});
		const paid = status === 11 || status === 2 || status === 10 || status === 9;
		const isShipped = status === 2 || status === 10;
		store.orders.put({
			...order,
			...(isShipped && shippedParts(store, order, time)),
			status_id: status,
			payment_status: paid ? 'captured' : '',
			transactions: paid
				? [
						{
							id: store.nextPartId('transaction'),
							event: 'purchase',
							method: 'credit_card',
							amount: order.lines.reduce((total, line) => total + line.price_inc_tax * line.quantity, 0) + 5,
							currency: 'USD',
							gateway: 'custom',
							gateway_transaction_id: `seed-${number}`,
							status: 'ok',
							reference_transaction_id: undefined,
							date_created: time,
						},
					]
				: [],
		});
	}
}

/** All items in one shipment, an hour after the order. */
function shippedParts(store: Store, order: Order, time: number): Partial<Order> {
	const shipped = time + 2 * HALF_HOUR;
	return {
		date_shipped: shipped,
		lines: order.lines.map((line) => ({ ...line, quantity_shipped: line.quantity })),
		shipments: [
			{
				id: store.nextPartId('shipment'),
				order_address_id: order.addresses[0]?.id ?? 0,
				date_created: shipped,
				tracking_number: `SEED${order.id}`,
				merchant_shipping_cost: 0,
				shipping_method: 'Flat Rate',
				shipping_provider: 'ups',
				tracking_carrier: 'ups',
				tracking_link: '',
				comments: '',
				items: unshipped(order),
			},
		],
	};
}
