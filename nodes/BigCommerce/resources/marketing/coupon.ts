import type { Crud } from '../../model/crud';
import { crud, mergeOf, upsertOf } from '../../model/crud';
import { amount, choice, date, flag, integer, key, text, words } from '../../model/fields';
import type { MergeOperation } from '../../model/operation';
import { CATEGORY, COUPON, PRODUCT } from '../../records/catalogue';
import { pick } from '../../records/fields';
import { rowsOf } from '../../transport/pagination';
import { SCOPES } from '../../transport/scopes';
import { textOf } from '../../transport/textOf';
import { shapeCoupon } from './couponTarget';

const DISCOUNTS = [
	'free_shipping',
	'per_item_discount',
	'per_total_discount',
	'percentage_discount',
	'shipping_discount',
] as const;

const TYPES = [...DISCOUNTS, 'promotion'].sort();

/** Source: BigCommerce, marketing.v2. There is no call for a single coupon. */
const definition: Crud = {
	value: 'coupon',
	name: 'Coupon',
	description: 'Codes that give shoppers a discount in the default currency of the store',
	collection: '/v2/coupons',
	key: pick(COUPON, { name: 'id' }),
	readBy: 'id',
	// A PUT wants these five, and one without applies_to clears what the coupon applies to.
	keep: ['name', 'code', 'type', 'amount', 'applies_to'],
	scope: SCOPES.marketing,
	has: ['create', 'get', 'getAll', 'update', 'delete', 'count', 'upsert'],
	required: [
		text('name', 'Name', { most: 100, placeholder: 'e.g. Spring Sale', description: 'Name that no other coupon has' }),
		key('code', 'Code', {
			most: 50,
			placeholder: 'e.g. SPRING-10',
			description: 'What shoppers enter: letters, digits, spaces, underscores and hyphens',
		}),
		choice('type', 'Type', DISCOUNTS, { description: 'What is reduced, and how' }),
		amount('amount', 'Amount', {
			min: 0,
			description: 'Percent for Percentage Discount, 0 for Free Shipping, money in the default currency otherwise',
		}),
		choice(
			'applies_to',
			'Applies To',
			[
				['categories', 'Categories'],
				['products', 'Products'],
				['store', 'Whole Store'],
			],
			{ description: 'What the coupon gives a discount on' },
		),
	],
	optional: [
		pick(CATEGORY, {
			many: true,
			required: false,
			description: 'What the coupon applies to if Applies To is Categories; replaces what it applied to before',
		}),
		pick(PRODUCT, {
			many: true,
			required: false,
			description: 'What the coupon applies to if Applies To is Products; replaces what it applied to before',
		}),
		flag('enabled', 'Enabled', 'Whether shoppers can use the coupon; a new one is off until this is set'),
		date('expires', 'Expires', { description: 'When the coupon stops working' }),
		integer('max_uses', 'Maximum Uses', { min: 0, description: 'How often the coupon can be used; 0 for no limit' }),
		integer('max_uses_per_customer', 'Maximum Uses per Customer', { min: 0, description: '0 for no limit' }),
		amount('min_purchase', 'Minimum Purchase', { min: 0, description: 'Value that an order must have' }),
		key('countries', 'Restricted to Country', {
			placeholder: 'e.g. AU',
			description: 'Country to which orders must be shipped, as two letters (ISO 3166-1)',
		}),
		words('shipping_methods', 'Shipping Methods', {
			placeholder: 'e.g. Free Shipping, Flat Rate',
			description: 'Names of the shipping methods with which the coupon works',
		}),
	],
	shapeBody: shapeCoupon,
	filters: [
		key('code', 'Code', { placeholder: 'e.g. SPRING-10', description: 'The exact code' }),
		integer('min_id', 'Coupon ID From', { min: 1 }),
		integer('max_id', 'Coupon ID To', { min: 1 }),
		choice('exclude_type', 'Exclude Type', TYPES, { description: 'Promotion leaves out the codes of promotions' }),
		text('name', 'Name', { description: 'The exact name' }),
		choice('type', 'Type', TYPES),
	],
	naturalKey: { fields: ['code'], filter: 'code' },
	simplify: [
		'id',
		'name',
		'code',
		'type',
		{ path: 'amount', as: 'number' },
		'applies_to',
		'enabled',
		{ path: 'expires', as: 'date' },
		'num_uses',
		'max_uses',
	],
	says: {
		create: 'Add a code that gives shoppers a discount',
		count: 'Get the number of coupons, codes of promotions included',
	},
};

/** Without `readBack`: the lists of a coupon can only be replaced. */
const { readBack: _, ...merge } = mergeOf(definition);

const update: MergeOperation = {
	...merge,
	found: (response, item) => {
		const { id } = item.path;
		const coupon = rowsOf(response).find((row) => textOf(row.id) === id);
		if (!coupon) throw item.missing(`BigCommerce has no coupon ${id}`);
		if (coupon.type !== 'promotion') return coupon;
		throw item.refuse(`Coupon ${id} belongs to a promotion`, 'Change it with its promotion.');
	},
};

export const coupon = crud({ ...definition, special: [update, upsertOf(definition, { update })] });
