import type { Field } from '../../../model/field';
import { required } from '../../../model/fields';
import type { UpsertOperation } from '../../../model/operation';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import { productBody } from './body';
import { create, furtherFields, newProductFields } from './create';
import { name, price, sku, type, weight } from './fields';
import { update } from './update';

/** Left empty, the product that exists keeps what it has. */
const forNew = (field: Field): Field => ({ ...field, description: `${field.description}. A new product needs it.` });

export const upsert: UpsertOperation = {
	kind: 'upsert',
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update product',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	key: ['sku'],
	find: { endpoint: 'GET /v3/catalog/products', filter: 'sku:in', exact: 'sku' },
	create,
	update,
	neededForNew: ['name', 'type', 'price', 'weight'],
	newOnly: ['variants'],
	scope: SCOPES.products,
	body: [required(sku), forNew(name), forNew(type), forNew(price), forNew(weight), furtherFields, newProductFields],
	shapeBody: productBody,
	simplify: PRODUCT_SUMMARY,
};
