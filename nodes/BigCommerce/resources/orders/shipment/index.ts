import { crud } from '../../../model/crud';
import type { Resource } from '../../../model/operation';
import { ORDER, ORDER_SHIPPING_ADDRESS, SHIPMENT } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';
import { create } from './create';
import { shipmentFields, withKnownCarrier } from './fields';
import { shipmentSimplified } from './simplified';

export const shipment: Resource = crud({
	value: 'shipment',
	name: 'Shipment',
	description: 'Shipments of orders: what was sent, with whom, under which tracking number',
	collection: '/v2/orders/{order_id}/shipments',
	parents: [pick(ORDER)],
	key: pick(SHIPMENT, { description: 'The shipment to operate on; it belongs to the order above' }),
	scope: SCOPES.orders,
	has: ['get', 'getAll', 'update', 'delete', 'count'],
	optional: shipmentFields,
	changesOnly: [
		pick(ORDER_SHIPPING_ADDRESS, {
			name: 'order_address_id',
			displayName: 'Address',
			required: false,
			description: 'Shipping address of the order that the shipment goes to',
		}),
	],
	shapeBody: withKnownCarrier,
	simplify: shipmentSimplified,
	says: {
		getAll: 'List the shipments of an order',
		update: 'Change tracking and other fields; the items cannot be changed',
		delete: 'Delete a shipment; the order keeps its status',
		count: 'Count the shipments of an order',
	},
	special: [create],
});
