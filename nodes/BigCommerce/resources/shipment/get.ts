import { SCOPES } from '../../transport/scopes';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { shipmentId, shipmentSummary } from './fields';

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get',
	action: 'Get shipment',
	description: 'Read one shipment of an order',
	endpoint: 'GET /v2/orders/{order_id}/shipments/{shipment_id}',
	scope: SCOPES.orders,
	path: [orderLocator, shipmentId],
	simplify: shipmentSummary,
};
