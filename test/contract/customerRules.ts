import { byId, callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

export const CUSTOMER_RULES: Readonly<Record<string, SampleRule>> = {
	'customer.update': { always: ['company'] },
	'customer.upsert': { values: () => ({ first_name: 'Nathan', last_name: 'Smith' }) },
	'customer.getByEmail': {
		values: async (store) => {
			const { data } = (await callStore({ store }, 'GET', '/v3/customers')) as { data: Array<{ email: string }> };
			return { email: data[0]?.email };
		},
	},
};

/** What does not go together must stay empty. */
const neither = { applies_to: 'store', category_ids: byId(''), product_ids: byId('') };
const also = {
	'some categories': () => ({ ...neither, applies_to: 'categories', category_ids: byId('1, 2') }),
	'some products': () => ({ ...neither, applies_to: 'products', product_ids: byId('1, 2') }),
};

const newCoupon = { name: 'Spring Sale', type: 'percentage_discount', amount: 10 };

export const COUPON_RULES: Readonly<Record<string, SampleRule>> = {
	'coupon.create': { values: () => neither, also },
	'coupon.update': { values: () => neither, also },
	'coupon.upsert': { values: () => ({ ...newCoupon, ...neither }), also },
};
