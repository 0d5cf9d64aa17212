import { SCOPES } from '../../transport/scopes';
import { additionalFields, required } from '../shared/fields';
import type { OneOperation } from '../types';
import { amount, appliesTo, appliesToIds, code, couponFields, couponSummary, name, shapeCoupon, type } from './fields';

export const create: OneOperation = {
	kind: 'one',
	value: 'create',
	name: 'Create',
	action: 'Create coupon',
	description: 'Add a coupon code that gives shoppers a discount',
	endpoint: 'POST /v2/coupons',
	scope: SCOPES.marketing,
	body: [
		required(name),
		required(code),
		required(type),
		required(amount),
		required(appliesTo),
		{ ...appliesToIds, displayOptions: { show: { applies_to: ['categories', 'products'] } } },
		additionalFields(...couponFields),
	],
	shapeBody: shapeCoupon,
	simplify: couponSummary,
};
