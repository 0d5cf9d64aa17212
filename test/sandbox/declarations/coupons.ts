import { each, type Fields } from '../collections/field';
import { anything, bag, choice, date, flag, list, madeOn, money, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { rfc2822 } from '../core/format';
import { by } from './common';

const TYPES = ['per_item_discount', 'per_total_discount', 'shipping_discount', 'free_shipping', 'percentage_discount'];

/** An empty object is written as an empty list (seen on a live store). */
const orEmptyList = (value: object): unknown => (Object.keys(value).length > 0 ? value : []);

const couponFields: Fields = {
	name: text(100).required().unique(),
	type: choice('promotion', ...TYPES).required(),
	amount: money().required(),
	min_purchase: money().default(0),
	expires: date(rfc2822).default(undefined),
	enabled: flag().default(false),
	code: text(50, /^[A-Za-z0-9_ -]+$/)
		.required()
		.unique(),
	applies_to: object({ entity: choice('categories', 'products'), ids: list(whole()) })
		.required()
		.default({}),
	num_uses: whole().readOnly().default(0),
	...each('max_uses max_uses_per_customer', whole(0).default(0)),
	restricted_to: bag().default({}).shown(orEmptyList),
	shipping_methods: list(anything()).nullable().default(null).sample([]),
	date_created: madeOn(rfc2822),
};

/** The single coupon is served, though the specification does not have it; no webhooks exist for coupons. */
export const coupons = declared('coupon', 'marketing', '/v2/coupons/{id}', {
	fields: couponFields,
	filters: { id: 'is min_ max_', ...by('is', 'code name type'), exclude_type: ['excludes', ({ type }) => type] },
	calls: {
		count: true,
		create: true,
		update: { needs: ['name', 'code', 'type', 'amount'], resets: ['applies_to'] },
		remove: true,
		removeMany: { by: ['id:in'], without: 'all' },
	},
});
