import type { Field, ListField } from '../../../model/field';
import { additionalFields } from '../../../model/collections';
import { amount, choice, id, list, text } from '../../../model/fields';
import { TAX_CLASS } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import type { JsonObject } from '../../../transport/types';
import type { Rule } from './rules';
import { objectsIn } from '../objects';

const COSTS = ['cost_ex_tax', 'cost_inc_tax', 'cost_tax'];
const TWO_COSTS = 'two of the three costs are enough';

const feeFields: readonly Field[] = [
	text('display_name_customer', 'Name for the Customer', { placeholder: 'e.g. Package Protection' }),
	amount('cost_ex_tax', 'Cost Excluding Tax', { description: `What the fee costs without tax; ${TWO_COSTS}` }),
	amount('cost_inc_tax', 'Cost Including Tax', { description: `What the fee costs with tax; ${TWO_COSTS}` }),
	amount('cost_tax', 'Tax', { description: `The tax on the fee; ${TWO_COSTS}` }),
	additionalFields(
		text('display_name_merchant', 'Name for the Merchant', { placeholder: 'e.g. Package protection, insurer A' }),
		text('source', 'Source', { description: 'What the fee comes from, for example the name of an app' }),
		pick(TAX_CLASS, { required: false, description: 'Tax class in place of the default one for fees' }),
		choice('type', 'Type', [['custom_fee', 'Custom Fee']], { description: 'BigCommerce knows one type only' }),
	),
];

export const newFees: ListField = list('fees', 'Fees', feeFields, {
	placeholder: 'Add fee',
	description: 'Fees of the order, such as for insurance',
});

/**
 * A PUT deletes the fees that it does not name. What BigCommerce reckons of the costs does not travel back,
 * and new costs of a fee take the place of all three old ones.
 */
export const changedFees: ListField = list(
	'fees',
	'Fees',
	[id('id', 'Fee ID', { description: 'Fee of the order to change; without it a fee is added' }), ...feeFields],
	{
		placeholder: 'Add fee',
		description: 'Fees that are not named here are deleted, unless Lists in Request Options says otherwise',
		entryKey: ['id'],
		merge: ({ base_cost: _, ...before }, given = {}) => {
			const kept = COSTS.some((cost) => cost in given)
				? Object.fromEntries(Object.entries(before).filter(([name]) => !COSTS.includes(name)))
				: before;
			return { ...kept, ...given };
		},
	},
);

/** BigCommerce takes a new fee only with two costs and a name. */
export const feesAreWhole: Rule = ({ fees }) =>
	objectsIn(fees).flatMap((fee, index) => {
		const fault = fee.id === undefined ? faultOf(fee) : undefined;
		return fault === undefined ? [] : [`Fees ${index + 1} ${fault}`];
	});

function faultOf(fee: JsonObject): string | undefined {
	if (COSTS.filter((cost) => fee[cost] !== undefined).length < 2) {
		return 'must have two of Cost Excluding Tax, Cost Including Tax and Tax.';
	}
	if (fee.display_name_customer !== undefined || fee.display_name_merchant !== undefined) return undefined;
	return 'must have a Name for the Customer or a Name for the Merchant.';
}

/** Says of which type new fees are: there is one only. */
export const withFeeTypes = (body: JsonObject): JsonObject =>
	body.fees === undefined
		? body
		: {
				...body,
				fees: objectsIn(body.fees).map((fee) => (fee.id === undefined ? { type: 'custom_fee', ...fee } : fee)),
			};
