import { SCOPES } from '../../transport/scopes';
import { choice, filters, number, text } from '../shared/fields';
import type { ManyOperation } from '../types';
import { couponSummary, DISCOUNTS } from './fields';

const types = [...DISCOUNTS, 'promotion'].sort();

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many coupons',
	description: 'List coupons that match filters',
	endpoint: 'GET /v2/coupons',
	pagination: 'v2',
	scope: SCOPES.marketing,
	query: [
		filters(
			text('code', 'Code', { placeholder: 'e.g. SPRING-10', description: 'The exact code' }),
			number('min_id', 'Coupon ID From'),
			number('max_id', 'Coupon ID To'),
			choice('exclude_type', 'Exclude Type', types, { default: 'promotion' }),
			text('name', 'Name', { description: 'The exact name' }),
			choice('type', 'Type', types),
		),
	],
	simplify: couponSummary,
};
