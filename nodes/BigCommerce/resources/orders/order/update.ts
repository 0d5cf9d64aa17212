import { additionalFields, changingFields } from '../../../model/collections';
import type { CallOperation } from '../../../model/operation';
import { ORDER } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';
import { changedBillingAddress, changedShippingAddresses } from './address';
import { costsInPairs } from './costs';
import { changedFees, feesAreWhole, withFeeTypes } from './fees';
import { orderFields, orderSimplified } from './fields';
import { changedLines, pricesInPairs } from './lines';
import { objectsIn } from '../objects';
import { obeying } from './rules';

const RULES = [pricesInPairs, costsInPairs, feesAreWhole];

/** Without an ID it is added, with every try once more. */
const isNew = ({ id }: JsonObject): boolean => id === undefined;

export const update: CallOperation = {
	kind: 'call',
	value: 'update',
	name: 'Update',
	action: 'Update order',
	description: 'Change fields, products, fees or addresses; the others stay as they are',
	endpoint: 'PUT /v2/orders/{order_id}',
	effect: 'update',
	repeatable: ({ products, fees }) => ![...objectsIn(products), ...objectsIn(fees)].some(isNew),
	readBack: { endpoint: 'GET /v2/orders/{order_id}', query: { include: ['fees'] } },
	scope: SCOPES.orders,
	path: [pick(ORDER)],
	body: [
		additionalFields(...orderFields),
		changingFields(changedLines, changedBillingAddress, changedShippingAddresses, changedFees),
	],
	shapeBody: (body, item) => withFeeTypes(obeying(body, item, RULES)),
	simplify: orderSimplified,
};
