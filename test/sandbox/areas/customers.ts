import { z } from 'zod';
import { noContent, ok, v3Data, v3Page } from '../core/answers';
import { v3CursorPage } from '../core/cursor';
import { invalid, v3Error } from '../core/errors';
import { filterV3, sortBy, type FilterField, type FilterFields } from '../core/filter';
import { readBatch, readBody } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import type { Customer } from '../data/customer';
import { customerView } from '../data/customerView';
import { CustomerCreate, CustomerUpdate } from '../domain/customerInput';
import { createCustomers, deleteCustomer, updateCustomers } from '../domain/customers';

const BATCH_LIMIT = 10;

const filters: FilterFields<Customer> = {
	id: (c) => c.id,
	email: (c) => c.email,
	name: (c) => `${c.first_name} ${c.last_name}`,
	phone: (c) => c.phone,
	company: (c) => c.company,
	customer_group_id: (c) => c.customer_group_id,
	registration_ip_address: (c) => c.registration_ip_address,
	date_created: (c) => c.date_created,
	date_modified: (c) => c.date_modified,
};

const sorts: Readonly<Record<string, FilterField<Customer>>> = {
	date_created: (c) => c.date_created,
	date_modified: (c) => c.date_modified,
	last_name: (c) => c.last_name,
};

const list = (call: Call): Answer => {
	const { store, query } = call;
	let customers: readonly Customer[] = store.customers.all();
	if (query.has('id:in')) {
		customers = [...new Set(query.integers('id:in'))].flatMap((id) => store.customers.get(id) ?? []);
	} else if (query.has('email:in')) {
		customers = query.list('email:in').flatMap((email) => store.customers.by('email', email.toLowerCase()));
	}
	customers = filterV3(customers, query, filters);
	if (query.has('sort')) {
		const [field = '', direction = 'asc'] = (query.text('sort') ?? '').split(':');
		const read = Object.hasOwn(sorts, field) ? sorts[field] : undefined;
		if (!read || (direction !== 'asc' && direction !== 'desc')) throw invalid({ sort: 'error.sort.invalid' });
		customers = sortBy(customers, read, direction);
	}
	const include = query.list('include');
	return v3CursorPage(call, customers, (customer) => customerView(store, customer, include));
};

const shownAfterWrite = (call: Call, customers: readonly Customer[]): Answer =>
	v3Data(customers.map((customer) => customerView(call.store, customer, ['addresses', 'attributes', 'storecredit'])));

const Credentials = z.object({
	email: z.string().email(),
	password: z.string(),
	channel_id: z.number().int().optional(),
});

const validateCredentials = (call: Call): Answer => {
	const { email, password } = readBody(call, Credentials);
	const customer = call.store.customers.by('email', email.toLowerCase())[0];
	const isValid = customer?.password !== undefined && customer.password === password;
	return ok({ customer_id: isValid ? customer.id : null, is_valid: isValid });
};

export const customerRoutes: Route[] = [
	{ method: 'GET', path: '/v3/customers', scope: 'customers', handle: list },
	{
		method: 'POST',
		path: '/v3/customers',
		scope: 'customers',
		handle: (call) => {
			const inputs = readBatch(call, CustomerCreate, { maximum: BATCH_LIMIT, title: 'Create customers failed.' });
			return shownAfterWrite(call, createCustomers(call.store, inputs));
		},
	},
	{
		method: 'PUT',
		path: '/v3/customers',
		scope: 'customers',
		concurrency: 3,
		handle: (call) => {
			const inputs = readBatch(call, CustomerUpdate, { maximum: BATCH_LIMIT, title: 'Update customers failed.' });
			return shownAfterWrite(call, updateCustomers(call.store, inputs));
		},
	},
	{
		method: 'DELETE',
		path: '/v3/customers',
		scope: 'customers',
		handle: (call) => {
			// Without ids nothing happens and yet 204 is answered (fact: customers v3 specification).
			for (const id of call.query.integers('id:in')) deleteCustomer(call.store, id);
			return noContent;
		},
	},
	{
		method: 'POST',
		path: '/v3/customers/validate-credentials',
		scope: 'customers',
		handle: validateCredentials,
	},
	{
		method: 'GET',
		path: '/v3/customers/attributes',
		scope: 'customers',
		handle: (call) =>
			v3Page(call, filterV3(call.store.attributes.all(), call.query, { name: (a) => a.name, type: (a) => a.type })),
	},
	{
		method: 'GET',
		path: '/v3/customers/attribute-values',
		scope: 'customers',
		handle: (call) =>
			v3Page(
				call,
				filterV3(call.store.attributeValues.all(), call.query, {
					customer_id: (v) => v.customer_id,
					attribute_id: (v) => v.attribute_id,
					date_created: (v) => v.date_created,
					date_modified: (v) => v.date_modified,
				}),
			),
	},
	{
		method: 'POST',
		path: '/v3/customers/attributes',
		scope: 'customers',
		concurrency: 3,
		handle: (call) => {
			const Attribute = z.object({ name: z.string().min(1).max(255), type: z.enum(['string', 'number', 'date']) });
			const inputs = readBatch(call, Attribute);
			if (call.store.attributes.size + inputs.length > 50) throw v3Error(422, 'A store can have 50 attributes.', {});
			const now = new Date(call.store.now).toISOString();
			return v3Data(
				inputs.map((input) => call.store.attributes.add({ ...input, date_created: now, date_modified: now })),
			);
		},
	},
];
