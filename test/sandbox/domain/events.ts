import type { Cart } from '../data/cart';
import type { Key } from '../core/table';
import type { Order } from '../data/order';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';

/**
 * Webhook events with the data that BigCommerce documents for them (fact: webhook events guide and
 * callback specifications). Orders and carts tell their channel too, under other key names.
 */

export function orderEvent(store: Store, order: Order, what: string, extra: JsonObject = {}): void {
	store.emit({ scope: `store/order/${what}`, data: { type: 'order', id: order.id, ...extra } });
	store.emit({ scope: `store/channel/${order.channel_id}/order/${what}`, data: { order_id: order.id } });
}

export function cartEvent(store: Store, cart: Cart, what: string, extra: JsonObject = {}): void {
	store.emit({ scope: `store/cart/${what}`, data: { type: 'cart', id: cart.uuid, ...extra } });
	store.emit({ scope: `store/channel/${cart.channel_id}/cart/${what}`, data: { cart_id: cart.uuid } });
}

export function lineItemEvent(store: Store, cart: Cart, what: string, itemId: string): void {
	store.emit({
		scope: `store/cart/lineItem/${what}`,
		data: { type: 'cart_line_item', id: itemId, cartId: cart.uuid },
	});
	store.emit({
		scope: `store/channel/${cart.channel_id}/cart/lineItem/${what}`,
		data: { cart_id: cart.uuid, cart_item_id: itemId },
	});
}

export function shipmentEvent(store: Store, orderId: number, shipmentId: number, what: string): void {
	store.emit({ scope: `store/shipment/${what}`, data: { type: 'shipment', id: shipmentId, orderId } });
}

/** Products, customers, subscribers, categories …: `{type, id}` and what is particular to them. */
export function recordEvent(store: Store, type: string, what: string, id: Key, extra: JsonObject = {}): void {
	store.emit({ scope: `store/${type}/${what}`, data: { type, id, ...extra } });
}

export function customerEvent(
	store: Store,
	customer: { id: number; origin_channel_id: number; channel_ids: number[] | null },
	what: string,
): void {
	const { id, origin_channel_id, channel_ids } = customer;
	const origin = what === 'deleted' ? {} : { origin_channel_id, channel_ids: channel_ids ?? [] };
	recordEvent(store, 'customer', what, id, origin);
}

export function addressEvent(store: Store, addressId: number, customerId: number, what: string): void {
	store.emit({
		scope: `store/customer/address/${what}`,
		data: { type: 'customer', id: addressId, address: { customer_id: customerId } },
	});
}

export function categoryEvent(store: Store, category: { id: number; tree_id: number }, what: string): void {
	recordEvent(store, 'category', what, category.id);
	for (const channel of store.trees.get(category.tree_id)?.channels ?? []) {
		store.emit({
			scope: `store/channel/${channel}/category/${what}`,
			data: { category_id: category.id, tree_id: category.tree_id },
		});
	}
}
