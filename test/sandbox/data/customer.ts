import { rfc3339 } from '../core/format';

export type Customer = ReturnType<typeof newCustomer>;
export type CustomerAddress = ReturnType<typeof newAddress>;

export interface FormField {
	name: string;
	value: string | number | string[];
}

/** A customer. `password` and the arrays are shown by the API only where it is asked for them. */
export function newCustomer(
	id: number,
	now: number,
	identity: { email: string; first_name: string; last_name: string },
) {
	return {
		id,
		...identity,
		authentication: { force_password_reset: false },
		company: '',
		customer_group_id: 0,
		notes: '',
		phone: '',
		registration_ip_address: '',
		tax_exempt_category: '',
		date_created: rfc3339(now),
		date_modified: rfc3339(now),
		accepts_product_review_abandoned_cart_emails: true,
		origin_channel_id: 1,
		channel_ids: null as number[] | null,
		store_credit_amounts: [{ amount: 0 }],
		form_fields: [] as FormField[],
		password: undefined as string | undefined,
	};
}

export function newAddress(id: number, customerId: number) {
	return {
		id,
		customer_id: customerId,
		first_name: '',
		last_name: '',
		company: '',
		address1: '',
		address2: '',
		city: '',
		state_or_province: '',
		postal_code: '',
		country: '',
		country_code: '',
		phone: '',
		address_type: 'residential' as 'residential' | 'commercial',
	};
}

export interface CustomerAttributeValue {
	id: number;
	attribute_id: number;
	attribute_value: string;
	customer_id: number;
	date_created: string;
	date_modified: string;
}

export interface CustomerGroup {
	id: number;
	name: string;
	is_default: boolean;
	is_group_for_guests: boolean;
	category_access: { type: 'all' | 'specific' | 'none'; categories?: number[] };
	discount_rules: unknown[];
	date_created: string;
	date_modified: string;
}
