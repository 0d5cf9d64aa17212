import { crud } from '../../model/crud';
import { amount, choice, date, flag, key, list, object, text, yesNo } from '../../model/fields';
import { CATEGORY, CUSTOMER_GROUP, PRICE_LIST, PRODUCT } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { SCOPES } from '../../transport/scopes';

const discounted = { showFor: { type: ['all', 'category', 'product'] } };

/** Source: BigCommerce, customers.v2. */
export const customerGroup = crud({
	value: 'customerGroup',
	name: 'Customer Group',
	description: 'Groups of customers with prices and categories of their own',
	collection: '/v2/customer_groups',
	key: pick(CUSTOMER_GROUP),
	scope: SCOPES.customers,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'count', 'upsert'],
	required: [key('name', 'Name', { placeholder: 'e.g. Wholesale', description: 'Name that no other group has' })],
	optional: [
		object(
			'category_access',
			'Category Access',
			[
				choice(
					'type',
					'Type',
					[
						['all', 'All Categories'],
						['none', 'No Categories'],
						['specific', 'Some Categories'],
					],
					{ required: true },
				),
				pick(CATEGORY, {
					name: 'categories',
					many: true,
					required: false,
					showFor: { type: ['specific'] },
					description: 'The categories that the group sees',
				}),
			],
			{ description: 'Which categories the customers of the group see' },
		),
		list(
			'discount_rules',
			'Discount Rules',
			[
				choice(
					'type',
					'Type',
					[
						['all', 'All Products'],
						['category', 'Category'],
						['price_list', 'Price List'],
						['product', 'Product'],
					],
					{ required: true, description: 'What is reduced; a price list must be the only rule' },
				),
				pick(CATEGORY, { showFor: { type: ['category'] }, description: 'The category whose products are reduced' }),
				pick(PRICE_LIST, { showFor: { type: ['price_list'] }, description: 'The prices that the group pays' }),
				pick(PRODUCT, { showFor: { type: ['product'] }, description: 'The product that is reduced' }),
				choice(
					'method',
					'Method',
					[
						['fixed', 'Amount Off'],
						['percent', 'Percent Off'],
						['price', 'Fixed Price'],
					],
					{ ...discounted, required: true },
				),
				amount('amount', 'Amount', { ...discounted, required: true, min: 0, description: 'Percent, or money' }),
			],
			{ placeholder: 'Add rule', description: 'What the group pays less; replaces all rules that it had before' },
		),
		flag('is_default', 'Is Default', 'Whether new customers are put into this group'),
		flag('is_group_for_guests', 'Is for Guests', 'Whether shoppers without an account are in this group'),
	],
	filters: [
		date('date_created:min', 'Created After'),
		date('date_created:max', 'Created Before'),
		yesNo('is_default', 'Is Default', 'The group of new customers, or all others'),
		yesNo('is_group_for_guests', 'Is for Guests', 'The group of shoppers without an account, or all others'),
		date('date_modified:min', 'Modified After'),
		date('date_modified:max', 'Modified Before'),
		text('name', 'Name', { description: 'The exact name' }),
		text('name:like', 'Name Contains', { placeholder: 'e.g. whole' }),
	],
	naturalKey: { fields: ['name'], filter: 'name' },
	simplify: [
		'id',
		'name',
		'is_default',
		'is_group_for_guests',
		'category_access',
		'discount_rules',
		'date_created',
		'date_modified',
	],
	says: {
		create: 'Add a group with its categories and discounts',
		delete: 'Delete a group; its customers stay, without a group',
	},
});
