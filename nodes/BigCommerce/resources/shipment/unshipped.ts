import { z } from 'zod';

import type { ItemInput } from '../../execution/itemInput';
import { readList } from '../../transport/pagination';
import type { JsonObject } from '../../transport/types';

const orderLine = z.object({
	id: z.number(),
	type: z.string(),
	/** 0 for what is not shipped: downloads, gift certificates, pickups. */
	order_address_id: z.number(),
	quantity: z.coerce.number(),
	quantity_shipped: z.coerce.number(),
	quantity_refunded: z.coerce.number().catch(0),
});

/**
 * What of an order is still to be shipped: one parcel per shipping address. Pieces that were refunded are
 * left out, since nobody can tell whether it was a shipped piece that came back.
 * @throws NodeOperationError when nothing is left
 */
export async function unshippedParcels(input: ItemInput, orderId: string): Promise<JsonObject[]> {
	const rows = await readList(input.api, {
		request: input.request({ method: 'GET', path: `/v2/orders/${orderId}/products` }),
		pagination: 'v2',
	});
	const parcels = new Map<number, JsonObject[]>();
	for (const row of rows) {
		const line = orderLine.parse(row);
		const left = line.quantity - line.quantity_shipped - line.quantity_refunded;
		if (line.type !== 'physical' || line.order_address_id === 0 || left <= 0) continue;
		const items = parcels.get(line.order_address_id) ?? [];
		parcels.set(line.order_address_id, [...items, { order_product_id: line.id, quantity: left }]);
	}
	if (parcels.size === 0) {
		throw input.refuse(
			`Order ${orderId} has nothing left to ship`,
			'All its physical products are shipped or refunded. To ship something again, delete its shipment first.',
		);
	}
	return [...parcels].map(([order_address_id, items]) => ({ order_address_id, items }));
}
