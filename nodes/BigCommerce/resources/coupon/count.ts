import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';

export const count: OneOperation = {
	kind: 'one',
	value: 'count',
	name: 'Count',
	action: 'Count coupons',
	description: 'Tell how many coupons the store has, coupon codes of promotions included',
	endpoint: 'GET /v2/coupons/count',
	scope: SCOPES.marketing,
};
