import { SCOPES } from '../../transport/scopes';
import { additionalFields, required } from '../shared/fields';
import type { UpsertOperation } from '../types';
import { create } from './create';
import { name, price, productFields, productSummary, sku, type, weight } from './fields';
import { updateMany } from './updateMany';

export const upsert: UpsertOperation = {
	kind: 'upsert',
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update product',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	key: 'sku',
	find: { endpoint: 'GET /v3/catalog/products', filter: 'sku:in', most: 50, row: 'sku' },
	create,
	update: updateMany,
	scope: SCOPES.products,
	body: [
		required(sku),
		required(name),
		required(type),
		required(price),
		required(weight),
		additionalFields(...productFields),
	],
	simplify: productSummary,
};
