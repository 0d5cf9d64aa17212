import { z } from 'zod';

import type { ItemValues } from '../../../model/item';
import type { JsonObject } from '../../../transport/types';

/** What one shipment of an order takes along: lines that go to one address. */
export interface Parcel {
	order_address_id: number;
	items: JsonObject[];
}

/** Counts come as numbers or as texts; nothing counts as nothing only where BigCommerce says so. */
const count = z
	.union([z.number(), z.string().trim().min(1)])
	.pipe(z.coerce.number())
	.nullish()
	.catch(undefined);

const orderLine = z.object({
	id: z.number(),
	type: z.string().nullish().catch(undefined),
	/** 0 or nothing for what is not shipped: downloads, gift certificates, pickups. */
	order_address_id: z.number().nullish().catch(undefined),
	quantity: count,
	quantity_shipped: count,
	quantity_refunded: count,
});

type OrderLine = z.infer<typeof orderLine>;

type Refusing = Pick<ItemValues, 'refuse'>;

function linesOf(orderId: string, rows: readonly JsonObject[], item: Refusing): OrderLine[] {
	return rows.map((row) => {
		const line = orderLine.safeParse(row);
		if (line.success) return line.data;
		throw item.refuse(
			`BigCommerce lists a line of order ${orderId} without its ID`,
			'Choose Selected Items, with Address.',
		);
	});
}

const goesTo = ({ type, order_address_id: address }: OrderLine): number =>
	type === undefined || type === null || type === 'physical' ? (address ?? 0) : 0;

function grouped(lines: ReadonlyArray<[address: number, item: JsonObject]>): Parcel[] {
	const parcels = new Map<number, JsonObject[]>();
	for (const [address, item] of lines) parcels.set(address, [...(parcels.get(address) ?? []), item]);
	return [...parcels].map(([order_address_id, items]) => ({ order_address_id, items }));
}

/**
 * What of an order is still to be shipped: one parcel per shipping address. Units that were refunded are
 * left out, since nobody can know whether it was a shipped unit that came back.
 * @param rows the lines of the order
 * @throws a refusal when nothing is left, or when BigCommerce does not say what is
 */
export function unshippedParcels(orderId: string, rows: readonly JsonObject[], item: Refusing): Parcel[] {
	const left = linesOf(orderId, rows, item).flatMap((line): Array<[number, JsonObject]> => {
		const address = goesTo(line);
		if (address === 0) return [];
		const { id, quantity, quantity_shipped: shipped, quantity_refunded: refunded } = line;
		if (typeof quantity !== 'number' || typeof shipped !== 'number') {
			throw item.refuse(
				`BigCommerce does not say how many units of line ${id} of order ${orderId} are still to be shipped`,
				'Choose Selected Items and give the lines and their quantities.',
			);
		}
		const open = quantity - shipped - (refunded ?? 0);
		return open > 0 ? [[address, { order_product_id: id, quantity: open }]] : [];
	});
	if (left.length === 0) {
		throw item.refuse(
			`Order ${orderId} has nothing left to ship`,
			'All its products that are shipped to an address are shipped or refunded. To ship something again, delete its shipment first.',
		);
	}
	return grouped(left);
}

/**
 * The chosen lines, by the addresses that they go to.
 * @param rows the lines of the order
 * @throws a refusal for lines that the order does not have, or that go nowhere
 */
export function chosenParcels(
	orderId: string,
	rows: readonly JsonObject[],
	chosen: readonly JsonObject[],
	item: Refusing,
): Parcel[] {
	const addresses = new Map(linesOf(orderId, rows, item).map((line) => [line.id, goesTo(line)]));
	const strange = chosen.filter(({ order_product_id: id }) => !addresses.has(Number(id)));
	if (strange.length > 0) {
		const ids = strange.map(({ order_product_id: id }) => Number(id)).join(', ');
		throw item.refuse(`Order ${orderId} has no line ${ids}`, 'Get the lines with Order Product → Get Many.');
	}
	const homeless = chosen.filter(({ order_product_id: id }) => addresses.get(Number(id)) === 0);
	if (homeless.length > 0) {
		const ids = homeless.map(({ order_product_id: id }) => Number(id)).join(', ');
		throw item.refuse(`Line ${ids} of order ${orderId} has no address to be shipped to`);
	}
	return grouped(chosen.map((each) => [addresses.get(Number(each.order_product_id))!, each]));
}
