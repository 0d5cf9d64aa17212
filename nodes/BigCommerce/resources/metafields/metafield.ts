import { crud } from '../../model/crud';
import type { Field } from '../../model/field';
import { choice, id, key, longText, required, text, uuid } from '../../model/fields';
import type { RecordKind } from '../../model/record';
import { BRAND, CATEGORY, CHANNEL, CUSTOMER, LOCATION, ORDER, PRODUCT, VARIANT } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

const PRODUCTS = '/v3/catalog/products/{product_id}';

/** The collection of each kind of record that has metafields. */
const COLLECTIONS = {
	brand: '/v3/catalog/brands/{brand_id}/metafields',
	cart: '/v3/carts/{cart_id}/metafields',
	category: '/v3/catalog/categories/{category_id}/metafields',
	channel: '/v3/channels/{channel_id}/metafields',
	customer: '/v3/customers/{customer_id}/metafields',
	location: '/v3/inventory/locations/{location_id}/metafields',
	order: '/v3/orders/{order_id}/metafields',
	product: `${PRODUCTS}/metafields`,
	variant: `${PRODUCTS}/variants/{variant_id}/metafields`,
} as const;

const owner = required(
	choice('resource_type', 'Owner', Object.keys(COLLECTIONS), { description: 'What kind of record has the metafield' }),
);

/** Not required in the form: where the kind of owner comes from an expression, n8n shows and would want them all. */
const owned = (record: RecordKind, by: ReadonlyArray<keyof typeof COLLECTIONS>): Field =>
	pick(record, { required: false, description: 'The owner of the metafield', showFor: { resource_type: by } });

/** Source: BigCommerce, its OpenAPI files of the owners. */
export const metafield = crud({
	value: 'metafield',
	name: 'Metafield',
	description: 'Data of apps that is kept with products, orders, customers and other records',
	collection: { byField: 'resource_type', of: COLLECTIONS },
	options: [owner],
	parents: [
		owned(BRAND, ['brand']),
		uuid('cart_id', 'Cart ID', { showFor: { resource_type: ['cart'] } }),
		owned(CATEGORY, ['category']),
		owned(CHANNEL, ['channel']),
		owned(CUSTOMER, ['customer']),
		owned(LOCATION, ['location']),
		owned(ORDER, ['order']),
		owned(PRODUCT, ['product', 'variant']),
		owned(VARIANT, ['variant']),
	],
	key: id('metafield_id', 'Metafield ID', { required: true, description: 'ID of the metafield, as Get Many shows it' }),
	scope: [SCOPES.products, SCOPES.orders, SCOPES.customers, SCOPES.carts, SCOPES.channelSettings, SCOPES.locations],
	required: [
		key('namespace', 'Namespace', {
			most: 64,
			placeholder: 'e.g. warehouse',
			description: 'Keeps the keys of one app apart from those of others',
		}),
		key('key', 'Key', { most: 64, placeholder: 'e.g. shelf', description: 'Name that is unique in its namespace' }),
		longText('value', 'Value', { most: 65_535, placeholder: 'e.g. A-12' }),
		choice(
			'permission_set',
			'Permission Set',
			[
				['app_only', 'App Only'],
				['read', 'Read'],
				['read_and_sf_access', 'Read and Storefront Access'],
				['write', 'Write'],
				['write_and_sf_access', 'Write and Storefront Access'],
			],
			{ description: 'What other API accounts may do with it, and whether the storefront can read it' },
		),
	],
	optional: [text('description', 'Description', { most: 255, placeholder: 'e.g. Place in the warehouse' })],
	// Of a customer's metafield BigCommerce wants the ID in the body as well.
	shapeBody: (body, { path, options: { resource_type: of } }) =>
		of === 'customer' && path.metafield_id !== undefined ? { ...body, id: Number(path.metafield_id) } : body,
	filters: [
		key('key', 'Key', { placeholder: 'e.g. shelf', description: 'The exact key' }),
		key('namespace', 'Namespace', { placeholder: 'e.g. warehouse', description: 'The exact namespace' }),
	],
	simplify: [
		'id',
		'namespace',
		'key',
		'value',
		'permission_set',
		'description',
		'resource_type',
		'resource_id',
		'date_modified',
	],
	says: {
		create: 'Keep a value with a product, order or other record',
		getAll: 'List the metafields of one record that match filters',
	},
});
