import { z } from 'zod';
import { noContent, ok, v3Data } from '../core/answers';
import { cursorsWithoutLinks } from '../core/cursor';
import { invalid } from '../core/errors';
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
		customers = query.list('email:in').flatMap((email) => store.customers.by('email', email));
	}
	customers = filterV3(customers, query, filters);
	if (query.has('sort')) {
		const [field = '', direction = 'asc'] = (query.text('sort') ?? '').split(':');
		const read = Object.hasOwn(sorts, field) ? sorts[field] : undefined;
		if (!read || (direction !== 'asc' && direction !== 'desc')) throw invalid({ sort: 'error.sort.invalid' });
		customers = sortBy(customers, read, direction);
	}
	const include = query.list('include');
	return cursorsWithoutLinks(call, customers, (customer) => customerView(store, customer, include));
};

const shown = (call: Call, customers: readonly Customer[], include: readonly string[]): Answer =>
	v3Data(customers.map((customer) => customerView(call.store, customer, include)));

const Credentials = z.object({
	email: z.string().email(),
	password: z.string(),
	channel_id: z.number().int().optional(),
});

const validateCredentials = (call: Call): Answer => {
	const { email, password } = readBody(call, Credentials);
	const customer = call.store.customers.by('email', email)[0];
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
			return shown(call, createCustomers(call.store, inputs), ['addresses', 'attributes', 'storecredit']);
		},
	},
	{
		method: 'PUT',
		path: '/v3/customers',
		scope: 'customers',
		concurrency: 3,
		handle: (call) => {
			const inputs = readBatch(call, CustomerUpdate, { maximum: BATCH_LIMIT, title: 'Update customers failed.' });
			return shown(call, updateCustomers(call.store, inputs), ['storecredit']);
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
];
