import type { CallOperation } from '../../model/operation';
import type { JsonObject, JsonValue } from '../../transport/types';

type Item = Parameters<NonNullable<CallOperation['shapeBody']>>[1];

const ENTITIES = ['categories', 'products'] as const;
type Entity = (typeof ENTITIES)[number];
const LABELS: Record<Entity, string> = { categories: 'Categories', products: 'Products' };

/**
 * Brings the fields of the form into BigCommerce's own form.
 * @throws what `item.refuse` makes when Applies To and the records do not go together
 */
export function shapeCoupon(body: JsonObject, item: Item): JsonObject {
	const { applies_to: target, category_ids: categories, product_ids: products, countries, ...coupon } = body;
	const appliesTo = targetOf(target, { categories: listOf(categories), products: listOf(products) }, item);
	return {
		...coupon,
		...(appliesTo ? { applies_to: appliesTo } : {}),
		...(countries === undefined ? {} : { restricted_to: { countries } }),
	};
}

const listOf = (ids: JsonValue | undefined): JsonValue[] => (Array.isArray(ids) ? ids : []);

function targetOf(target: JsonValue | undefined, ids: Record<Entity, JsonValue[]>, item: Item): JsonObject | undefined {
	const given = ENTITIES.filter((entity) => ids[entity].length > 0);
	if (target === undefined && given.length === 0) return undefined;
	const entity = ENTITIES.find((each) => each === target);
	const stranger = given.find((each) => each !== entity);
	if (target === undefined || target === null) {
		throw item.refuse(
			'Applies To is empty',
			'Choose whether the coupon applies to categories, products or the whole store.',
		);
	}
	if (stranger !== undefined) {
		const choice = entity ? LABELS[entity] : 'Whole Store';
		throw item.refuse(
			`${LABELS[stranger]} has a value, but Applies To is ${choice}`,
			`Choose ${LABELS[stranger]} in Applies To, or remove the field ${LABELS[stranger]}.`,
		);
	}
	// BigCommerce says "whole store" with the category 0.
	if (!entity) return { entity: 'categories', ids: [0] };
	if (ids[entity].length > 0) return { entity, ids: ids[entity] };
	throw item.refuse(
		`${LABELS[entity]} is empty`,
		`Add the field ${LABELS[entity]}, or choose Whole Store in Applies To.`,
	);
}
