import { key, required } from '../../../model/fields';
import type { ItemValues } from '../../../model/item';
import type { LookUpOperation } from '../../../model/operation';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import type { Query } from '../../../transport/types';
import { readingOptions, simplifiedQuery, withKnownFields } from './output';

export const getBySku: LookUpOperation = {
	kind: 'lookUp',
	value: 'getBySku',
	name: 'Get by SKU',
	action: 'Get product by SKU',
	description: 'Find the product with a SKU of its own or of a variant',
	endpoint: 'GET /v3/catalog/products',
	filter: 'sku:in',
	exact: 'sku',
	key: required(key('sku', 'SKU', { placeholder: 'e.g. SM-13', description: 'SKU of a product or of a variant' })),
	row: 'sku',
	below: { endpoint: 'GET /v3/catalog/variants', filter: 'sku', row: 'sku', parent: 'product_id', as: 'variant' },
	scope: SCOPES.products,
	query: [readingOptions],
	shapeQuery: withSku,
	simplify: [...PRODUCT_SUMMARY.filter((field) => field !== 'availability'), 'variant'],
	simplifiedQuery,
};

/** Rows are told apart by their SKUs. */
function withSku(query: Query, item: Pick<ItemValues, 'refuse'>): Query {
	const { include_fields: fields } = withKnownFields(query, item);
	return fields === undefined ? query : { ...query, include_fields: [...new Set([fields, 'sku'].flat().map(String))] };
}
