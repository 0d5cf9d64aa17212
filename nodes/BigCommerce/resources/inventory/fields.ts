import { textOf } from '../../transport/textOf';
import type { JsonObject } from '../../transport/types';
import { choice, id, number, required, text } from '../shared/fields';
import type { Field } from '../types';

/** BigCommerce takes this many items per call. */
export const MOST_PER_CALL = 2000;

const shownFor = (identity: string) => ({ displayOptions: { show: { identifyBy: [identity] } } });

/** Which item is meant; the names of the three fields are BigCommerce's. */
export const identityFields: readonly Field[] = [
	choice(
		'identifyBy',
		'Identify Item By',
		[
			['sku', 'SKU'],
			['variant_id', 'Variant ID'],
			['product_id', 'Product ID'],
		],
		{ description: 'A product that has variants is named by SKU or variant, never by product' },
	),
	required(text('sku', 'SKU', { placeholder: 'e.g. SM-13', ...shownFor('sku') })),
	required(id('variant_id', 'Variant ID', shownFor('variant_id'))),
	required(id('product_id', 'Product ID', shownFor('product_id'))),
];

export const locationId = required(
	id('location_id', 'Location ID', { default: '1', description: 'The default location of a store has the ID 1' }),
);

export const quantity = (description: string): Field =>
	required(number('quantity', 'Quantity', { typeOptions: { numberPrecision: 0 }, description }));

export const reason = text('reason', 'Reason', {
	placeholder: 'e.g. Monthly arrival delivered',
	description: 'Why the stock changes; items with the same reason share a request',
});

/** The same item at the same location, however it is written. */
export function itemOf({ location_id, sku, variant_id, product_id }: JsonObject): string {
	return [location_id, textOf(sku).toLowerCase(), variant_id, product_id].map(textOf).join('/');
}

/** `identifyBy` only serves the form. */
export function withoutChoice({ identifyBy: _, ...record }: JsonObject): JsonObject {
	return record;
}
