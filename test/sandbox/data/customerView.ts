import type { JsonObject } from '../types';
import type { Customer } from './customer';
import type { Store } from './store';

/** A customer as the API shows it, with the parts that are asked for and the number of their entries. */
export function customerView(store: Store, customer: Customer, include: readonly string[]): JsonObject {
	const { password: _, store_credit_amounts, form_fields, ...shown } = customer;
	const addresses = store.addresses.by('customer_id', customer.id);
	const attributes = store.attributeValues.by('customer_id', customer.id);
	return {
		...shown,
		...(include.includes('addresses') && { address_count: addresses.length, addresses }),
		...(include.includes('attributes') && { attribute_count: attributes.length, attributes }),
		...(include.includes('storecredit') && { store_credit_amounts }),
		...(include.includes('formfields') && {
			form_fields: form_fields.map((field) => ({ ...field, customer_id: customer.id })),
		}),
		...(include.includes('shopper_profile_id') && { shopper_profile_id: null }),
		...(include.includes('segment_ids') && { segment_ids: [] }),
	};
}
