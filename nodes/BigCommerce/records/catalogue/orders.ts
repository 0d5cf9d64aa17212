import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { Parent, RecordListing } from '../listing';
import { ORDER_STATUSES } from '../orderStatuses';
import type { Row } from '../rows';
import { joined, objectOf, objectsOf, personOf, text, withDetail } from '../rows';
import { pageAt } from './addresses';
import { orderWays } from './orderWays';

const ORDER_PANEL = '/manage/orders/{id}';

export const ORDER: RecordKind = {
	name: 'order',
	displayName: 'Order',
	idKind: 'id',
	exampleId: '118',
	page: pageAt(
		ORDER_PANEL,
		'118',
		'/manage/orders/(?:edit/)?',
		// What the shopper sees of it.
		'/account\\.php\\?(?:\\S*&)?order_id=',
	),
};

/** Its ID may be 0: Incomplete. */
export const ORDER_STATUS: RecordKind = {
	name: 'orderStatus',
	displayName: 'Order Status',
	idKind: 'id',
	exampleId: '11',
};

/** A line of an order. */
export const ORDER_PRODUCT: RecordKind = {
	name: 'orderProduct',
	displayName: 'Order Product',
	idKind: 'id',
	exampleId: '245',
};

export const ORDER_SHIPPING_ADDRESS: RecordKind = {
	name: 'orderShippingAddress',
	displayName: 'Order Shipping Address',
	idKind: 'id',
	exampleId: '19',
};

export const SHIPMENT: RecordKind = {
	name: 'shipment',
	displayName: 'Shipment',
	idKind: 'id',
	exampleId: '41',
};

/** Who an order is for: the person, else the company. */
const buyerOf = ({ billing_address: address }: Row): string =>
	personOf(objectOf(address)) || text(objectOf(address).company);

const ofOrder: Parent = { field: 'order_id', record: ORDER };

function statusLabel(id: unknown, own: string): string {
	const known = ORDER_STATUSES.find(([each]) => each === id)?.[1] ?? '';
	return own === known ? own : withDetail(own, known);
}

export const ORDER_LISTINGS: readonly RecordListing[] = [
	{
		record: ORDER,
		endpoint: 'GET /v2/orders',
		scope: SCOPES.orders,
		query: { sort: 'id:desc' },
		label: (row) => joined(' · ', `#${text(row.id)}`, text(row.custom_status) || row.status, buyerOf(row)),
		compared: (row) => text(buyerOf(row), objectOf(row.billing_address).company, objectOf(row.billing_address).email),
		ways: orderWays,
		panel: ORDER_PANEL,
	},
	{
		record: ORDER_STATUS,
		endpoint: 'GET /v2/order_statuses',
		scope: SCOPES.orders,
		label: ({ id, custom_label: own, name }) => statusLabel(id, text(own) || text(name)),
	},
	{
		record: ORDER_PRODUCT,
		endpoint: 'GET /v2/orders/{order_id}/products',
		scope: SCOPES.orders,
		parent: ofOrder,
		label: ({ quantity, name, sku }) => withDetail(joined(' × ', quantity, name), text(sku)),
	},
	{
		record: ORDER_SHIPPING_ADDRESS,
		endpoint: 'GET /v2/orders/{order_id}/shipping_addresses',
		scope: SCOPES.orders,
		parent: ofOrder,
		label: (row) =>
			joined(' · ', personOf(row) || row.company, joined(', ', row.street_1, row.city, row.zip, row.country)),
	},
	{
		record: SHIPMENT,
		endpoint: 'GET /v2/orders/{order_id}/shipments',
		scope: SCOPES.orders,
		parent: ofOrder,
		label: (row) => {
			const units = objectsOf(row.items).reduce((sum, { quantity }) => sum + (Number(quantity) || 0), 0);
			const carrier = text(row.shipping_provider_display_name) || text(row.shipping_method);
			return joined(
				' · ',
				`#${text(row.id)}`,
				carrier,
				row.tracking_number,
				`${units} ${units === 1 ? 'unit' : 'units'}`,
			);
		},
	},
];
