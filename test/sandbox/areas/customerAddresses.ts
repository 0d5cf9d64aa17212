import { noContent, v3Data, v3Page } from '../core/answers';
import { invalid } from '../core/errors';
import { filterV3, type FilterFields } from '../core/filter';
import { readBatch, sent } from '../core/input';
import type { Route } from '../core/route';
import type { CustomerAddress } from '../data/customer';
import { AddressCreate, AddressUpdate } from '../domain/customerInput';
import { addAddress } from '../domain/customers';
import { addressEvent } from '../domain/events';

const filters: FilterFields<CustomerAddress> = {
	id: (a) => a.id,
	customer_id: (a) => a.customer_id,
	company: (a) => a.company,
	name: (a) => `${a.first_name} ${a.last_name}`,
};

const path = '/v3/customers/addresses';

/** Address book of customers. */
export const addressRoutes: Route[] = [
	{
		method: 'GET',
		path,
		scope: 'customers',
		handle: (call) => v3Page(call, filterV3(call.store.addresses.all(), call.query, filters)),
	},
	{
		method: 'POST',
		path,
		scope: 'customers',
		concurrency: 10,
		handle: (call) => {
			const title = 'Create customer addresses failed.';
			const inputs = readBatch(call, AddressCreate, { title });
			const unknown = inputs.findIndex(({ customer_id }) => !call.store.customers.get(customer_id));
			if (unknown >= 0) throw invalid({ [`${unknown}.customer_id`]: 'The customer does not exist' }, title);
			// A duplicate answers 200 and is missing from the data (fact: customers v3 specification).
			return v3Data(inputs.flatMap((input) => addAddress(call.store, input.customer_id, input) ?? []));
		},
	},
	{
		method: 'PUT',
		path,
		scope: 'customers',
		concurrency: 3,
		handle: (call) => {
			const { store } = call;
			const title = 'Update customer addresses failed.';
			const inputs = readBatch(call, AddressUpdate, { title });
			const unknown = inputs.findIndex(({ id }) => !store.addresses.get(id));
			if (unknown >= 0) throw invalid({ [`${unknown}.id`]: 'The address does not exist' }, title);
			return v3Data(
				inputs.map(({ form_fields: _, ...input }) => {
					const old = store.addresses.get(input.id) as CustomerAddress;
					const address = store.addresses.put({ ...old, ...sent(input) });
					addressEvent(store, address.id, address.customer_id, 'updated');
					return address;
				}),
			);
		},
	},
	{
		method: 'DELETE',
		path,
		scope: 'customers',
		handle: ({ store, query }) => {
			for (const id of query.integers('id:in')) {
				const address = store.addresses.get(id);
				if (!address) continue;
				store.addresses.delete(id);
				addressEvent(store, id, address.customer_id, 'deleted');
			}
			return noContent;
		},
	},
];
