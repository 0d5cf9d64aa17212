import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';
import { couponId, couponSummary } from './fields';
import { onlyCoupon } from './read';

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get',
	action: 'Get coupon',
	description: 'Read one coupon by its ID',
	endpoint: 'GET /v2/coupons',
	scope: SCOPES.marketing,
	query: [couponId],
	result: (response, input) => onlyCoupon(response, input, Number(input.query().id)),
	simplify: couponSummary,
};
