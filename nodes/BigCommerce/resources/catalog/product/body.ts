import type { ItemValues } from '../../../model/item';
import { objectsOf } from '../../../records/rows';
import type { JsonObject } from '../../../transport/types';

/**
 * What every write of a product has in common.
 * @throws for a percentage that is no fraction: 10 would take away ten times the price
 */
export function productBody(body: JsonObject, item: Pick<ItemValues, 'refuse'>): JsonObject {
	const { bulk_pricing_rules: rules } = body;
	if (rules === undefined) return body;
	return { ...body, bulk_pricing_rules: objectsOf(rules).map((rule, index) => withFraction(rule, index + 1, item)) };
}

/** BigCommerce takes percentages as text. Source: its OpenAPI file, bulk pricing rules. */
function withFraction(rule: JsonObject, number: number, item: Pick<ItemValues, 'refuse'>): JsonObject {
	if (rule.type !== 'percent') return rule;
	const amount = Number(rule.amount);
	if (amount <= 1) return { ...rule, amount: String(amount) };
	throw item.refuse(
		`Bulk Pricing Rules ${number} > Amount must be a fraction for Percent Off, not "${amount}"`,
		`10 % is 0.1, so ${amount} % is ${amount / 100}.`,
	);
}

/** Lists that grow with every update that names entries without an ID. */
const GROWING = ['bulk_pricing_rules', 'custom_fields', 'images', 'videos'];

/** Whether an update does the same when it is sent twice: it adds nothing. */
export const isRepeatable = (body: JsonObject): boolean =>
	GROWING.every((name) => objectsOf(body[name]).every(({ id }) => id !== undefined));
