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
	return { order_id: byId(order), shipment_id: byId(store.shopper.ship(order)) };
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

/** The order as BigCommerce gives one of more than 50 lines: the rest is missing, and a warning stands there. */
async function cutShort(store: Sandbox, order: number): Promise<object> {
	const query = '?include=consignments.line_items&consignment_structure=object';
	const whole = (await callStore({ store }, 'GET', `/v2/orders/${order}${query}`)) as {
		consignments: { shipping: Array<{ line_items: object[] }> };
	};
	const shipping = whole.consignments.shipping.map((consignment) => ({
		...consignment,
		line_items: consignment.line_items.slice(0, 1),
		__warning__: { message: 'Not all line items of this consignment are returned.' },
	}));
	return { ...whole, consignments: { ...whole.consignments, shipping } };
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

const catalogLine = { product_id: byId(1), quantity: 2, price_ex_tax: 10, price_inc_tax: 11 };
const customLine = { name: 'Engraving', price_ex_tax: 4, price_inc_tax: 5, quantity: 1, sku: 'E-1' };

const newOrder = {
	billing_address: address,
	products: { catalog: [catalogLine], custom: [customLine] },
	customer_id: byId(1),
	channel_id: byId(1),
};

const fee = { display_name_customer: 'Package Protection', cost_ex_tax: 8, cost_inc_tax: 10 };

/** One unit of the first line of a new order. */
async function selectedItems(store: Sandbox) {
	const order = placeOrder(store);
	const [line] = await linesOf(store, order);
	const items = { values: [{ order_product_id: byId(line!.id), quantity: 1 }] };
	return { values: { order_id: byId(order), itemsToShip: 'selected', items }, line: line! };
}

/** By `resource.operation`, for everything about orders. */
export const ORDER_RULES: Readonly<Record<string, SampleRule>> = {
	'order.create': {
		values: () => newOrder,
		also: {
			'fees and addresses': () => ({
				shipping_addresses: { values: [address] },
				fees: { values: [fee] },
			}),
			'a pickup': () => ({ fulfillment: 'pickup', pickup_method_id: '1' }),
		},
	},
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
					'consignments.line_items',
					'fees',
				],
			}),
		},
	},
	'order.getAll': {
		also: {
			'consignments of a long order': async (store) => {
				const order = placeOrder(store);
				const body = [await cutShort(store, order)];
				store.faults.next({ match: { path: '/v2/orders' }, status: 200, body });
				return { min_id: String(order), include: ['consignments.line_items'] };
			},
		},
	},
	'order.count': { values: () => ({ customer_id: byId(1) }) },
	'order.update': {
		values: async (store) => {
			const order = placeOrder(store);
			const [line] = await linesOf(store, order);
			const existing = { id: byId(line!.id), quantity: 3 };
			const form_fields = { values: [{ name: 'License ID', value: '123BAF' }] };
			const shipping = { id: byId(line!.order_address_id), city: 'Dallas', form_fields };
			return {
				...newOrder,
				order_id: byId(order),
				billing_address: { ...address, form_fields },
				products: { existing: [existing], custom: [customLine] },
				shipping_addresses: { existing: [shipping] },
				fees: { values: [fee] },
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
			return { order_id: byId(order), product_id: byId(line!.id) };
		},
	},
	'shipment.create': {
		values: (store) => ({ ...ofOrder(store), itemsToShip: 'unshipped' }),
		also: {
			'selected items': async (store) => (await selectedItems(store)).values,
			'selected items to an address': async (store) => {
				const { values, line } = await selectedItems(store);
				return { ...values, order_address_id: byId(line.order_address_id) };
			},
		},
		refused: {
			items: 'Line 1 belongs to another order.',
			order_address_id: 'Address 1 does, too.',
		},
	},
	'shipment.get': { values: ofShipment },
	'shipment.getAll': { values: ofShipment },
	'shipment.update': {
		values: async (store) => {
			const { order_id: order, shipment_id } = ofShipment(store);
			const [line] = await linesOf(store, Number(order.value));
			return { order_id: order, shipment_id, order_address_id: byId(line!.order_address_id) };
		},
	},
	'shipment.delete': { values: ofShipment },
	'shipment.count': { values: ofShipment },
};
