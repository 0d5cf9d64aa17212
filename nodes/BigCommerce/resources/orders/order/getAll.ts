import type { Crud } from '../../../model/crud';
import { listOf } from '../../../model/crud';
import { include } from '../../../model/collections';
import { flag } from '../../../model/fields';
import type { ListOperation } from '../../../model/operation';
import { ORDER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';
import { orderSimplified } from './fields';
import { orderFilters, orderSort } from './filters';
import { consignmentLines, INLINE, withConsignments } from './include';

/** What reading orders has in common. */
export const orders: Crud = {
	value: 'order',
	name: 'Order',
	description: 'Orders of the store: place, change, move between statuses, archive',
	collection: '/v2/orders',
	key: pick(ORDER),
	scope: SCOPES.orders,
	has: ['count'],
	filters: orderFilters,
	countFilters: orderFilters,
	sort: orderSort,
	include: include(INLINE, 'What to return with each order, without further requests unless it is long'),
	shapeQuery: withConsignments,
	simplify: orderSimplified,
	says: { count: 'Get the number of orders, in all and in each status' },
};

/** A checkout that was begun; every store has this status. */
const INCOMPLETE = 0;

/** BigCommerce lists incomplete orders among the others, and can only ask for one status. */
export const getAll: ListOperation = {
	...listOf(orders),
	options: [
		flag(
			'skipIncomplete',
			'Skip Incomplete',
			'Whether to leave out orders with the status Incomplete: checkouts that were not finished',
		),
	],
	keeps: ({ options }) =>
		options.skipIncomplete === true ? ({ status_id: status }) => status !== INCOMPLETE : undefined,
	rest: consignmentLines,
};
