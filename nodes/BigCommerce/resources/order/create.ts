import { SCOPES } from '../../transport/scopes';
import { additionalFields, json, required } from '../shared/fields';
import type { OneOperation } from '../types';
import { billingAddress, NEW_ADDRESS, newShippingAddresses, withoutBlanks } from './address';
import { createOnlyFields, orderFields, orderSummary } from './fields';
import { linesOf, mergeLines, newLines } from './lines';

const consignments = json('consignments', 'Consignments (JSON)', {
	placeholder: 'e.g. {"pickups": [{"pickup_method_id": 1, "line_items": [{"product_id": 111, "quantity": 1}]}]}',
	description: 'For orders that are picked up; takes the place of products and shipping addresses',
});

export const create: OneOperation = {
	kind: 'one',
	value: 'create',
	name: 'Create',
	action: 'Create order',
	description: 'Add an order that was placed elsewhere; BigCommerce sends no email about it and charges nothing',
	endpoint: 'POST /v2/orders',
	scope: SCOPES.orders,
	body: [
		newLines,
		{ ...required(billingAddress), default: NEW_ADDRESS },
		additionalFields(newShippingAddresses, consignments, ...orderFields, ...createOnlyFields),
	],
	shapeBody: (body, input) => {
		const { products, ...rest } = mergeLines(withoutBlanks(body), input);
		if (linesOf({ products: products ?? [] }).length > 0) return { ...rest, products: products! };
		if (rest.consignments !== undefined) return rest;
		throw input.refuse('Products is empty', 'Add at least one line to Products or Products (JSON).');
	},
	simplify: orderSummary,
};
