import type { ItemInput } from '../../execution/itemInput';
import { textOf } from '../../transport/textOf';
import type { JsonObject, JsonValue } from '../../transport/types';
import { amount as amountOf, choice, date, flag, id, ids, number, required, text, words } from '../shared/fields';
import type { Field } from '../types';

/** The five fields that a coupon must have. Source: BigCommerce, marketing.v2. */
export const name = text('name', 'Name', {
	placeholder: 'e.g. Spring Sale',
	description: 'Name that no other coupon has, up to 100 characters',
});
export const code = text('code', 'Code', {
	placeholder: 'e.g. SPRING-10',
	description: 'What shoppers enter: up to 50 letters, digits, spaces, underscores and hyphens',
});
export const DISCOUNTS = [
	'free_shipping',
	'per_item_discount',
	'per_total_discount',
	'percentage_discount',
	'shipping_discount',
] as const;
export const type = choice('type', 'Type', DISCOUNTS, { default: 'percentage_discount' });
export const amount = amountOf('amount', 'Amount', {
	description:
		'The discount: a percentage for Percentage Discount, 0 for Free Shipping, money in the default currency otherwise',
});
export const appliesTo = choice(
	'applies_to',
	'Applies To',
	[
		['store', 'Whole Store'],
		['categories', 'Categories'],
		['products', 'Products'],
	],
	{ description: 'What the coupon gives a discount on' },
);

export const appliesToIds = ids('ids', 'Category or Product IDs', {
	description: 'Categories or products that the coupon applies to, as Applies To says',
});

export const FIVE = ['name', 'code', 'type', 'amount', 'applies_to'];

/** Every optional field that both creating and updating take. */
export const couponFields: readonly Field[] = [
	flag('enabled', 'Enabled', 'Whether shoppers can use the coupon', { default: true }),
	date('expires', 'Expires', { description: 'When the coupon stops to work' }),
	number('max_uses', 'Maximum Uses', { description: 'How often the coupon can be used; 0 for no limit' }),
	number('max_uses_per_customer', 'Maximum Uses per Customer', { description: '0 for no limit' }),
	amountOf('min_purchase', 'Minimum Purchase', { description: 'Value that an order must have' }),
	text('countries', 'Restricted to Countries', {
		placeholder: 'e.g. AU',
		description: 'Country to which orders must be shipped, as two letters (ISO 3166-1)',
	}),
	words('shipping_methods', 'Shipping Methods', {
		placeholder: 'e.g. Free Shipping, Flat Rate',
		description: 'Names of the shipping methods with which the coupon works',
	}),
];

/** Brings the fields into BigCommerce's form. @throws NodeOperationError when target and IDs do not go together */
export function shapeCoupon(body: JsonObject, input: ItemInput): JsonObject {
	const { applies_to: target, ids: chosen, countries, ...coupon } = body;
	return {
		...coupon,
		...(target === undefined && chosen === undefined ? {} : { applies_to: targetOf(target, chosen, input) }),
		...(countries === undefined ? {} : { restricted_to: { countries } }),
	};
}

/** BigCommerce says "whole store" with the category 0. */
function targetOf(target: JsonValue | undefined, chosen: JsonValue | undefined, input: ItemInput): JsonObject {
	if (target === 'store') return { entity: 'categories', ids: [0] };
	if (target === undefined)
		throw input.refuse('Applies To is missing', 'Say whether the IDs are categories or products.');
	if ([chosen ?? []].flat().length > 0) return { entity: target, ids: chosen! };
	throw input.refuse(
		'Category or Product IDs is empty',
		`Give the IDs of the ${textOf(target)}, or choose the whole store.`,
	);
}

/** The path of a coupon. */
export const couponId = required(
	id('id', 'Coupon ID', { placeholder: 'e.g. 7', description: 'ID of the coupon, not its code' }),
);

export const couponSummary = [
	'id',
	'name',
	'code',
	'type',
	'amount',
	'applies_to',
	'enabled',
	'expires',
	'num_uses',
	'max_uses',
] as const;
