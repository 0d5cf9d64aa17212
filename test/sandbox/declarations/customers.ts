import { each, type Fields } from '../collections/field';
import { anything, choice, list, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { pageWithoutLinks } from '../core/answers';
import type { Key } from '../core/table';
import type { Store } from '../data/store';
import { countryName, newEntry } from '../domain/customers';
import { addressEvent } from '../domain/events';
import { by, CATALOG_TIMES, DATES, TEXT } from './common';

const customer = (store: Store, id: Key): unknown => store.customers.get(id);

const addressFields: Fields = {
	customer_id: whole().required().immutable().refersTo('customer', customer),
	...each('first_name last_name', text(255).required()),
	...each('company address2 phone', text(255).default('')),
	...each('address1 city state_or_province', text(100).required()),
	postal_code: text(30).required(),
	country: text().readOnly(),
	country_code: text(2, /^..$/).required().sample('US'),
	address_type: choice('residential', 'commercial').default('residential'),
	form_fields: list(object({ name: text().required(), value: anything() }))
		.writeOnly()
		.sample([]),
};

/** The address book. A duplicate answers 200 and is missing from the data (fact: customers v3 specification). */
export const customerAddresses = declared('address', 'customers', '/v3/customers/addresses', {
	records: (store) => store.addresses,
	fields: addressFields,
	filters: {
		...by('in', 'id customer_id company'),
		name: ['in', (address) => `${String(address.first_name)} ${String(address.last_name)}`],
	},
	paging: pageWithoutLinks,
	concurrency: { POST: 10, PUT: 3 },
	before: (input, { call: { store }, existing }) => {
		if (!existing) return newEntry(store, Number(input.customer_id), input);
		return 'country_code' in input ? { ...input, country: countryName(store, input.country_code) } : input;
	},
	saved: ({ id, customer_id }, what, { store }) => addressEvent(store, Number(id), Number(customer_id), what),
	calls: {
		createMany: { title: 'Create customer addresses failed.' },
		updateMany: { title: 'Update customer addresses failed.' },
		removeMany: { by: ['id:in'], without: 'nothing' },
	},
});

/** Deleting one takes its values with it. */
export const customerAttributes = declared('attribute', 'customers', '/v3/customers/attributes', {
	fields: {
		name: text(255).required(),
		type: choice('string', 'number', 'date').required().immutable(),
		...CATALOG_TIMES,
	},
	filters: { name: TEXT, type: 'is', ...by(DATES, 'date_created date_modified') },
	limit: 50,
	concurrency: { POST: 3, PUT: 3 },
	saved: ({ id }, what, { store }) => {
		if (what !== 'deleted') return;
		for (const value of store.attributeValues.by('attribute_id', Number(id))) store.attributeValues.delete(value.id);
	},
	calls: { createMany: true, updateMany: { needs: ['name'] }, removeMany: { by: ['id:in'] } },
});

const attribute = (store: Store, id: Key) => customerAttributes.records(store).get(id);

/** Written as `value`, read as `attribute_value`. */
export const customerAttributeValues = declared('attribute value', 'customers', '/v3/customers/attribute-values', {
	records: (store) => store.attributeValues,
	fields: {
		attribute_id: whole().required().refersTo('attribute', attribute),
		customer_id: whole().required().refersTo('customer', customer),
		value: text(255).required().writeOnly(),
		attribute_value: text().readOnly(),
		...CATALOG_TIMES,
	},
	filters: {
		...by('in', 'customer_id attribute_id'),
		...by(DATES, 'date_created date_modified'),
		name: ['is', (value, store) => attribute(store, Number(value.attribute_id))?.name],
	},
	concurrency: { PUT: 3 },
	before: ({ value, ...input }) => ({ ...input, attribute_value: value }),
	calls: { upsertMany: { by: ['attribute_id', 'customer_id'], max: 10 }, removeMany: { by: ['id:in'] } },
});
