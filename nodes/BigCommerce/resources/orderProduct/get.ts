import { SCOPES } from '../../transport/scopes';
import { id } from '../shared/fields';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { orderProductSummary } from './fields';

/** BigCommerce calls the parameter so, but means the line. */
const orderProductId = id('product_id', 'Order Product ID', {
	required: true,
	description: 'ID of the line within the order, not of the catalog product',
});

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get',
	action: 'Get order product',
	description: 'Read one line of an order',
	endpoint: 'GET /v2/orders/{order_id}/products/{product_id}',
	scope: SCOPES.orders,
	path: [orderLocator, orderProductId],
	simplify: orderProductSummary,
};
