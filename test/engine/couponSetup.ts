import { callStore, operationsOf } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const COUPONS = '/v2/coupons';

/** How BigCommerce writes that a coupon applies to everything. */
export const WHOLE_STORE = { entity: 'categories', ids: [0] };

/** A store with coupons, for the tests of one file. */
export function useCoupons() {
	const sandbox = useSandbox({ customers: 0, products: 2, orders: 0 });
	let made = 0;
	return {
		sandbox,
		run: operationsOf('coupon', sandbox),
		requests: (method: string) => sandbox.store.requests.matching(method, /^\/v2\/coupons/),
		/** A coupon of the store that only the calling test uses. */
		makeCoupon: async (extra: object = {}) => {
			made += 1;
			const body = {
				name: `Made ${made}`,
				code: `MADE-${made}`,
				type: 'per_item_discount',
				amount: '5',
				applies_to: { entity: 'products', ids: [1, 2] },
				...extra,
			};
			const coupon = (await callStore(sandbox, 'POST', COUPONS, body)) as { id: number; name: string; code: string };
			sandbox.store.requests.clear();
			return coupon;
		},
	};
}
