import type { JsonObject } from '../types';
import type { Customer } from './customer';
import type { Store } from './store';

/** A customer as the API shows it: the count of its parts, and the parts that are asked for. */
export function customerView(store: Store, customer: Customer, include: readonly string[]): JsonObject {
	const { password: _, store_credit_amounts, form_fields, channel_ids, ...shown } = customer;
	const addresses = store.addresses.by('customer', customer.id);
	const attributes = store.attributeValues.by('customer', customer.id);
	return {
		...shown,
		...(channel_ids && { channel_ids }),
		address_count: addresses.length,
		attribute_count: attributes.length,
		...(include.includes('addresses') && { addresses }),
		...(include.includes('attributes') && { attributes }),
		...(include.includes('storecredit') && { store_credit_amounts }),
		...(include.includes('formfields') && {
			form_fields: form_fields.map((field) => ({ ...field, customer_id: customer.id })),
		}),
		...(include.includes('shopper_profile_id') && { shopper_profile_id: null }),
		...(include.includes('segment_ids') && { segment_ids: [] }),
	};
}
