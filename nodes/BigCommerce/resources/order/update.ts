import { SCOPES } from '../../transport/scopes';
import type { JsonObject, JsonValue } from '../../transport/types';
import { updateFields } from '../shared/fields';
import { orderLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { billingAddress, changedShippingAddresses } from './address';
import { orderFields, orderSummary } from './fields';
import { changedLines, linesOf, mergeLines } from './lines';

/** A line without an ID is added, with every try anew. */
const isNew = (line: JsonValue) => (line as JsonObject).id === undefined;

export const update: OneOperation = {
	kind: 'one',
	value: 'update',
	name: 'Update',
	action: 'Update order',
	description: 'Change fields, lines or addresses of an order; what you do not add stays as it is',
	endpoint: 'PUT /v2/orders/{order_id}',
	scope: SCOPES.orders,
	path: [orderLocator],
	body: [updateFields(changedLines, billingAddress, changedShippingAddresses, ...orderFields)],
	shapeBody: mergeLines,
	idempotent: (body) => !linesOf(body).some(isNew),
	simplify: orderSummary,
};
