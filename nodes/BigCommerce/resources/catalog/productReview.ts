import { crud } from '../../model/crud';
import { choice, date, email, integer, longText, text } from '../../model/fields';
import { PRODUCT, PRODUCT_REVIEW } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, products_catalog.v3. */
export const productReview = crud({
	value: 'productReview',
	name: 'Product Review',
	description: 'What shoppers have written about products, and how they rate them',
	collection: '/v3/catalog/products/{product_id}/reviews',
	parents: [pick(PRODUCT)],
	key: pick(PRODUCT_REVIEW, {
		name: 'review_id',
		description: 'The review to operate on; it belongs to the product above',
	}),
	scope: SCOPES.products,
	keep: ['title', 'date_reviewed'],
	required: [
		text('title', 'Title', { most: 255, placeholder: 'e.g. Great value' }),
		date('date_reviewed', 'Date Reviewed', { description: 'When the shopper wrote the review' }),
	],
	optional: [
		email(),
		text('name', 'Name', { most: 255, placeholder: 'e.g. Nathan Smith', description: 'Name of the reviewer' }),
		integer('rating', 'Rating', { min: 0, max: 5, description: 'Number of stars' }),
		choice('status', 'Status', ['approved', 'disapproved', 'pending'], {
			description: 'Shoppers see approved reviews only',
		}),
		longText('text', 'Text', { placeholder: 'e.g. Fits perfectly.' }),
	],
	filters: [
		choice('status', 'Status', [
			[1, 'Approved'],
			[0, 'Pending'],
		]),
	],
	simplify: ['id', 'title', 'text', 'rating', 'status', 'name', 'email', 'date_reviewed', 'date_modified'],
	says: { getAll: 'List the reviews of a product that match filters' },
});
