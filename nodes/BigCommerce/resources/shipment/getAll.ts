import { SCOPES } from '../../transport/scopes';
import { orderLocator } from '../shared/locators';
import type { ManyOperation } from '../types';
import { shipmentSummary } from './fields';

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many shipments',
	description: 'List the shipments of an order',
	endpoint: 'GET /v2/orders/{order_id}/shipments',
	pagination: 'v2',
	scope: SCOPES.orders,
	path: [orderLocator],
	simplify: shipmentSummary,
};
