import { each } from '../collections/field';
import { bag, changedOn, choice, flag, list, madeOn, object, text, whole } from '../collections/kinds';
import { declared } from '../collections/routes';
import { by, DATES, TEXT } from './common';

/** Group dates are written without a zone (fact: customers v2 specification). */
const groupDate = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

const access = object({
	type: choice('all', 'specific', 'none').required(),
	categories: list(whole()).default([]),
});

/** Members of a deleted group become ungrouped. */
export const customerGroups = declared('customer group', 'customers', '/v2/customer_groups/{customer_group_id}', {
	records: (store) => store.customerGroups,
	fields: {
		name: text().required().unique(),
		...each('is_default is_group_for_guests', flag().default(false)),
		category_access: access.default({ type: 'all' }),
		discount_rules: list(bag()).default([]).sample([]),
		date_created: madeOn(groupDate),
		date_modified: changedOn(groupDate),
	},
	filters: { name: TEXT, ...by('is', 'is_default is_group_for_guests'), ...by(DATES, 'date_created date_modified') },
	concurrency: 40,
	saved: ({ id }, what, { store }) => {
		if (what !== 'deleted') return;
		for (const customer of store.customers.by('customer_group_id', Number(id))) {
			store.customers.put({ ...customer, customer_group_id: 0 });
		}
	},
	calls: { count: true, create: { status: 200 }, update: true, remove: true },
});
