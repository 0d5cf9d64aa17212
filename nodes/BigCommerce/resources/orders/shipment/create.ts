import { additionalFields } from '../../../model/collections';
import { choice, integer, list, required } from '../../../model/fields';
import type { ItemValues, StoreCalls } from '../../../model/item';
import type { SequenceOperation } from '../../../model/operation';
import { ORDER, ORDER_PRODUCT, ORDER_SHIPPING_ADDRESS } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { payloadOf } from '../../../transport/payload';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';
import { isObject } from '../objects';
import { shipmentFields, withKnownCarrier } from './fields';
import { shipmentSimplified } from './simplified';
import type { Parcel } from './unshipped';
import { chosenParcels, unshippedParcels } from './unshipped';

const SELECTED = { showFor: { itemsToShip: ['selected'] } };

const itemsToShip = required(
	choice(
		'itemsToShip',
		'Items',
		[
			['unshipped', 'All Unshipped Items'],
			['selected', 'Selected Items'],
		],
		{ description: 'What to ship; it makes one shipment for each shipping address of the order' },
	),
);

const items = required(
	list(
		'items',
		'Items to Ship',
		[
			pick(ORDER_PRODUCT, {
				name: 'order_product_id',
				description: 'Line of the order, not the product of the catalog',
			}),
			required(integer('quantity', 'Quantity', { min: 1 })),
		],
		{ ...SELECTED, placeholder: 'Add item', description: 'Lines of the order and how many units of each' },
	),
);

const address = pick(ORDER_SHIPPING_ADDRESS, {
	name: 'order_address_id',
	displayName: 'Address',
	required: false,
	description: 'Shipping address of the order; by default the one that the lines belong to',
	...SELECTED,
});

export const create: SequenceOperation = {
	kind: 'sequence',
	value: 'create',
	name: 'Create',
	action: 'Create shipment',
	description: 'Ship all or some items of an order; the customer may get an email',
	effect: 'create',
	endpoints: ['GET /v2/orders/{order_id}/products', 'POST /v2/orders/{order_id}/shipments'],
	scope: SCOPES.orders,
	path: [pick(ORDER)],
	options: [itemsToShip],
	body: [items, address, additionalFields(...shipmentFields)],
	prepare: (item) => {
		withKnownCarrier(item.body, item);
	},
	run: async (item, store) => {
		const orderId = item.path.order_id!;
		const { items: _, order_address_id: __, ...fields } = withKnownCarrier(item.body, item);
		const shipments: JsonObject[] = [];
		for (const parcel of await parcelsOf(item, store)) {
			const response = await store.write(
				{
					method: 'POST',
					path: `/v2/orders/${orderId}/shipments`,
					body: { ...parcel, ...fields },
					repeatable: false,
				},
				`Create shipment to address ${parcel.order_address_id} of order ${orderId}`,
			);
			const shipment = payloadOf(response);
			shipments.push(isObject(shipment) ? shipment : { success: true });
		}
		return shipments;
	},
	simplify: shipmentSimplified,
};

/** What goes into each shipment. Lines are looked up only where somebody has to know them. */
async function parcelsOf(item: ItemValues, store: StoreCalls): Promise<Parcel[]> {
	const { path, body, options } = item;
	const orderId = path.order_id!;
	const isSelected = options.itemsToShip === 'selected';
	const chosen = isSelected ? (body.items as JsonObject[]) : [];
	if (isSelected && typeof body.order_address_id === 'number') {
		return [{ order_address_id: body.order_address_id, items: chosen }];
	}
	const rows = await store.list({ path: `/v2/orders/${orderId}/products` });
	return isSelected ? chosenParcels(orderId, rows, chosen, item) : unshippedParcels(orderId, rows, item);
}
