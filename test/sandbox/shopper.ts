import { notFound } from './core/errors';
import type { Cart } from './data/cart';
import type { Customer } from './data/customer';
import { orderTotals, type Order } from './data/order';
import type { Store } from './data/store';
import { abandonCart, cartItem, newCart, openCart } from './domain/carts';
import { createCustomers } from './domain/customers';
import { cartEvent, orderEvent } from './domain/events';
import { billingAddress, buildOrder, changeOrder, isOrderStatus } from './domain/orders';
import { createRefund, payOrder } from './domain/payments';
import { createShipment, unshipped } from './domain/shipments';
import { changeStock, takeStock, variantOf } from './domain/stock';
import type {
	AbandonedCart,
	AbandonedCartInput,
	CartItemInput,
	PlacedOrder,
	PlaceOrderInput,
	Shopper,
	ShopperCustomer,
} from './types';

/** Plays shoppers and staff on a store. */
export class ShopperSimulation implements Shopper {
	private guests = 0;

	constructor(private readonly store: Store) {}

	placeOrder(input: PlaceOrderInput = {}): PlacedOrder {
		const cart = this.fillCart(input.customer, input.items, input.channelId);
		return this.buy(cart, input.status ?? 1);
	}

	payOrder(orderId: number): void {
		payOrder(this.store, this.order(orderId));
	}

	changeStatus(orderId: number, statusId: number): void {
		if (!isOrderStatus(statusId)) throw new Error(`There is no order status ${statusId}`);
		changeOrder(this.store, this.order(orderId), { status_id: statusId });
	}

	ship(orderId: number, options: { trackingNumber?: string } = {}): number {
		const order = this.order(orderId);
		return createShipment(this.store, order, {
			order_address_id: order.addresses[0]?.id ?? 0,
			tracking_number: options.trackingNumber ?? `SBX${orderId}`,
			merchant_shipping_cost: 0,
			shipping_method: 'Flat Rate',
			shipping_provider: 'ups',
			tracking_carrier: 'ups',
			tracking_link: '',
			comments: '',
			items: unshipped(order),
		}).id;
	}

	refund(orderId: number, amount?: number): number {
		const order = this.order(orderId);
		const whole = orderTotals(order).total_inc_tax - order.refunded_amount;
		return createRefund(this.store, order, {
			amount: amount ?? whole,
			reason: '',
			providerId: 'custom',
			offline: true,
			items: [{ item_type: 'ORDER', item_id: order.id, quantity: 1, requested_amount: amount ?? whole, reason: '' }],
		}).id;
	}

	abandonCart(input: AbandonedCartInput = {}): AbandonedCart {
		const cart = this.fillCart(input.customer, input.items, input.channelId);
		const token = abandonCart(this.store, cart);
		return { cartId: cart.uuid, token, customerId: cart.customer_id, email: cart.email };
	}

	convertCart(cartId: string): PlacedOrder {
		const cart = openCart(this.store, cartId);
		if (!cart) throw notFound('v3', `The cart ${cartId}`);
		return this.buy(cart, 1);
	}

	registerCustomer(customer: ShopperCustomer = {}): number {
		return this.person(customer).id;
	}

	updateProductStock(productId: number, quantity: number): void {
		const variant = variantOf(this.store, productId);
		if (!variant) throw notFound('v3', `The product ${productId}`);
		changeStock(this.store, { variant, method: 'absolute', value: quantity });
	}

	private order(id: number): Order {
		const order = this.store.orders.get(id);
		if (!order) throw notFound('v2', `The order ${id}`);
		return order;
	}

	/** The customer meant: by id, by e-mail, or a new one. */
	private person(wanted: ShopperCustomer): Customer {
		const known =
			wanted.id !== undefined
				? this.store.customers.get(wanted.id)
				: this.store.customers.by('email', (wanted.email ?? '').toLowerCase())[0];
		if (known) return known;
		if (wanted.id !== undefined) throw notFound('v3', `The customer ${wanted.id}`);
		const [customer] = createCustomers(this.store, [
			{
				email: wanted.email ?? `shopper.${++this.guests}@example.com`,
				first_name: wanted.firstName ?? 'Sam',
				last_name: wanted.lastName ?? 'Shopper',
			},
		]);
		return customer as Customer;
	}

	private fillCart(who: ShopperCustomer = {}, what?: CartItemInput[], channelId = 1): Cart {
		const customer = this.person(who);
		const firstProduct = this.store.products.all()[0];
		const wanted = what ?? (firstProduct ? [{ productId: firstProduct.id, quantity: 1 }] : []);
		const items = wanted.map((item) => {
			const line = cartItem(this.store, { quantity: 1, ...item });
			if (!line) throw notFound('v3', `The product ${item.productId}`);
			return line;
		});
		return newCart(this.store, {
			customer_id: customer.id,
			channel_id: channelId,
			email: customer.email,
			items,
			made_by: 'shopper',
		});
	}

	/** Checks the cart out: an Incomplete order first, then the status it ends in. */
	private buy(cart: Cart, status: number): PlacedOrder {
		const { store } = this;
		const customer = store.customers.get(cart.customer_id);
		const order = store.orders.put(
			buildOrder(store, {
				customer,
				items: cart.items.map(({ product_id, variant_id, quantity }) => ({
					productId: product_id,
					variantId: variant_id,
					quantity,
				})),
				channelId: cart.channel_id,
				time: store.now,
				cartId: cart.uuid,
				billing: { ...billingAddress(store, customer), email: cart.email },
			}),
		);
		store.carts.put({ ...cart, state: 'converted', order_id: order.id });
		orderEvent(store, order, 'created');
		cartEvent(store, cart, 'converted', { orderId: order.id });
		if (status !== 0) changeOrder(store, order, { status_id: status });
		takeStock(store, order.lines);
		return { orderId: order.id, cartId: cart.uuid, customerId: cart.customer_id, email: cart.email };
	}
}
