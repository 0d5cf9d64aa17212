import { SCOPES } from '../../transport/scopes';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';

export const count: OneOperation = {
	kind: 'one',
	value: 'count',
	name: 'Count',
	action: 'Count shipments',
	description: 'Tell how many shipments an order has',
	endpoint: 'GET /v2/orders/{order_id}/shipments/count',
	scope: SCOPES.orders,
	path: [orderLocator],
};
