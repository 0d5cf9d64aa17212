import { v2Error } from '../core/errors';
import { cents } from '../core/format';
import { sent } from '../core/input';
import type { Order, OrderFee } from '../data/order';
import type { Store } from '../data/store';
import type { FeeInput } from './orderInput';

/**
 * The fees of an order as sent: an ID changes that fee, without one it is new, and fees that are not
 * named are gone (fact: orders v2 specification).
 *
 * @throws 400 for an ID that the order does not have, for a fee without a name, and for one that has
 *   fewer than two of its three costs
 */
export const replacedFees = (store: Store, order: Order, inputs: readonly FeeInput[]): OrderFee[] =>
	inputs.map((input) => {
		if (input.id === undefined) return { ...newFee(input), id: store.nextPartId('fee') };
		const fee = order.fees.find(({ id }) => id === input.id);
		if (!fee) throw refused(`Fee ${input.id} does not exist.`);
		return { ...fee, ...sent(input), ...costs(input), id: fee.id };
	});

function newFee(input: FeeInput): Omit<OrderFee, 'id'> {
	const { display_name_customer, display_name_merchant, source = 'v2', tax_class_id = null } = input;
	const name = display_name_customer ?? display_name_merchant;
	if (name === undefined) throw refused('Either display_name_customer or display_name_merchant must be supplied.');
	const allCosts = costs(input);
	if (!allCosts) throw tooFewCosts();
	return {
		type: 'custom_fee',
		display_name_customer: name,
		display_name_merchant: display_name_merchant ?? name,
		source,
		...allCosts,
		tax_class_id,
	};
}

type Costs = Pick<OrderFee, 'cost_ex_tax' | 'cost_inc_tax' | 'cost_tax'>;

/** The three costs from two of them; undefined where none was sent. */
function costs({ cost_ex_tax: ex, cost_inc_tax: inc, cost_tax: tax }: FeeInput): Costs | undefined {
	if (ex === undefined && inc === undefined && tax === undefined) return undefined;
	if (ex !== undefined && inc !== undefined) {
		return { cost_ex_tax: ex, cost_inc_tax: inc, cost_tax: tax ?? cents(inc - ex) };
	}
	if (tax === undefined) throw tooFewCosts();
	if (ex !== undefined) return { cost_ex_tax: ex, cost_inc_tax: cents(ex + tax), cost_tax: tax };
	if (inc !== undefined) return { cost_ex_tax: cents(inc - tax), cost_inc_tax: inc, cost_tax: tax };
	throw tooFewCosts();
}

const refused = (reason: string) => v2Error(400, "The field 'fees' is invalid.", { invalid_reason: reason });

const tooFewCosts = () => refused('At least two of cost_ex_tax, cost_inc_tax and cost_tax must be supplied.');
