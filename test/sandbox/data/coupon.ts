/** A v2 coupon: amounts as numbers, times in ms. */
export interface Coupon {
	id: number;
	name: string;
	code: string;
	type: string;
	amount: number;
	min_purchase: number;
	expires: number | undefined;
	enabled: boolean;
	applies_to: { entity?: string; ids?: number[] };
	num_uses: number;
	max_uses: number;
	max_uses_per_customer: number;
	restricted_to: Record<string, unknown>;
	shipping_methods: unknown[];
	date_created: number;
}
