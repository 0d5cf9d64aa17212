import { sortBy } from '../../model/collections';
import { crud } from '../../model/crud';
import { flag, ids, key, object, text, words } from '../../model/fields';
import { BRAND } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, brands_catalog.v3. */
export const brand = crud({
	value: 'brand',
	name: 'Brand',
	description: 'Brands of products, each with a page in the storefront',
	collection: '/v3/catalog/brands',
	key: pick(BRAND),
	scope: SCOPES.products,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'upsert'],
	keep: ['name'],
	required: [
		key('name', 'Name', {
			most: 255,
			placeholder: 'e.g. Common Good',
			description: 'Name that no other brand of the store has',
		}),
	],
	optional: [
		object('custom_url', 'Custom URL', [
			text('url', 'URL', { most: 1024, placeholder: 'e.g. /common-good/' }),
			flag('is_customized', 'Is Customized', 'Whether the address stays as it is if the name changes'),
		]),
		text('image_url', 'Image URL', { placeholder: 'e.g. https://example.com/logo.jpg' }),
		text('meta_description', 'Meta Description', {
			most: 65_535,
			description: 'Description of the page for search engines',
		}),
		words('meta_keywords', 'Meta Keywords', { placeholder: 'e.g. journal, notebook' }),
		text('page_title', 'Page Title', { most: 255, description: 'Title of the page in browsers and search engines' }),
		text('search_keywords', 'Search Keywords', { most: 255, placeholder: 'e.g. journal, notebook' }),
	],
	filters: [
		ids('id:in', 'Brand IDs'),
		text('name', 'Name', { description: 'The exact name' }),
		text('name:like', 'Name Contains', { placeholder: 'e.g. good' }),
		text('page_title', 'Page Title', { description: 'The exact title of the page' }),
	],
	sort: sortBy('name'),
	naturalKey: { fields: ['name'], filter: 'name' },
	simplify: ['id', 'name', 'custom_url.url', 'image_url', 'page_title', 'search_keywords'],
	says: { delete: 'Delete a brand; its products stay, without a brand' },
});
