import { ORDER_STATUSES, orderTotals } from '../data/order';
import { money } from '../core/format';
import type { Store } from '../data/store';
import type { JsonObject, Sandbox } from '../types';

const SHOWN = 15;

const latest = <T>(records: readonly T[]): T[] => records.slice(-SHOWN).reverse();

/** What the control panel shows: the newest records of each kind. */
export const panelState = (sandbox: Sandbox, store: Store): JsonObject => ({
	store_hash: sandbox.storeHash,
	api_path: `${sandbox.apiBaseUrl}/stores/${sandbox.storeHash}`,
	quota: {
		limit: sandbox.quota.limit ?? null,
		left: sandbox.quota.left ?? null,
		reset_ms: sandbox.quota.resetMs,
		refused: sandbox.quota.refused,
	},
	orders: latest(store.orders.all()).map((order) => ({
		id: order.id,
		status: ORDER_STATUSES[order.status_id],
		payment_status: order.payment_status,
		total: money(orderTotals(order).total_inc_tax),
		email: order.billing_address.email,
		shipments: order.shipments.length,
	})),
	carts: latest(store.carts.all()).map((cart) => ({
		id: cart.uuid,
		state: cart.state === 'open' && cart.abandoned_token ? 'abandoned' : cart.state,
		email: cart.email,
		items: cart.items.map((item) => `${item.quantity} × ${item.name}`).join(', '),
	})),
	customers: latest(store.customers.all()).map(({ id, first_name, last_name, email }) => ({
		id,
		name: `${first_name} ${last_name}`,
		email,
	})),
	messages: latest(sandbox.messages),
	hooks: sandbox.hooks.list(),
	deliveries: latest(sandbox.deliveries).map(({ id, scope, state, attempts, destination }) => ({
		id,
		scope,
		state,
		destination,
		answers: attempts.map((attempt) => (attempt.status > 0 ? attempt.status : (attempt.error ?? 'no answer'))),
	})),
});
