import { z } from 'zod';

const text = (maximum: number) => z.string().max(maximum);
const FormField = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.array(z.string())]) });

const AddressFields = z.object({
	first_name: z.string().min(1).max(255),
	last_name: z.string().min(1).max(255),
	company: text(255).optional(),
	address1: z.string().min(1),
	address2: z.string().optional(),
	city: z.string().min(1).max(100),
	state_or_province: text(100).optional(),
	postal_code: text(30).optional(),
	country_code: z.string().length(2),
	phone: text(50).optional(),
	address_type: z.enum(['residential', 'commercial']).optional(),
	form_fields: z.array(FormField).optional(),
});

export type AddressInput = z.output<typeof AddressFields>;

const CustomerFields = z.object({
	email: z.string().email().max(250),
	first_name: z.string().min(1).max(100),
	last_name: z.string().min(1).max(100),
	company: text(255).optional(),
	phone: text(50).optional(),
	notes: z.string().optional(),
	tax_exempt_category: text(255).optional(),
	customer_group_id: z.number().int().optional(),
	authentication: z
		.object({ force_password_reset: z.boolean().optional(), new_password: z.string().min(7).optional() })
		.optional(),
	accepts_product_review_abandoned_cart_emails: z.boolean().optional(),
	store_credit_amounts: z.array(z.object({ amount: z.number() })).optional(),
	origin_channel_id: z.number().int().optional(),
	channel_ids: z.array(z.number().int()).nullable().optional(),
	form_fields: z.array(FormField).optional(),
});

export const CustomerCreate = CustomerFields.extend({
	addresses: z.array(AddressFields).max(10).optional(),
	attributes: z
		.array(z.object({ attribute_id: z.number().int(), attribute_value: z.string() }))
		.max(10)
		.optional(),
	trigger_account_created_notification: z.boolean().optional(),
});
export type CustomerCreate = z.output<typeof CustomerCreate>;

export const CustomerUpdate = CustomerFields.partial().extend({
	id: z.number().int(),
	registration_ip_address: text(30).optional(),
});
export type CustomerUpdate = z.output<typeof CustomerUpdate>;
