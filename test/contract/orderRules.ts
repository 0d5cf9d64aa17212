import { byId, callStore } from '../support/runOperation';
import type { Sandbox } from '../sandbox';
import type { SampleRule } from './sampleRules';

/** An order with two lines, none of them shipped. */
function placeOrder({ shopper }: Sandbox): number {
	return shopper.placeOrder({ items: [{ productId: 1, quantity: 2 }, { productId: 2 }], status: 11 }).orderId;
}

const ofOrder = (store: Sandbox) => ({ order_id: byId(placeOrder(store)) });

function ofShipment(store: Sandbox) {
	const order = placeOrder(store);
	return { order_id: byId(order), shipment_id: String(store.shopper.ship(order)) };
}

/** An order that everything has happened to. */
function finishedOrder(store: Sandbox): number {
	const order = placeOrder(store);
	store.shopper.payOrder(order);
	store.shopper.ship(order, { trackingNumber: 'EJ958083578US' });
	store.shopper.refund(order, 1);
	return order;
}

interface Line {
	id: number;
	order_address_id: number;
}

async function linesOf(store: Sandbox, order: number): Promise<Line[]> {
	return (await callStore({ store }, 'GET', `/v2/orders/${order}/products`)) as Line[];
}

const address = {
	first_name: 'Jane',
	last_name: 'Doe',
	street_1: '123 Main Street',
	city: 'Austin',
	state: 'Texas',
	zip: '78701',
	country_iso2: 'US',
	email: 'jane@example.com',
};

const catalogLine = { product_id: '1', quantity: 2, additionalFields: { price_ex_tax: 10, price_inc_tax: 11 } };
const customLine = {
	name: 'Engraving',
	price_ex_tax: 4,
	price_inc_tax: 5,
	quantity: 1,
	additionalFields: { sku: 'E-1' },
};

const newOrder = {
	billing_address: address,
	products: { catalog: [catalogLine], custom: [customLine] },
	productsJson: '[{"product_id": 2, "quantity": 1}]',
	customer_id: 1,
	channel_id: '1',
};

/** By `resource.operation`, for everything about orders. */
export const ORDER_RULES: Readonly<Record<string, SampleRule>> = {
	'order.create': { values: () => newOrder, always: ['products'] },
	'order.get': {
		values: (store) => ofOrder(store),
		also: {
			everything: (store) => ({
				order_id: byId(finishedOrder(store)),
				include: [
					'products',
					'shipping_addresses',
					'shipments',
					'coupons',
					'taxes',
					'messages',
					'transactions',
					'refunds',
					'consignments',
					'fees',
				],
			}),
		},
	},
	'order.getAll': { values: () => ({ customer_id: 1 }) },
	'order.count': { values: () => ({ customer_id: 1 }) },
	'order.update': {
		values: async (store) => {
			const order = placeOrder(store);
			const [line] = await linesOf(store, order);
			const existing = { id: String(line?.id), additionalFields: { quantity: 3 } };
			const shipping = { id: String(line?.order_address_id), address: { city: 'Dallas' } };
			return {
				...newOrder,
				order_id: byId(order),
				products: { existing: [existing], custom: [customLine] },
				shipping_addresses: { values: [shipping] },
			};
		},
	},
	'order.updateStatus': { values: ofOrder },
	'order.archive': { values: ofOrder },
	'orderProduct.getAll': { values: ofOrder },
	'orderProduct.get': {
		values: async (store) => {
			const order = placeOrder(store);
			const [line] = await linesOf(store, order);
			return { order_id: byId(order), product_id: String(line?.id) };
		},
	},
	'shipment.create': {
		values: async (store) => {
			const order = placeOrder(store);
			const [line] = await linesOf(store, order);
			const item = { order_product_id: String(line?.id), quantity: 1 };
			return {
				order_id: byId(order),
				order_address_id: String(line?.order_address_id),
				items: { values: [item] },
			};
		},
		always: ['items'],
		also: {
			'all unshipped items': (store) => ({ ...ofOrder(store), itemsToShip: 'unshipped' }),
		},
	},
	'shipment.get': { values: ofShipment },
	'shipment.getAll': { values: ofShipment },
	'shipment.update': {
		values: async (store) => {
			const { order_id: order, shipment_id } = ofShipment(store);
			const [line] = await linesOf(store, Number(order.value));
			return { order_id: order, shipment_id, order_address_id: String(line?.order_address_id) };
		},
	},
	'shipment.delete': { values: ofShipment },
	'shipment.count': { values: ofShipment },
};
