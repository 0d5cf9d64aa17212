import { choice, date, ids, words } from '../shared/fields';
import type { Field } from '../types';

/** Source: BigCommerce, customers.v3. */
export const listFilters: readonly Field[] = [
	words('company:in', 'Companies', { placeholder: 'e.g. Example Inc, Sample LLC' }),
	ids('customer_group_id:in', 'Customer Group IDs', { description: 'Customers in any of these groups' }),
	ids('id:in', 'Customer IDs'),
	date('date_created', 'Created At', { description: 'Exactly this moment' }),
	date('date_created:min', 'Created After'),
	date('date_created:max', 'Created Before'),
	words('email:in', 'Emails', { placeholder: 'e.g. nathan@example.com, amy@example.com' }),
	date('date_modified', 'Modified At', { description: 'Exactly this moment' }),
	date('date_modified:min', 'Modified After'),
	date('date_modified:max', 'Modified Before'),
	words('name:in', 'Names', {
		placeholder: 'e.g. Nathan Smith, Amy Jones',
		description: 'Exactly one of these names, first and last name together',
	}),
	words('name:like', 'Name Contains', {
		placeholder: 'e.g. smith',
		description: 'Any of these pieces of first and last name',
	}),
	words('phone:in', 'Phones', { placeholder: 'e.g. 555-0100, 555-0101' }),
	words('registration_ip_address:in', 'Registration IP Addresses', {
		placeholder: 'e.g. 192.0.2.10',
		description: 'Addresses from which customers signed up; customers created by apps have none',
	}),
];

export const sort = choice('sort', 'Sort By', [
	['date_created:asc', 'Date Created, Ascending'],
	['date_created:desc', 'Date Created, Descending'],
	['date_modified:asc', 'Date Modified, Ascending'],
	['date_modified:desc', 'Date Modified, Descending'],
	['last_name:asc', 'Last Name, Ascending'],
	['last_name:desc', 'Last Name, Descending'],
]);
