import type { RecordKind } from '../../model/record';
import { SCOPES } from '../../transport/scopes';
import type { RecordListing, Way } from '../listing';
import { numberIn, wordsOf } from '../matching';
import { joined, personOf, text, withDetail } from '../rows';
import { ask, compare, lastResort } from '../ways';
import { addressWith, pageAt } from './addresses';

const CUSTOMER_PANEL = '/manage/customers/{id}/edit';
const GROUP_PANEL = '/manage/customers/groups/{id}/edit';

export const CUSTOMER: RecordKind = {
	name: 'customer',
	displayName: 'Customer',
	idKind: 'id',
	exampleId: '25',
	keys: [
		{
			mode: 'email',
			displayName: 'By Email',
			placeholder: 'e.g. nathan@example.com',
			find: { endpoint: 'GET /v3/customers', filter: 'email:in', row: 'email', scope: SCOPES.customers },
		},
	],
	page: pageAt(CUSTOMER_PANEL, '25', '/manage/customers/(?:edit/)?'),
};

export const CUSTOMER_ADDRESS: RecordKind = {
	name: 'customerAddress',
	displayName: 'Customer Address',
	idKind: 'id',
	exampleId: '15',
};

export const CUSTOMER_ATTRIBUTE: RecordKind = {
	name: 'customerAttribute',
	displayName: 'Customer Attribute',
	idKind: 'id',
	exampleId: '2',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Birthday',
			find: { endpoint: 'GET /v3/customers/attributes', filter: 'name', row: 'name', scope: SCOPES.customers },
		},
	],
};

export const CUSTOMER_GROUP: RecordKind = {
	name: 'customerGroup',
	displayName: 'Customer Group',
	idKind: 'id',
	exampleId: '3',
	keys: [
		{
			mode: 'name',
			displayName: 'By Name',
			placeholder: 'e.g. Wholesale',
			find: { endpoint: 'GET /v2/customer_groups', filter: 'name', row: 'name', scope: SCOPES.customers },
		},
	],
	page: pageAt(GROUP_PANEL, '3', '/manage/customers/groups/'),
};

export const SUBSCRIBER: RecordKind = {
	name: 'subscriber',
	displayName: 'Subscriber',
	idKind: 'id',
	exampleId: '9',
	keys: [
		{
			mode: 'email',
			displayName: 'By Email',
			placeholder: 'e.g. nathan@example.com',
			find: { endpoint: 'GET /v3/customers/subscribers', filter: 'email', row: 'email', scope: SCOPES.customers },
		},
	],
};

export const WISHLIST: RecordKind = {
	name: 'wishlist',
	displayName: 'Wishlist',
	idKind: 'id',
	exampleId: '30',
	// What a shopper sees and shares.
	page: {
		pattern: addressWith('/wishlist\\.php\\?(?:\\S*&)?wishlistid='),
		example: 'https://www.example.com/wishlist.php?action=viewwishlistitems&wishlistid=30',
	},
};

/** What the store's own searches miss, such as a part of an email, is looked for among so many pages. */
const COMPARED_PEOPLE_PAGES = 4;

const amongFirst = (typed: string): Way => lastResort(compare(typed, { pages: COMPARED_PEOPLE_PAGES }));

/** BigCommerce takes commas for several names, and knows them in one order only: `Becker, Anna` is neither. */
function customersNamed(typed: string): Way {
	const words = wordsOf(typed);
	const [longest = typed] = [...words].sort((one, other) => other.length - one.length);
	return words.length > 1 ? compare(typed, { query: { 'name:like': longest } }) : ask({ 'name:like': longest });
}

export const CUSTOMER_LISTINGS: readonly RecordListing[] = [
	{
		record: CUSTOMER,
		endpoint: 'GET /v3/customers',
		scope: SCOPES.customers,
		label: (row) => withDetail(personOf(row) || text(row.company), text(row.email)),
		compared: (row) => text(personOf(row), row.company, row.email),
		ways: (typed) => {
			if (typed.includes('@')) return [ask({ 'email:in': typed }), amongFirst(typed)];
			const id = numberIn(typed);
			if (id !== undefined) return [ask({ 'id:in': id }), lastResort(ask({ 'phone:in': id })), amongFirst(typed)];
			return [customersNamed(typed), lastResort(ask({ 'company:in': typed })), amongFirst(typed)];
		},
		panel: CUSTOMER_PANEL,
	},
	{
		record: CUSTOMER_ADDRESS,
		endpoint: 'GET /v3/customers/addresses',
		scope: SCOPES.customers,
		parent: { field: 'customer_id', record: CUSTOMER, filter: 'customer_id:in' },
		label: (row) =>
			joined(
				' · ',
				personOf(row) || row.company,
				joined(', ', row.address1, row.city, row.postal_code, row.country_code),
			),
	},
	{
		record: CUSTOMER_ATTRIBUTE,
		endpoint: 'GET /v3/customers/attributes',
		scope: SCOPES.customers,
		label: ({ name }) => text(name),
		ways: (typed) => [ask({ 'name:like': typed })],
	},
	{
		record: CUSTOMER_GROUP,
		endpoint: 'GET /v2/customer_groups',
		scope: SCOPES.customers,
		label: ({ name }) => text(name),
		panel: GROUP_PANEL,
	},
	{
		record: SUBSCRIBER,
		endpoint: 'GET /v3/customers/subscribers',
		scope: SCOPES.customers,
		label: (row) => withDetail(personOf(row), text(row.email)),
		ways: (typed) => {
			if (typed.includes('@')) return [ask({ email: typed }), amongFirst(typed)];
			const id = numberIn(typed);
			if (id !== undefined) return [ask({ 'id:in': id }), amongFirst(typed)];
			return [ask({ last_name: typed }), ask({ first_name: typed }), amongFirst(typed)];
		},
	},
	{
		record: WISHLIST,
		endpoint: 'GET /v3/wishlists',
		scope: SCOPES.customers,
		label: ({ name, customer_id: customer }) => joined(' · ', name, customer && `customer ${text(customer)}`),
	},
];
