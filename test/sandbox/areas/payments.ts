import { z } from 'zod';
import { ok, v3All, v3Data, v3Page } from '../core/answers';
import { invalid, notFound, v3Error } from '../core/errors';
import { filterV3 } from '../core/filter';
import { cents, rfc3339 } from '../core/format';
import { pathId, readBody } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import { orderTotals, type Order, type Refund, type Transaction } from '../data/order';
import { changeOrder } from '../domain/orders';
import { addTransaction, createRefund } from '../domain/payments';
import type { JsonObject } from '../types';
import { orderOf } from './orders';

const transactionView = (order: Order, transaction: Transaction): JsonObject => ({
	id: transaction.id,
	order_id: String(order.id),
	event: transaction.event,
	method: transaction.method,
	amount: transaction.amount,
	currency: transaction.currency,
	gateway: transaction.gateway,
	gateway_transaction_id: transaction.gateway_transaction_id,
	test: true,
	status: transaction.status,
	fraud_review: false,
	...(transaction.reference_transaction_id !== undefined && {
		reference_transaction_id: transaction.reference_transaction_id,
	}),
	date_created: rfc3339(transaction.date_created),
	payment_instrument_token: null,
});

const refundView = (refund: Refund): JsonObject => ({
	...refund,
	created: rfc3339(refund.created),
	uses_merchant_override_values: false,
	items: refund.items.map((item) => ({ ...item, adjustments: [] })),
	payments: refund.payments.map((payment) => ({ ...payment, is_declined: false, declined_message: '' })),
});

/** The single refund has the amounts of its items as text (fact: orders v3 specification). */
const singleRefundView = (refund: Refund): JsonObject => ({
	...refundView(refund),
	payments: refund.payments.map(({ transaction_id: _, ...payment }) => ({
		...payment,
		is_declined: false,
		declined_message: '',
	})),
	items: refund.items.map((item) => ({ ...item, requested_amount: String(item.requested_amount) })),
});

const Item = z.object({
	item_type: z.enum(['PRODUCT', 'GIFT_WRAPPING', 'SHIPPING', 'HANDLING', 'ORDER', 'TAX', 'FEE']),
	item_id: z.number().int().optional(),
	quantity: z.number().int().min(1).optional(),
	amount: z.number().min(0).optional(),
	reason: z.string().optional(),
});
const RefundRequest = z.object({
	items: z.array(Item).optional(),
	tax_adjustment_amount: z.number().optional(),
	reason: z.string().optional(),
	payments: z
		.array(z.object({ provider_id: z.string(), amount: z.number(), offline: z.boolean().optional() }))
		.optional(),
});

/** What the items of a refund are worth. @throws 422 for a line or amount that the order does not have */
function refundItems(order: Order, input: z.output<typeof RefundRequest>): Refund['items'] {
	const { items = [], tax_adjustment_amount } = input;
	if (items.length === 0 && tax_adjustment_amount === undefined)
		throw invalid({ items: 'items or tax_adjustment_amount is required' });
	const priced = items.map(({ item_type, item_id = order.id, quantity = 1, amount, reason = '' }, index) => {
		let requested = amount ?? 0;
		if (item_type === 'PRODUCT' || item_type === 'GIFT_WRAPPING') {
			const line = order.lines.find(({ id }) => id === item_id);
			if (!line) throw invalid({ [`items.${index}.item_id`]: 'The item is not part of the order' });
			if (quantity > line.quantity - line.quantity_refunded) {
				throw invalid({ [`items.${index}.quantity`]: 'More than is left to refund' });
			}
			requested = line.price_inc_tax * quantity;
		}
		return { item_type: String(item_type), item_id, quantity, requested_amount: cents(requested), reason };
	});
	const total = priced.reduce((sum, item) => sum + item.requested_amount, tax_adjustment_amount ?? 0);
	if (cents(total) > cents(orderTotals(order).total_inc_tax - order.refunded_amount)) {
		throw v3Error(422, 'The refund amount is more than what is left to refund.', {});
	}
	return priced;
}

const total = (items: Refund['items'], input: z.output<typeof RefundRequest>): number =>
	cents(items.reduce((sum, item) => sum + item.requested_amount, input.tax_adjustment_amount ?? 0));

const quote = (call: Call): Answer => {
	const order = orderOf(call);
	const input = readBody(call, RefundRequest);
	const amount = total(refundItems(order, input), input);
	const method = (provider_id: string, description: string, offline: boolean): JsonObject => ({
		provider_id,
		provider_description: description,
		amount,
		offline,
		offline_provider: offline,
		offline_reason: '',
	});
	const data = {
		order_id: order.id,
		total_refund_amount: amount,
		total_refund_tax_amount: 0,
		order_level_refund_amount: 0,
		rounding: 0,
		adjustment: 0,
		tax_inclusive: false,
		refund_methods: [[method('storecredit', 'Store credit', false)], [method('custom', 'Manual refund', true)]],
	};
	return v3Data(data, 201);
};

const refund = (call: Call): Answer => {
	const order = orderOf(call);
	const input = readBody(call, RefundRequest);
	const items = refundItems(order, input);
	const amount = total(items, input);
	const payments = input.payments ?? [];
	const paid = cents(payments.reduce((sum, payment) => sum + payment.amount, 0));
	if (paid !== amount) throw invalid({ payments: `The payments add up to ${paid}, the items to ${amount}` });
	const made = createRefund(call.store, order, {
		items,
		amount,
		reason: input.reason ?? '',
		providerId: payments[0]?.provider_id ?? 'custom',
		offline: payments[0]?.offline ?? false,
	});
	return v3Data(refundView(made), 201);
};

/** Capture and void are accepted at once and carried out later (fact: orders v3 specification). */
const settle =
	(event: 'capture' | 'void', pending: string, done: string) =>
	(call: Call): Answer => {
		const order = orderOf(call);
		if (order.payment_status !== 'authorized') {
			throw v3Error(400, `The order's payment cannot be ${event === 'void' ? 'voided' : 'captured'}.`, {});
		}
		const accepted = changeOrder(call.store, order, { payment_status: pending });
		setImmediate(() => {
			const amount = orderTotals(accepted).total_inc_tax;
			const { order: settled } = addTransaction(call.store, accepted, { event, amount });
			changeOrder(call.store, settled, { payment_status: done });
		});
		return ok({}, 201);
	};

const selectedRefunds = ({ store, query }: Call): readonly Refund[] =>
	filterV3(store.refunds.all(), query, {
		id: (r) => r.id,
		order_id: (r) => r.order_id,
		created: (r) => r.created,
		transaction_id: (r) => r.payments.map((payment) => payment.transaction_id),
	});

const actions = '/v3/orders/{order_id}/payment_actions';

export const paymentRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/orders/{order_id}/transactions',
		scope: 'transactions',
		handle: (call) => {
			const order = orderOf(call);
			if (order.transactions.length === 0) return { status: 204 };
			return v3Page(call, order.transactions, (transaction) => transactionView(order, transaction));
		},
	},
	{
		method: 'POST',
		path: `${actions}/capture`,
		scope: 'refunds',
		handle: settle('capture', 'capture pending', 'captured'),
	},
	{ method: 'POST', path: `${actions}/void`, scope: 'refunds', handle: settle('void', 'void pending', 'void') },
	{ method: 'POST', path: `${actions}/refund_quotes`, scope: 'refunds', handle: quote },
	{ method: 'POST', path: `${actions}/refunds`, scope: 'refunds', handle: refund },
	{
		method: 'GET',
		path: `${actions}/refunds`,
		scope: 'refunds',
		handle: (call) => v3All(call.store.refunds.by('order_id', orderOf(call).id).map(refundView)),
	},
	{
		method: 'GET',
		path: '/v3/orders/payment_actions/refunds',
		scope: 'refunds',
		handle: (call) => v3Page(call, selectedRefunds(call), refundView),
	},
	{
		method: 'GET',
		path: '/v3/orders/payment_actions/refunds/{refund_id}',
		scope: 'refunds',
		handle: (call) => {
			const found = call.store.refunds.get(pathId(call, 'refund_id'));
			if (!found) throw notFound('v3', 'The refund');
			return v3Data(singleRefundView(found));
		},
	},
];
