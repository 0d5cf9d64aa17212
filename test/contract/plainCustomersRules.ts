import type { Sandbox } from '../sandbox';
import { byId, callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

type Body = Parameters<typeof callStore>[3];

/** Makes a record of the collection. @returns its ID */
async function made(store: Sandbox, path: string, body: Body): Promise<number> {
	const answer = (await callStore({ store }, 'POST', path, body)) as { id?: number; data?: unknown };
	const [row] = [answer.data ?? answer].flat() as Array<{ id: number }>;
	return row!.id;
}

/** The samples of an operation name a record that exists. */
const existing = (key: string, path: string, body: Body): SampleRule => ({
	values: async (store) => ({ [key]: byId(await made(store, path, body)) }),
});

const address = {
	customer_id: 1,
	first_name: 'Amy',
	last_name: 'Jones',
	address1: '500 Example Street',
	city: 'Austin',
	state_or_province: 'Texas',
	postal_code: '78701',
	country_code: 'US',
};
const people = { to_name: 'Amy', to_email: 'amy@example.com', from_name: 'Nathan', from_email: 'nathan@example.com' };
const banner = { name: 'Sale', content: '<p>Sale</p>', page: 'home_page', location: 'top', date_type: 'always' };
const certificate = { ...people, amount: '10' };

const group = existing('customer_group_id', '/v2/customer_groups', { name: 'Dealers' });
const customerAddress = existing('id', '/v3/customers/addresses', [address]);
const attribute = existing('id', '/v3/customers/attributes', [{ name: 'Hobby', type: 'string' }]);
const subscriber = existing('subscriber_id', '/v3/customers/subscribers', { email: 'amy@example.com' });
const giftCertificate = existing('id', '/v2/gift_certificates', certificate);
const aBanner = existing('id', '/v2/banners', banner);
const wishlist = existing('wishlist_id', '/v3/wishlists', { customer_id: 1, name: 'Mine', items: [] });
const page = existing('pageId', '/v3/content/pages', { name: 'Sizes', type: 'raw', body: '<p>S</p>' });

/** What reads, updates and deletes one record of a resource. */
const onOne = (resource: string, rule: SampleRule, always: readonly string[]): Record<string, SampleRule> => ({
	[`${resource}.get`]: rule,
	[`${resource}.getAll`]: { values: async (store) => (await rule.values?.(store), {}) },
	[`${resource}.update`]: { ...rule, always },
	[`${resource}.delete`]: rule,
});

export const PLAIN_CUSTOMERS_RULES: Readonly<Record<string, SampleRule>> = {
	...onOne('customerGroup', group, ['name']),
	'customerGroup.update': { values: async (store) => ({ ...(await group.values?.(store)), name: 'Partners' }) },
	'customerGroup.upsert': { values: () => ({ name: 'Dealers' }) },
	'customerGroup.create': { values: () => ({ name: 'Dealers' }) },
	...onOne('customerAddress', customerAddress, ['company']),
	// The country of the sample has states and postal codes.
	'customerAddress.create': { values: () => ({ state_or_province: 'Texas', postal_code: '78701' }) },
	...onOne('customerAttribute', attribute, ['name']),
	'customerAttribute.upsert': { values: () => ({ type: 'string' }) },
	...onOne('subscriber', subscriber, ['first_name']),
	...onOne('giftCertificate', giftCertificate, ['message']),
	...onOne('banner', aBanner, ['name']),
	...onOne('wishlist', wishlist, ['name']),
	...onOne('page', page, ['name']),
};
