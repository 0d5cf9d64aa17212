import { z } from 'zod';
import { noContent, ok, v2Page } from '../core/answers';
import { notFound, v2Error } from '../core/errors';
import { filterV2, type FilterFields } from '../core/filter';
import { money, parseDate, rfc2822 } from '../core/format';
import { pathId, readBody, sent } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import type { Coupon } from '../data/coupon';
import type { JsonObject } from '../types';

const amount = z.union([z.number(), z.string().regex(/^\d+(\.\d+)?$/)]).transform(Number);
const TYPES = [
	'per_item_discount',
	'per_total_discount',
	'shipping_discount',
	'free_shipping',
	'percentage_discount',
] as const;

const CouponInput = z.object({
	name: z.string().min(1).max(100),
	code: z
		.string()
		.min(1)
		.max(50)
		.regex(/^[A-Za-z0-9_ -]+$/),
	type: z.enum(TYPES),
	amount,
	applies_to: z.object({ entity: z.enum(['categories', 'products']), ids: z.array(z.number().int()) }).partial(),
	min_purchase: amount.optional(),
	expires: z.string().optional(),
	enabled: z.boolean().optional(),
	max_uses: z.number().int().min(0).optional(),
	max_uses_per_customer: z.number().int().min(0).optional(),
	restricted_to: z.record(z.unknown()).optional(),
	shipping_methods: z.array(z.unknown()).optional(),
});

const filters: FilterFields<Coupon> = {
	id: (c) => c.id,
	code: (c) => c.code,
	name: (c) => c.name,
	type: (c) => c.type,
};

const view = (coupon: Coupon): JsonObject => ({
	...coupon,
	amount: money(coupon.amount),
	min_purchase: money(coupon.min_purchase),
	expires: rfc2822(coupon.expires),
	date_created: rfc2822(coupon.date_created),
});

const selected = (call: Call): readonly Coupon[] => {
	const coupons = filterV2(call.store.coupons.all(), call.query, filters);
	const unwanted = call.query.text('exclude_type');
	return unwanted ? coupons.filter((coupon) => coupon.type !== unwanted) : coupons;
};

/** @throws 400 for a date that cannot be read, 409 for a name or code that is taken */
function checked(call: Call, input: z.output<typeof CouponInput>, self?: number): Partial<Coupon> {
	const isTaken = (name: 'name' | 'code'): boolean =>
		call.store.coupons.by(name, input[name].toLowerCase()).some(({ id }) => id !== self);
	for (const name of ['name', 'code'] as const) {
		if (isTaken(name)) throw v2Error(409, `The field '${name}' is already in use by another coupon.`);
	}
	const { expires, ...fields } = input;
	const time = expires ? parseDate(expires) : undefined;
	if (time !== undefined && Number.isNaN(time)) throw v2Error(400, "The field 'expires' is invalid.");
	return { ...(sent(fields) as Partial<Coupon>), ...(expires !== undefined && { expires: time }) };
}

const create = (call: Call): Answer => {
	const input = readBody(call, CouponInput);
	const coupon: Omit<Coupon, 'id'> = {
		name: input.name,
		code: input.code,
		type: input.type,
		amount: input.amount,
		min_purchase: 0,
		expires: undefined,
		enabled: true,
		applies_to: {},
		num_uses: 0,
		max_uses: 0,
		max_uses_per_customer: 0,
		restricted_to: {},
		shipping_methods: [],
		date_created: call.store.now,
		...checked(call, input),
	};
	return ok(view(call.store.coupons.add(coupon)), 201);
};

const couponOf = (call: Call): Coupon => {
	const coupon = call.store.coupons.get(pathId(call, 'id'));
	if (!coupon) throw notFound('v2');
	return coupon;
};

/** There is no GET of one coupon; no webhooks exist for coupons. */
export const couponRoutes: Route[] = [
	{ method: 'GET', path: '/v2/coupons', scope: 'marketing', handle: (call) => v2Page(call, selected(call), view) },
	{ method: 'POST', path: '/v2/coupons', scope: 'marketing', handle: create },
	{
		method: 'GET',
		path: '/v2/coupons/count',
		scope: 'marketing',
		handle: ({ store }) => ok({ count: store.coupons.size }),
	},
	{
		method: 'PUT',
		path: '/v2/coupons/{id}',
		scope: 'marketing',
		handle: (call) => {
			const coupon = couponOf(call);
			// Leaving applies_to out clears it (fact: coupons specification).
			const schema = CouponInput.extend({ applies_to: CouponInput.shape.applies_to.default({}) });
			const changes = checked(call, readBody(call, schema), coupon.id);
			return ok(view(call.store.coupons.put({ ...coupon, ...changes })));
		},
	},
	{
		method: 'DELETE',
		path: '/v2/coupons/{id}',
		scope: 'marketing',
		handle: (call) => {
			call.store.coupons.delete(couponOf(call).id);
			return noContent;
		},
	},
	{
		method: 'DELETE',
		path: '/v2/coupons',
		scope: 'marketing',
		handle: ({ store, query }) => {
			const ids = query.has('id:in') ? query.integers('id:in') : store.coupons.all().map(({ id }) => id);
			for (const id of ids) store.coupons.delete(id);
			return noContent;
		},
	},
];
