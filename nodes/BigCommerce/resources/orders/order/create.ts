import { additionalFields, newFields } from '../../../model/collections';
import type { CallOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { hasCountry, newBillingAddress, newShippingAddresses } from './address';
import { costsInPairs } from './costs';
import { feesAreWhole, newFees, withFeeTypes } from './fees';
import { newOnlyFields, orderFields, orderSimplified } from './fields';
import { newLines, pricesInPairs } from './lines';
import { forShipping, fulfillment, inConsignments, pickupFields } from './pickup';
import { obeying } from './rules';

const RULES = [pricesInPairs, hasCountry, costsInPairs, feesAreWhole];

export const create: CallOperation = {
	kind: 'call',
	value: 'create',
	name: 'Create',
	action: 'Create order',
	description: 'Add an order placed elsewhere; nothing is charged, no email is sent',
	endpoint: 'POST /v2/orders',
	effect: 'create',
	repeatable: false,
	scope: SCOPES.orders,
	options: [fulfillment],
	body: [
		...pickupFields,
		newLines,
		newBillingAddress,
		{ ...newShippingAddresses, ...forShipping },
		additionalFields(...orderFields),
		newFields(newFees, ...newOnlyFields),
	],
	shapeBody: (body, item) => inConsignments(withFeeTypes(obeying(body, item, RULES)), item.options.fulfillment),
	simplify: orderSimplified,
};
