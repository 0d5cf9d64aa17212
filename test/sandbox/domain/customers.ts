import { rfc3339 } from '../core/format';
import { invalid } from '../core/errors';
import { sent } from '../core/input';
import { newAddress, newCustomer, type Customer, type CustomerAddress } from '../data/customer';
import type { Store } from '../data/store';
import type { AddressInput, CustomerCreate, CustomerUpdate } from './customerInput';
import { addressEvent, customerEvent } from './events';

/** Refuses the whole batch if an e-mail address is taken or comes twice (fact: listed under 422). */
function checkEmails(
	store: Store,
	inputs: readonly { id?: number; email?: string | undefined }[],
	title: string,
): void {
	const errors: Record<string, string> = {};
	const seen = new Set<string>();
	for (const [index, { id, email }] of inputs.entries()) {
		if (email === undefined) continue;
		const key = email.toLowerCase();
		const isTaken = store.customers.by('email', key).some((customer) => customer.id !== id);
		if (isTaken || seen.has(key)) errors[`${index}.email`] = `email ${email} already in use`;
		seen.add(key);
	}
	if (Object.keys(errors).length > 0) throw invalid(errors, title);
}

function checkGroups(store: Store, inputs: readonly { customer_group_id?: number | undefined }[], title: string): void {
	for (const [index, { customer_group_id: group }] of inputs.entries()) {
		if (group && !store.customerGroups.get(group)) {
			throw invalid({ [`${index}.customer_group_id`]: `customer group ${group} does not exist` }, title);
		}
	}
}

/** @throws 422, and then no customer of the batch is created */
export function createCustomers(store: Store, inputs: readonly CustomerCreate[]): Customer[] {
	const title = 'Create customers failed.';
	checkEmails(store, inputs, title);
	checkGroups(store, inputs, title);
	return inputs.map((input) => {
		const { addresses, attributes, authentication, trigger_account_created_notification: _, ...fields } = input;
		const { email, first_name, last_name } = fields;
		const customer = store.customers.put({
			...newCustomer(store.customers.nextId(), store.now, { email, first_name, last_name }),
			...sent(fields),
			authentication: { force_password_reset: authentication?.force_password_reset ?? false },
			password: authentication?.new_password,
		});
		for (const address of addresses ?? []) addAddress(store, customer.id, address);
		const now = rfc3339(store.now);
		for (const value of attributes ?? []) {
			store.attributeValues.add({ ...value, customer_id: customer.id, date_created: now, date_modified: now });
		}
		customerEvent(store, customer, 'created');
		return customer;
	});
}

/** @throws 422, and then no customer of the batch is changed */
export function updateCustomers(store: Store, inputs: readonly CustomerUpdate[]): Customer[] {
	const title = 'Update customers failed.';
	const missing = inputs.findIndex(({ id }) => !store.customers.get(id));
	if (missing >= 0) {
		throw invalid({ [`${missing}.id`]: `customer ${inputs[missing]?.id} does not exist` }, title);
	}
	checkEmails(store, inputs, title);
	checkGroups(store, inputs, title);
	return inputs.map(({ authentication, ...input }) => {
		const old = store.customers.get(input.id) as Customer;
		const customer = store.customers.put({
			...old,
			...sent(input),
			authentication: {
				...old.authentication,
				...sent({ force_password_reset: authentication?.force_password_reset }),
			},
			password: authentication?.new_password ?? old.password,
			date_modified: rfc3339(store.now),
		});
		customerEvent(store, customer, 'updated');
		return customer;
	});
}

export function deleteCustomer(store: Store, id: number): void {
	const customer = store.customers.get(id);
	if (!customer) return;
	store.customers.delete(id);
	for (const address of store.addresses.by('customer_id', id)) store.addresses.delete(address.id);
	for (const value of store.attributeValues.by('customer_id', id)) store.attributeValues.delete(value.id);
	customerEvent(store, customer, 'deleted');
}

const same = (a: CustomerAddress, b: CustomerAddress): boolean =>
	Object.keys(a).every((name) => name === 'id' || Reflect.get(a, name) === Reflect.get(b, name));

/** Name of a country of the store's list; empty for one that it does not have. */
export function countryName(store: Store, code: unknown): string {
	const country = store.countries.all().find((record) => record.country_iso2 === code);
	return typeof country?.country === 'string' ? country.country : '';
}

/** What an address book entry holds; undefined when the customer has the very same address already. */
export function newEntry(
	store: Store,
	customerId: number,
	input: Partial<AddressInput>,
): Omit<CustomerAddress, 'id'> | undefined {
	const { form_fields: _, ...fields } = input;
	const country = countryName(store, input.country_code);
	const { id, ...address } = { ...newAddress(0, customerId), ...sent(fields), country };
	return store.addresses.by('customer_id', customerId).some((other) => same({ id, ...address }, other))
		? undefined
		: address;
}

/** Adds to the address book what is not there yet. */
function addAddress(store: Store, customerId: number, input: AddressInput): void {
	const entry = newEntry(store, customerId, input);
	if (!entry) return;
	addressEvent(store, store.addresses.add(entry).id, customerId, 'created');
}
