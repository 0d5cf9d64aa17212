import type { Crud } from '../../model/crud';
import { createOf, crud } from '../../model/crud';
import { integer, key, longText, text } from '../../model/fields';
import { PRODUCT, PRODUCT_VIDEO } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, products_catalog.v3. YouTube is the only host that it knows. */
const definition: Crud = {
	value: 'productVideo',
	name: 'Product Video',
	description: 'YouTube videos on the page of a product',
	collection: '/v3/catalog/products/{product_id}/videos',
	parents: [pick(PRODUCT)],
	key: pick(PRODUCT_VIDEO, { name: 'id', description: 'The video to operate on; it belongs to the product above' }),
	scope: SCOPES.products,
	optional: [
		longText('description', 'Description', { description: 'Taken from YouTube if a new video has none' }),
		integer('sort_order', 'Sort Order', { description: 'Position on the product page; the lowest comes first' }),
		text('title', 'Title', { most: 255, description: 'Taken from YouTube if a new video has none' }),
	],
	simplify: ['id', 'product_id', 'title', 'description', 'video_id', 'type', 'length', 'sort_order'],
	says: {
		create: 'Put a YouTube video on the page of a product',
		getAll: 'List the videos of a product',
		update: 'Change title, description or position; the video itself stays',
		delete: 'Remove a video from a product; it stays on YouTube',
	},
};

const create = createOf({
	...definition,
	required: [
		key('video_id', 'Video ID', {
			most: 25,
			placeholder: 'e.g. z3fRu9pkuXE',
			description: 'What stands behind v= in the address of the video on YouTube',
		}),
	],
});

export const productVideo = crud({ ...definition, special: [create] });
