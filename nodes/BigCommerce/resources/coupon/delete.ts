import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';
import { couponId } from './fields';

export const remove: OneOperation = {
	kind: 'one',
	value: 'delete',
	name: 'Delete',
	action: 'Delete coupon',
	description: 'Remove a coupon for good',
	endpoint: 'DELETE /v2/coupons/{id}',
	scope: SCOPES.marketing,
	path: [couponId],
};
