import { SCOPES } from '../../transport/scopes';
import { orderLocator } from '../shared/locators';
import type { ManyOperation } from '../types';
import { orderProductSummary } from './fields';

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many order products',
	description: 'List the lines of an order, one item per product',
	endpoint: 'GET /v2/orders/{order_id}/products',
	pagination: 'v2',
	scope: SCOPES.orders,
	path: [orderLocator],
	simplify: orderProductSummary,
};
