import { passes, readFilters } from '../trigger/filters';
import type { PolledEvent } from './events';
import type { Wish } from './reading';

/**
 * The filters of the webhook trigger, as far as they fit a record without its event.
 * @param parameter value of the node's parameter `filters`; it concerns orders only
 */
export function wishOf({ kind, source }: PolledEvent, parameter: unknown): Wish {
	if (source.type !== 'order') return { passes: () => true, mayPassLater: () => false };
	const filters = { ...readFilters(parameter), orderStatusFrom: [] };
	const anyStatus = { ...filters, orderStatusTo: [], skipIncompleteOrders: false };
	const delivery = { scope: kind === 'new' ? 'store/order/created' : 'store/order/updated', producer: '' };
	return {
		passes: (record) => passes(filters, delivery, {}, record),
		mayPassLater: (record) => passes(anyStatus, delivery, {}, record),
	};
}
