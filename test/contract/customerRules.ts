import { callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

const newPassword = () => ({ authentication: { force_password_reset: true, new_password: 'correct horse 1' } });

export const CUSTOMER_RULES: Readonly<Record<string, SampleRule>> = {
	'customer.create': { values: newPassword },
	'customer.update': { values: newPassword },
	'customer.upsert': { values: newPassword },
	'customer.getByEmail': {
		values: async (store) => {
			const { data } = (await callStore({ store }, 'GET', '/v3/customers')) as { data: Array<{ email: string }> };
			return { email: data[0]?.email };
		},
	},
};

export const COUPON_RULES: Readonly<Record<string, SampleRule>> = {
	'coupon.create': {
		also: { 'some categories': () => ({ applies_to: 'categories', ids: '1, 2' }) },
	},
};
