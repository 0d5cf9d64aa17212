import { crud } from '../../model/crud';
import { flag, id, list, text } from '../../model/fields';
import { CUSTOMER, PRODUCT, WISHLIST } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

/** Source: BigCommerce, wishlists.v3. */
export const wishlist = crud({
	value: 'wishlist',
	name: 'Wishlist',
	description: 'Lists of products that customers wish for',
	collection: '/v3/wishlists',
	key: pick(WISHLIST),
	scope: SCOPES.customers,
	// A PUT wants both.
	keep: ['customer_id', 'items'],
	required: [
		pick(CUSTOMER, { description: 'The customer whose wishlist it is' }),
		text('name', 'Name', { placeholder: 'e.g. School Shopping' }),
	],
	fixed: ['customer_id'],
	optional: [flag('is_public', 'Is Public', 'Whether everybody who has the address sees the wishlist')],
	newOnly: [
		list(
			'items',
			'Items',
			[
				pick(PRODUCT, { required: false, description: 'The product that is wished for' }),
				id('variant_id', 'Variant ID', { description: 'The variant of the product' }),
			],
			{ placeholder: 'Add item', description: 'Products on the new wishlist', blankWithout: ['product_id'] },
		),
	],
	filters: [pick(CUSTOMER, { required: false, description: 'Wishlists of this customer' })],
	simplify: ['id', 'customer_id', 'name', 'is_public', 'token', 'items'],
	says: {
		create: 'Add a wishlist to a customer, with products',
		update: 'Change name or visibility of a wishlist; its items stay',
	},
});
