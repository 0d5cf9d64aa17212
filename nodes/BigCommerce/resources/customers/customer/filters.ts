import type { Field } from '../../../model/field';
import { sortByPair } from '../../../model/collections';
import { date, words } from '../../../model/fields';
import { CUSTOMER, CUSTOMER_GROUP } from '../../../records/catalogue';
import { pick } from '../../../records/fields';

/** Source: BigCommerce, customers.v3. */
export const listFilters: readonly Field[] = [
	words('company:in', 'Companies', { placeholder: 'e.g. Example Inc, Sample LLC' }),
	pick(CUSTOMER_GROUP, {
		name: 'customer_group_id:in',
		many: true,
		required: false,
		description: 'Customers in any of these groups',
	}),
	pick(CUSTOMER, { name: 'id:in', many: true, required: false, description: 'Only these customers' }),
	date('date_created', 'Date Created', { description: 'Exactly this moment' }),
	date('date_created:min', 'Created After'),
	date('date_created:max', 'Created Before'),
	words('email:in', 'Emails', { placeholder: 'e.g. nathan@example.com, amy@example.com' }),
	date('date_modified', 'Date Modified', { description: 'Exactly this moment' }),
	date('date_modified:min', 'Modified After'),
	date('date_modified:max', 'Modified Before'),
	words('name:in', 'Names', {
		placeholder: 'e.g. Nathan Smith, Amy Jones',
		description: 'Exactly one of these names, first and last name together',
	}),
	words('name:like', 'Name Contains', {
		placeholder: 'e.g. smith',
		description: 'Any of these parts of first and last name',
	}),
	words('phone:in', 'Phone Numbers', { placeholder: 'e.g. 555-0100, 555-0101' }),
	words('registration_ip_address:in', 'Registration IP Addresses', {
		placeholder: 'e.g. 192.0.2.10',
		description: 'Addresses from which customers signed up; customers created by apps have none',
	}),
];

export const sort = sortByPair(
	['date_created', 'Date Created'],
	['date_modified', 'Date Modified'],
	['last_name', 'Last Name'],
);
