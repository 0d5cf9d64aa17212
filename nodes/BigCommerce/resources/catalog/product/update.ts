import type { ItemValues } from '../../../model/item';
import type { BatchOperation } from '../../../model/operation';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import type { JsonObject } from '../../../transport/types';
import { isRepeatable, productBody } from './body';
import { furtherFields } from './create';
import { name, price, product, sku, type, weight } from './fields';

export const update: BatchOperation = {
	kind: 'batch',
	value: 'update',
	name: 'Update',
	action: 'Update product',
	description: 'Change products, ten items per request; other fields stay',
	endpoint: 'PUT /v3/catalog/products',
	effect: 'update',
	repeatable: isRepeatable,
	match: ['id'],
	readBack: {
		endpoint: 'GET /v3/catalog/products',
		filter: 'id:in',
		query: { include: ['bulk_pricing_rules', 'custom_fields'] },
	},
	scope: SCOPES.products,
	body: [product, name, type, price, weight, sku, furtherFields],
	shapeBody: withId,
	simplify: PRODUCT_SUMMARY,
};

/** The records of the batch name themselves by `id`. */
function withId({ product_id: id = null, ...changes }: JsonObject, item: Pick<ItemValues, 'refuse'>): JsonObject {
	return { id, ...productBody(changes, item) };
}
