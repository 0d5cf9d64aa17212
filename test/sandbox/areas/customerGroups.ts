import { z } from 'zod';
import { ok } from '../core/answers';
import { crudRoutes } from '../core/crud';
import { v2Error } from '../core/errors';
import { filterV2, type FilterFields } from '../core/filter';
import { sent } from '../core/input';
import type { Route } from '../core/route';
import type { CustomerGroup } from '../data/customer';

const filters: FilterFields<CustomerGroup> = {
	name: (g) => g.name,
	is_default: (g) => g.is_default,
	is_group_for_guests: (g) => g.is_group_for_guests,
	date_created: (g) => g.date_created,
	date_modified: (g) => g.date_modified,
};

const Fields = z
	.object({
		name: z.string().min(1),
		is_default: z.boolean(),
		is_group_for_guests: z.boolean(),
		category_access: z.object({
			type: z.enum(['all', 'specific', 'none']),
			categories: z.array(z.number().int()).default([]),
		}),
		discount_rules: z.array(z.record(z.unknown())),
	})
	.partial();

/** Group dates are written without a zone (fact: customers v2 specification). */
const groupDate = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

export const customerGroupRoutes: Route[] = [
	...crudRoutes({
		path: '/v2/customer_groups',
		idParam: 'customer_group_id',
		scope: 'customers',
		concurrency: 40,
		records: (store) => store.customerGroups,
		filters,
		create: {
			schema: Fields.required({ name: true }),
			status: 200,
			make: (input, { store }) => {
				if (store.customerGroups.all().some((group) => group.name === input.name)) {
					throw v2Error(409, `A customer group named '${input.name}' already exists.`);
				}
				const now = groupDate(store.now);
				return {
					is_default: false,
					is_group_for_guests: false,
					category_access: { type: 'all' as const },
					discount_rules: [],
					...sent(input),
					name: input.name,
					date_created: now,
					date_modified: now,
				};
			},
		},
		update: {
			schema: Fields,
			change: (group, input, { store }) => ({ ...group, ...sent(input), date_modified: groupDate(store.now) }),
		},
		canDelete: true,
		changed: ({ store }, group, what) => {
			if (what !== 'deleted') return;
			for (const customer of store.customers.all()) {
				if (customer.customer_group_id === group.id) store.customers.put({ ...customer, customer_group_id: 0 });
			}
		},
	}),
	{
		method: 'GET',
		path: '/v2/customer_groups/count',
		scope: 'customers',
		handle: ({ store, query }) => ok({ count: filterV2(store.customerGroups.all(), query, filters).length }),
	},
];
