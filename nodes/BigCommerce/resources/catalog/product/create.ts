import type { FieldsField } from '../../../model/field';
import { additionalFields, newFields } from '../../../model/collections';
import { required } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { PRODUCT_SUMMARY } from '../../../records/simplifiedFields';
import { SCOPES } from '../../../transport/scopes';
import { productBody } from './body';
import { categories, name, plainFields, price, sku, type, weight } from './fields';
import { bulkPricingRules, customFields, images, variants, videos } from './lists';

/** What a product may have besides the fields at the top of the form: the same collection wherever it is written. */
export const furtherFields: FieldsField = {
	...additionalFields(categories, ...plainFields, bulkPricingRules, customFields, images, videos),
	description: 'Stores with the new product experience require Categories for a new product',
};

/** What only a new product gets. */
export const newProductFields = newFields(variants);

export const create: CallOperation = {
	kind: 'call',
	value: 'create',
	name: 'Create',
	action: 'Create product',
	description: 'Add a product, with its variants and images',
	endpoint: 'POST /v3/catalog/products',
	effect: 'create',
	repeatable: false,
	scope: SCOPES.products,
	body: [required(name), required(type), required(price), required(weight), sku, furtherFields, newProductFields],
	shapeBody: productBody,
	simplify: PRODUCT_SUMMARY,
};
