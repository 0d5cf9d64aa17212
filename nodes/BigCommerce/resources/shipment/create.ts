import { SCOPES } from '../../transport/scopes';
import { payloadOf } from '../../transport/storeApi';
import type { JsonObject } from '../../transport/types';
import { additionalFields, choice, id, list, number, required } from '../shared/fields';
import { orderLocator } from '../shared/locators';
import type { CustomOperation } from '../types';
import { orderAddressId, shipmentFields, shipmentSummary } from './fields';
import { unshippedParcels } from './unshipped';

const SELECTED = { displayOptions: { show: { itemsToShip: ['selected'] } } };

const itemsToShip = choice(
	'itemsToShip',
	'Items',
	[
		['unshipped', 'All Unshipped Items'],
		['selected', 'Selected Items'],
	],
	{ description: 'What to ship; all unshipped items make one shipment per shipping address of the order' },
);

const items = list(
	'items',
	'Items to Ship',
	[
		required(id('order_product_id', 'Order Product ID', { description: 'ID of the line within the order' })),
		number('quantity', 'Quantity', { default: 1, typeOptions: { minValue: 1 } }),
	],
	{ ...SELECTED, placeholder: 'Add item', description: 'Lines of the order and how many pieces of each' },
);

export const create: CustomOperation = {
	kind: 'custom',
	value: 'create',
	name: 'Create',
	action: 'Create shipment',
	description: 'Ship all or some items of an order; the store may send the customer an email about it',
	endpoints: ['GET /v2/orders/{order_id}/products', 'POST /v2/orders/{order_id}/shipments'],
	scope: SCOPES.orders,
	path: [orderLocator],
	options: [itemsToShip],
	body: [{ ...required(orderAddressId), ...SELECTED }, items, additionalFields(...shipmentFields)],
	validate: (input) => {
		const { items: chosen } = input.body();
		if (Array.isArray(chosen) && chosen.length === 0) {
			throw input.refuse('Items to Ship is empty', 'Add at least one item, or choose All Unshipped Items.');
		}
	},
	run: async (input) => {
		const orderId = input.path().order_id!;
		const body = input.body();
		const parcels = input.option('itemsToShip') === 'selected' ? [{}] : await unshippedParcels(input, orderId);
		const path = `/v2/orders/${orderId}/shipments`;
		const shipments = await input.sendInOrder(
			parcels.map((parcel) => ({ method: 'POST' as const, path, body: { ...body, ...parcel } })),
		);
		return shipments.map((shipment) => payloadOf(shipment) as JsonObject);
	},
	simplify: shipmentSummary,
};
