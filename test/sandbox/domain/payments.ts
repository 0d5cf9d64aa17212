import { cents } from '../core/format';
import { orderTotals, type Order, type Refund, type Transaction } from '../data/order';
import type { Store } from '../data/store';
import { orderEvent } from './events';
import { changeOrder } from './orders';

/** Adds a payment transaction and tells of it. Does not change the order's status. */
export function addTransaction(
	store: Store,
	order: Order,
	input: Pick<Transaction, 'event' | 'amount'> & { reference?: number },
): { order: Order; transaction: Transaction } {
	const id = store.nextPartId('transaction');
	const transaction: Transaction = {
		id,
		event: input.event,
		method: 'credit_card',
		amount: cents(input.amount),
		currency: order.currency_code,
		gateway: 'custom',
		gateway_transaction_id: `sandbox-${id}`,
		status: 'ok',
		reference_transaction_id: input.reference,
		date_created: store.now,
	};
	const changed = store.orders.put({ ...order, transactions: [...order.transactions, transaction] });
	store.emit({
		scope: 'store/order/transaction/created',
		data: {
			type: 'transaction',
			order_id: String(order.id),
			transaction_id: String(id),
			transaction_status: 'ok',
			transaction_type: input.event,
			result: { code: 'ok', message: '', type: 'success' },
			platform_transaction_id: String(id),
			provider_transaction_id: transaction.gateway_transaction_id,
		},
	});
	return { order: changed, transaction };
}

export function payOrder(store: Store, order: Order): Order {
	const { order: paid } = addTransaction(store, order, {
		event: 'purchase',
		amount: orderTotals(order).total_inc_tax,
	});
	return changeOrder(store, paid, { payment_status: 'captured', status_id: 11 });
}

/** Pays money back. The order becomes Refunded (4) or Partially Refunded (14). */
export function createRefund(
	store: Store,
	order: Order,
	input: Pick<Refund, 'items' | 'reason'> & { amount: number; providerId: string; offline: boolean },
): Refund {
	const amount = cents(input.amount);
	const purchase = order.transactions.find(({ event }) => event === 'purchase' || event === 'capture');
	const { order: paidBack, transaction } = addTransaction(store, order, {
		event: 'refund',
		amount,
		...(purchase && { reference: purchase.id }),
	});
	const refund = store.refunds.add({
		order_id: order.id,
		user_id: 0,
		created: store.now,
		reason: input.reason,
		total_amount: amount,
		total_tax: 0,
		items: input.items,
		payments: [
			{
				id: store.nextPartId('payment'),
				provider_id: input.providerId,
				amount,
				offline: input.offline,
				transaction_id: String(transaction.id),
			},
		],
	});
	const refunded = cents(order.refunded_amount + amount);
	const isWhole = refunded >= orderTotals(order).total_inc_tax;
	const lines = paidBack.lines.map((line) => {
		const back = input.items.find((item) => item.item_type === 'PRODUCT' && item.item_id === line.id);
		return back ? { ...line, quantity_refunded: line.quantity_refunded + back.quantity } : line;
	});
	const changed = changeOrder(store, paidBack, {
		lines,
		refunded_amount: refunded,
		payment_status: isWhole ? 'refunded' : 'partially refunded',
		status_id: isWhole ? 4 : 14,
	});
	orderEvent(store, changed, 'refund/created', { refund: { refund_id: refund.id } });
	return refund;
}
