import { v2Error } from '../core/errors';
import { parseDate } from '../core/format';
import { sent } from '../core/input';
import type { OrderChange, LineInput } from './orderInput';
import type { Order, OrderLine, ShippingAddress } from '../data/order';
import type { Store } from '../data/store';
import { orderEvent } from './events';
import { replacedFees } from './orderFees';
import { buildOrder, changeOrder, EMPTY_ADDRESS, productLine } from './orders';

/**
 * Makes an order as `POST /v2/orders` does: no mail, no promotions, Pending unless said otherwise.
 *
 * @throws 400 for a product, customer or channel that is not there
 */
export function createOrder(store: Store, input: OrderChange): Order {
	const customer = input.customer_id ? store.customers.get(input.customer_id) : undefined;
	if (input.customer_id && !customer)
		throw v2Error(400, "The field 'customer_id' is invalid.", { invalid_reason: 'The customer does not exist.' });
	const channelId = input.channel_id ?? 1;
	if (!store.channels.get(channelId)) throw v2Error(400, "The field 'channel_id' is invalid.");
	const time = input.date_created ? parseDate(input.date_created) : store.now;
	if (Number.isNaN(time)) throw v2Error(400, "The field 'date_created' is invalid.");
	const billing = { ...EMPTY_ADDRESS, ...sent(input.billing_address ?? {}) };
	const blank = buildOrder(store, { customer, items: [], channelId, time, billing });
	const withAddresses = { ...blank, addresses: addresses(store, blank, input) };
	const lines = (input.products ?? input.consignments?.pickups?.flatMap((pickup) => pickup.line_items ?? []) ?? []).map(
		(line) => newLine(store, line, withAddresses),
	);
	const order = store.orders.put({
		...withAddresses,
		lines,
		status_id: 1,
		payment_method: 'Manual',
		order_source: 'external',
		shipping_cost_ex_tax: 0,
		shipping_cost_inc_tax: 0,
		...plainChanges(store, blank, input),
		date_created: time,
		date_modified: store.now,
	});
	orderEvent(store, order, 'created');
	return order;
}

/** Changes an order as `PUT /v2/orders/{id}` does: what is sent changes, a line of quantity 0 goes. */
export function updateOrder(store: Store, order: Order, input: OrderChange): Order {
	const changes = plainChanges(store, order, input);
	const billing = input.billing_address && { ...order.billing_address, ...sent(input.billing_address) };
	return changeOrder(store, order, {
		...changes,
		...(billing && { billing_address: billing }),
		...(input.shipping_addresses && { addresses: addresses(store, order, input) }),
		...(input.products && { lines: changedLines(store, order, input.products), coupons: [], discount_amount: 0 }),
		...(input.is_deleted !== undefined && { is_deleted: input.is_deleted }),
	});
}

function newLine(store: Store, input: LineInput, order: Order): OrderLine {
	const addressId = order.addresses[0]?.id ?? 0;
	const { product_id, variant_id, quantity } = input;
	if (product_id) {
		const line = productLine(
			store,
			{
				productId: product_id,
				...(variant_id && { variantId: variant_id }),
				...(quantity !== undefined && { quantity }),
			},
			addressId,
		);
		if (!line)
			throw v2Error(400, "The field 'product_id' is invalid.", {
				invalid_reason: `Product ${product_id} does not exist.`,
			});
		return { ...line, ...lineChanges(input) };
	}
	for (const field of ['name', 'quantity', 'price_inc_tax', 'price_ex_tax'] as const) {
		if (input[field] === undefined) throw v2Error(400, `The required field '${field}' was not supplied.`);
	}
	return {
		id: store.nextPartId('line'),
		order_address_id: addressId,
		product_id: 0,
		variant_id: 0,
		name: '',
		sku: '',
		upc: '',
		type: 'physical',
		quantity: 1,
		quantity_shipped: 0,
		quantity_refunded: 0,
		price_ex_tax: 0,
		price_inc_tax: 0,
		weight: 0,
		...lineChanges(input),
	};
}

/** A price that is given alone counts with and without tax. */
function lineChanges(input: LineInput): Partial<OrderLine> {
	const { name, sku, upc, quantity, price_ex_tax, price_inc_tax } = input;
	return sent({
		name,
		sku,
		upc,
		quantity,
		price_ex_tax: price_ex_tax ?? price_inc_tax,
		price_inc_tax: price_inc_tax ?? price_ex_tax,
	});
}

function changedLines(store: Store, order: Order, inputs: readonly LineInput[]): OrderLine[] {
	let lines = order.lines;
	for (const input of inputs) {
		if (input.id === undefined) lines = [...lines, newLine(store, input, order)];
		else if (!lines.some(({ id }) => id === input.id))
			throw v2Error(400, "The field 'products' is invalid.", {
				invalid_reason: `Order product ${input.id} does not exist.`,
			});
		else if (input.quantity === 0) lines = lines.filter(({ id }) => id !== input.id);
		else lines = lines.map((line) => (line.id === input.id ? { ...line, ...lineChanges(input) } : line));
	}
	return lines;
}

function addresses(store: Store, order: Order, input: OrderChange): ShippingAddress[] {
	if (!input.shipping_addresses) return order.addresses;
	return input.shipping_addresses.map((address) => {
		const existing = order.addresses.find(({ id }) => id === address.id) ?? order.addresses[0];
		const base =
			address.id === undefined ? { ...EMPTY_ADDRESS, cost_ex_tax: 0, cost_inc_tax: 0, shipping_method: '' } : existing;
		return {
			...EMPTY_ADDRESS,
			cost_ex_tax: 0,
			cost_inc_tax: 0,
			shipping_method: '',
			...base,
			...sent(address),
			id: address.id ?? order.addresses[0]?.id ?? store.nextPartId('address'),
		};
	});
}

/** Everything that is stored as it is sent. */
function plainChanges(store: Store, order: Order, input: OrderChange): Partial<Order> {
	const { staff_notes, customer_message, ip_address, ip_address_v6, geoip_country, geoip_country_iso2 } = input;
	const { external_source, external_id, external_merchant_id, external_order_id } = input;
	const { customer_locale, tax_provider_id, ebay_order_id } = input;
	const { subtotal_ex_tax, subtotal_inc_tax, total_ex_tax, total_inc_tax } = input;
	const fees = input.fees && replacedFees(store, order, input.fees);
	return {
		...sent({
			customer_id: input.customer_id,
			status_id: input.status_id,
			channel_id: input.channel_id,
			payment_method: input.payment_method,
			payment_provider_id: input.payment_provider_id,
			order_source: input.order_source,
			discount_amount: input.discount_amount,
			shipping_cost_ex_tax: input.shipping_cost_ex_tax,
			shipping_cost_inc_tax: input.shipping_cost_inc_tax,
			handling_cost_ex_tax: input.handling_cost_ex_tax,
			handling_cost_inc_tax: input.handling_cost_inc_tax,
			wrapping_cost_ex_tax: input.wrapping_cost_ex_tax,
			wrapping_cost_inc_tax: input.wrapping_cost_inc_tax,
			refunded_amount: input.refunded_amount,
			is_digital: input.order_is_digital,
			currency_code: input.default_currency_code,
			fees,
		}),
		overrides: { ...order.overrides, ...sent({ subtotal_ex_tax, subtotal_inc_tax, total_ex_tax, total_inc_tax }) },
		texts: {
			...order.texts,
			...sent({ staff_notes, customer_message, ip_address, ip_address_v6, geoip_country, geoip_country_iso2 }),
			...sent({ external_source, external_id, external_merchant_id, external_order_id }),
			...sent({ customer_locale, tax_provider_id, ebay_order_id }),
		},
	};
}
