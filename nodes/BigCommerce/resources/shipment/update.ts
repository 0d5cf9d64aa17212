import { SCOPES } from '../../transport/scopes';
import { updateFields } from '../shared/fields';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { orderAddressId, shipmentFields, shipmentId, shipmentSummary } from './fields';

export const update: OneOperation = {
	kind: 'one',
	value: 'update',
	name: 'Update',
	action: 'Update shipment',
	description: 'Change tracking and other fields of a shipment; its items cannot be changed',
	endpoint: 'PUT /v2/orders/{order_id}/shipments/{shipment_id}',
	scope: SCOPES.orders,
	path: [orderLocator, shipmentId],
	body: [updateFields(orderAddressId, ...shipmentFields)],
	simplify: shipmentSummary,
};
