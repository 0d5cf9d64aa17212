import { v2Page, v3All } from '../core/answers';
import { invalid, notFound } from '../core/errors';
import type { Route } from '../core/route';
import { openCart } from '../domain/carts';

const METHODS = [
	{ code: 'custom', name: 'Sandbox Payments', test_mode: true },
	{ code: 'cod', name: 'Cash on Delivery', test_mode: false },
];

const card = (instrument_type: string) => ({ instrument_type, verification_value_required: true });

/** Accepted methods; v3 wants the order or checkout that is to be paid. */
export const paymentMethodRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v2/payments/methods',
		scope: 'paymentMethods',
		handle: (call) => v2Page(call, METHODS),
	},
	{
		method: 'GET',
		path: '/v3/payments/methods',
		scope: 'paymentMethods',
		handle: ({ store, query }) => {
			if (!query.has('order_id') && !query.has('checkout_id')) {
				throw invalid({ order_id: 'order_id or checkout_id is required' });
			}
			if (query.has('order_id')) {
				const order = store.orders.get(query.integer('order_id') ?? Number.NaN);
				if (!order) throw notFound('v3', 'The order');
				if (order.status_id !== 0) throw invalid({ order_id: 'The order is not awaiting payment' });
			} else if (!openCart(store, query.text('checkout_id') ?? '')) throw notFound('v3', 'The checkout');
			return v3All([
				{
					id: 'custom.card',
					name: 'Sandbox Payments',
					stored_instruments: [],
					supported_instruments: [card('VISA'), card('MASTERCARD')],
					test_mode: true,
					type: 'card',
				},
			]);
		},
	},
];
