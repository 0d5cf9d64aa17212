import { SCOPES } from '../../transport/scopes';
import { payloadOf } from '../../transport/storeApi';
import type { JsonObject } from '../../transport/types';
import { updateFields } from '../shared/fields';
import type { CustomOperation } from '../types';
import {
	amount,
	appliesTo,
	appliesToIds,
	code,
	couponFields,
	couponId,
	couponSummary,
	FIVE,
	name,
	shapeCoupon,
	type,
} from './fields';
import { onlyCoupon } from './read';

export const update: CustomOperation = {
	kind: 'custom',
	value: 'update',
	name: 'Update',
	action: 'Update coupon',
	description: 'Change fields of one coupon; fields you do not add stay as they are',
	endpoints: ['GET /v2/coupons', 'PUT /v2/coupons/{id}'],
	scope: SCOPES.marketing,
	path: [couponId],
	body: [updateFields(name, code, type, amount, appliesTo, appliesToIds, ...couponFields)],
	validate: (input) => void shapeCoupon(input.body(), input),
	run: async (input) => {
		const id = input.path().id!;
		const changes = shapeCoupon(input.body(), input);
		// BigCommerce wants all of the five, and clears Applies To when it is left out.
		const found = await input.send({ method: 'GET', path: '/v2/coupons', query: { id } });
		const coupon = onlyCoupon(found, input, Number(id));
		if (coupon.type === 'promotion') {
			throw input.refuse(`Coupon ${id} belongs to a promotion`, 'Change it with the promotion, in the control panel.');
		}
		const kept = Object.fromEntries(FIVE.flatMap((field) => (field in coupon ? [[field, coupon[field]!]] : [])));
		const body = { ...kept, ...changes };
		return payloadOf(await input.send({ method: 'PUT', path: `/v2/coupons/${id}`, body })) as JsonObject;
	},
	simplify: couponSummary,
};
