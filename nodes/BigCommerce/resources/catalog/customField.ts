import { crud } from '../../model/crud';
import { text } from '../../model/fields';
import { CUSTOM_FIELD, PRODUCT } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, products_catalog.v3. */
export const customField = crud({
	value: 'customField',
	name: 'Custom Field',
	description: 'Names and values that shoppers see on the page of a product, such as ISBN',
	collection: '/v3/catalog/products/{product_id}/custom-fields',
	parents: [pick(PRODUCT)],
	key: pick(CUSTOM_FIELD, { description: 'The custom field to operate on; it belongs to the product above' }),
	scope: SCOPES.products,
	required: [
		text('name', 'Name', { most: 250, placeholder: 'e.g. ISBN' }),
		text('value', 'Value', { most: 250, placeholder: 'e.g. 978-3-16-148410-0' }),
	],
	simplify: ['id', 'name', 'value'],
	says: { create: 'Add a name and a value to a product', getAll: 'List the custom fields of a product' },
});
