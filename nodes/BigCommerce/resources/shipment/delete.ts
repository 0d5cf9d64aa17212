import { SCOPES } from '../../transport/scopes';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { shipmentId } from './fields';

export const remove: OneOperation = {
	kind: 'one',
	value: 'delete',
	name: 'Delete',
	action: 'Delete shipment',
	description: 'Remove one shipment; the order keeps its status',
	endpoint: 'DELETE /v2/orders/{order_id}/shipments/{shipment_id}',
	scope: SCOPES.orders,
	path: [orderLocator, shipmentId],
};
