import { cents } from '../core/format';
import type { Customer } from '../data/customer';
import { ORDER_STATUSES, type BillingAddress, type Order, type OrderLine } from '../data/order';
import type { Store } from '../data/store';
import type { CartItemInput } from '../types';
import { orderEvent } from './events';
import { variantOf } from './stock';

/** Sales tax of the seeded zone. */
export const TAX_RATE = 0.0825;
const SHIPPING_COST = 5;

export const EMPTY_ADDRESS: BillingAddress = {
	first_name: '',
	last_name: '',
	company: '',
	street_1: '',
	street_2: '',
	city: '',
	state: '',
	zip: '',
	country: '',
	country_iso2: '',
	phone: '',
	email: '',
	form_fields: [],
};

/** Where a customer's orders go: the first address in the address book. */
export function billingAddress(store: Store, customer: Customer | undefined): BillingAddress {
	const address = customer && store.addresses.by('customer_id', customer.id)[0];
	return {
		...EMPTY_ADDRESS,
		first_name: customer?.first_name ?? '',
		last_name: customer?.last_name ?? '',
		email: customer?.email ?? '',
		company: customer?.company ?? '',
		street_1: address?.address1 ?? '12 Congress Avenue',
		city: address?.city ?? 'Austin',
		state: address?.state_or_province ?? 'Texas',
		zip: address?.postal_code ?? '78701',
		country: address?.country ?? 'United States',
		country_iso2: address?.country_code ?? 'US',
		phone: customer?.phone ?? '',
	};
}

/** An order line of a catalogue product at its price; undefined when there is no such product. */
export function productLine(store: Store, item: CartItemInput, addressId: number): OrderLine | undefined {
	const product = store.products.get(item.productId);
	if (!product) return undefined;
	const variant = variantOf(store, product.id, item.variantId);
	const price = variant?.price ?? product.price;
	return {
		id: store.nextPartId('line'),
		order_address_id: product.type === 'digital' ? 0 : addressId,
		product_id: product.id,
		variant_id: variant?.id ?? 0,
		name: product.name,
		sku: variant?.sku ?? product.sku,
		upc: product.upc,
		type: product.type,
		quantity: item.quantity ?? 1,
		quantity_shipped: 0,
		quantity_refunded: 0,
		price_ex_tax: price,
		price_inc_tax: cents(price * (1 + TAX_RATE)),
		weight: product.weight,
	};
}

export interface NewOrder {
	customer: Customer | undefined;
	items: readonly CartItemInput[];
	channelId: number;
	time: number;
	cartId?: string;
	billing?: BillingAddress;
}

/** An order that is not in the store yet: Incomplete, nothing paid, one shipping address. */
export function buildOrder(store: Store, input: NewOrder): Order {
	const billing = input.billing ?? billingAddress(store, input.customer);
	const addressId = store.nextPartId('address');
	const lines = input.items.flatMap((item) => productLine(store, item, addressId) ?? []);
	return {
		id: store.orders.nextId(),
		customer_id: input.customer?.id ?? 0,
		status_id: 0,
		date_created: input.time,
		date_modified: input.time,
		date_shipped: undefined,
		cart_id: input.cartId ?? '',
		channel_id: input.channelId,
		is_deleted: false,
		payment_method: 'Credit Card',
		payment_status: '',
		payment_provider_id: '',
		order_source: 'www',
		billing_address: billing,
		addresses: [
			{
				...billing,
				id: addressId,
				shipping_method: 'Flat Rate',
				cost_ex_tax: SHIPPING_COST,
				cost_inc_tax: SHIPPING_COST,
			},
		],
		lines,
		shipments: [],
		fees: [],
		coupons: [],
		messages: [],
		transactions: [],
		shipping_cost_ex_tax: SHIPPING_COST,
		shipping_cost_inc_tax: SHIPPING_COST,
		handling_cost_ex_tax: 0,
		handling_cost_inc_tax: 0,
		wrapping_cost_ex_tax: 0,
		wrapping_cost_inc_tax: 0,
		discount_amount: 0,
		refunded_amount: 0,
		overrides: {},
		currency_code: 'USD',
		texts: {
			staff_notes: '',
			customer_message: '',
			ip_address: '',
			ip_address_v6: '',
			geoip_country: '',
			geoip_country_iso2: '',
			external_source: null,
			external_id: null,
			external_merchant_id: null,
			external_order_id: '',
			customer_locale: 'en',
			tax_provider_id: '',
			ebay_order_id: '0',
		},
		is_digital: lines.length > 0 && lines.every((line) => line.type === 'digital'),
	};
}

/** Stores changes of an order and tells of them: `updated`, and `statusUpdated` if the status moved. */
export function changeOrder(store: Store, order: Order, changes: Partial<Order>): Order {
	const previous = order.status_id;
	const changed = store.orders.put({ ...order, ...changes, date_modified: store.now });
	orderEvent(store, changed, 'updated');
	if (changed.status_id !== previous) {
		orderEvent(store, changed, 'statusUpdated', {
			status: { previous_status_id: previous, new_status_id: changed.status_id },
		});
	}
	return changed;
}

export const isOrderStatus = (status: number): boolean => ORDER_STATUSES[status] !== undefined;
