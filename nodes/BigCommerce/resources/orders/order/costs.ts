import type { Field } from '../../../model/field';
import { amount } from '../../../model/fields';
import type { Rule } from './rules';
import { lonely } from './rules';

const BOTH = 'set both, with and without tax';

const cost = (name: string, displayName: string, description?: string): Field =>
	amount(name, displayName, { min: 0, ...(description === undefined ? {} : { description }) });

/** Costs that BigCommerce takes only in pairs, without and with tax. Source: BigCommerce, orders.v2. */
const PAIRED: ReadonlyArray<[name: string, displayName: string, description: string]> = [
	['shipping_cost', 'Shipping Cost', `For the whole order; ${BOTH}`],
	['subtotal', 'Subtotal', `Replaces the calculated subtotal; ${BOTH}`],
	['total', 'Total', `Replaces the calculated total; ${BOTH}`],
];

const pairedCosts = PAIRED.flatMap(([name, displayName, description]) => [
	cost(`${name}_ex_tax`, `${displayName} Excluding Tax`, description),
	cost(`${name}_inc_tax`, `${displayName} Including Tax`, description),
]);

/** What orders cost beyond their products. */
export const costFields: readonly Field[] = [
	...pairedCosts,
	cost('handling_cost_ex_tax', 'Handling Cost Excluding Tax'),
	cost('handling_cost_inc_tax', 'Handling Cost Including Tax'),
	cost('wrapping_cost_ex_tax', 'Gift Wrapping Cost Excluding Tax'),
	cost('wrapping_cost_inc_tax', 'Gift Wrapping Cost Including Tax'),
	cost('base_shipping_cost', 'Base Shipping Cost', 'Shipping cost before discounts and tax'),
	cost('base_handling_cost', 'Base Handling Cost', 'Handling cost before discounts and tax'),
	cost('base_wrapping_cost', 'Base Gift Wrapping Cost', 'Cost of gift wrapping before discounts and tax'),
	cost('discount_amount', 'Discount Amount', 'Discount on the whole order; the API cannot apply coupons or promotions'),
];

/** No cost has only one of its two sides. */
export const costsInPairs: Rule = (body) =>
	PAIRED.flatMap(([name, displayName]) => {
		const side = lonely(body, `${name}_ex_tax`, `${name}_inc_tax`);
		if (side === undefined) return [];
		const missing = `${displayName} ${side.endsWith('ex_tax') ? 'Excluding' : 'Including'} Tax`;
		return [`${missing} is empty. BigCommerce takes this cost only with and without tax together.`];
	});
