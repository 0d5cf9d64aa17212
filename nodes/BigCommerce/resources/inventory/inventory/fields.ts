import type { Field } from '../../../model/field';
import { choice, id, integer, key, required, text } from '../../../model/fields';
import type { BatchOperation } from '../../../model/operation';
import { LOCATION, PRODUCT } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { objectOf } from '../../../records/rows';
import type { JsonObject } from '../../../transport/types';

/** A stock above it is not saved at all. Source: BigCommerce's guide of inventory adjustments. */
export const LARGEST = 2_147_483_647;

/** Which item is meant: items that agree in these and in the location are about the same stock. */
export const IDENTITY = ['sku', 'variant_id', 'product_id'] as const;

/** Which items the store has; the list names them as the settings do, apart from the rest. */
export const known: NonNullable<BatchOperation['known']> = {
	endpoint: 'GET /v3/inventory/items',
	filters: Object.fromEntries(IDENTITY.map((name) => [name, `${name}:in`])),
	identity: (record) => (record.identity === undefined ? record : objectOf(record.identity)),
};

/** The names of the last three are BigCommerce's. */
export const identityFields: readonly Field[] = [
	choice(
		'identifyBy',
		'Identify Item By',
		[
			['product_id', 'Product'],
			['sku', 'SKU'],
			['variant_id', 'Variant ID'],
		],
		{ preset: 'sku', description: 'A product with variants is named by SKU or variant, never by product' },
	),
	required(
		key('sku', 'SKU', {
			most: 255,
			placeholder: 'e.g. SM-13',
			description: 'SKU of a variant or of a product without variants',
			showFor: { identifyBy: ['sku'] },
		}),
	),
	required(id('variant_id', 'Variant ID', { showFor: { identifyBy: ['variant_id'] } })),
	pick(PRODUCT, { description: 'A product without variants', showFor: { identifyBy: ['product_id'] } }),
];

export const location = pick(LOCATION, {
	description: 'Where the stock is; the default location of a store has the ID 1',
});

export const quantity = (description: string, min = 0): Field =>
	required(integer('quantity', 'Quantity', { min, max: LARGEST, placeholder: 'e.g. 25', description }));

export const reason = text('reason', 'Reason', {
	placeholder: 'e.g. Monthly arrival delivered',
	description: 'Why the stock changes; items with the same reason share a request',
});

/** `identifyBy` only serves the form. */
export function withoutChoice({ identifyBy: _, ...record }: JsonObject): JsonObject {
	return record;
}
