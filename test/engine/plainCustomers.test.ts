import type { INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const people = { to_name: 'Amy', to_email: 'amy@example.com', from_name: 'Nathan', from_email: 'nathan@example.com' };
const texas = { state_or_province: 'Texas', postal_code: '78701', country_code: 'US' };

interface Plain {
	resource: string;
	path: string;
	/** Field that names a record. */
	key: string;
	create: INodeParameters;
	/** Two items; the second run of them is refused at the second, by the field named. */
	items: [JsonObject, JsonObject];
	rows: [object, object];
	/** What an item without this is refused for. */
	refused: { without: string; message: string };
	change: INodeParameters;
	changed: object;
}

const CASES: Plain[] = [
	{
		resource: 'customerGroup',
		path: '/v2/customer_groups',
		key: 'customer_group_id',
		create: { name: '={{ $json.name }}', is_default: '={{ $json.isDefault }}' },
		items: [
			{ name: ' Dealers ', isDefault: 'no' },
			{ name: 'Partners', isDefault: false },
		],
		rows: [
			{ name: 'Dealers', is_default: false },
			{ name: 'Partners', is_default: false },
		],
		refused: { without: 'name', message: 'Name is empty' },
		change: { name: '=Group {{ $json.id }}' },
		changed: { is_default: false, category_access: { type: 'all' } },
	},
	{
		resource: 'customerAddress',
		path: '/v3/customers/addresses',
		key: 'id',
		create: {
			customer_id: byId('={{ $json.customer }}'),
			first_name: 'Amy',
			last_name: '={{ $json.name }}',
			address1: '500 Example Street',
			city: 'Austin',
			...texas,
			company: '',
		},
		items: [
			{ customer: 1, name: 'Jones' },
			{ customer: 2, name: 'Smith' },
		],
		rows: [
			{ customer_id: 1, last_name: 'Jones', ...texas },
			{ customer_id: 2, last_name: 'Smith', ...texas },
		],
		refused: { without: 'name', message: 'Last Name is empty' },
		change: { city: 'Dallas' },
		changed: { city: 'Dallas', address1: '500 Example Street', ...texas },
	},
	{
		resource: 'customerAttribute',
		path: '/v3/customers/attributes',
		key: 'id',
		create: { name: '={{ $json.name }}', type: '={{ $json.type }}' },
		items: [
			{ name: 'Hobby', type: 'Text' },
			{ name: 'Shoe Size', type: 'number' },
		],
		rows: [
			{ name: 'Hobby', type: 'string' },
			{ name: 'Shoe Size', type: 'number' },
		],
		refused: { without: 'type', message: 'Type is empty' },
		change: { name: '=Attribute {{ $json.id }}' },
		changed: {},
	},
	{
		resource: 'subscriber',
		path: '/v3/customers/subscribers',
		key: 'subscriber_id',
		create: { email: '={{ $json.email }}', first_name: '={{ $json.name }}', consents: ['abandoned_cart'] },
		items: [
			{ email: 'amy@example.com ', name: 'Amy' },
			{ email: 'bob@example.com', name: 'Bob' },
		],
		rows: [
			{ email: 'amy@example.com', first_name: 'Amy', consents: ['abandoned_cart'] },
			{ email: 'bob@example.com', first_name: 'Bob', consents: ['abandoned_cart'] },
		],
		refused: { without: 'email', message: 'Email is empty' },
		change: { last_name: 'Jones' },
		changed: { last_name: 'Jones', consents: ['abandoned_cart'] },
	},
	{
		resource: 'giftCertificate',
		path: '/v2/gift_certificates',
		key: 'id',
		create: { ...people, amount: '={{ $json.amount }}', expiry_date: '={{ $json.expires }}' },
		items: [
			{ amount: '10', expires: '2030-01-31T12:00:00Z' },
			{ amount: 25.5, expires: '' },
		],
		rows: [
			{ amount: 10, balance: 10, expiry_date: '2030-01-31T12:00:00Z' },
			{ amount: 25.5, balance: 25.5, expiry_date: null },
		],
		refused: { without: 'amount', message: 'Amount is empty' },
		change: { status: 'disabled' },
		changed: { status: 'disabled', to_email: 'amy@example.com' },
	},
	{
		resource: 'banner',
		path: '/v2/banners',
		key: 'id',
		create: {
			name: '={{ $json.name }}',
			content: '<p>Sale</p>',
			page: 'category_page',
			location: 'top',
			date_type: 'custom',
			category_id: byId('={{ $json.category }}'),
			visible: '={{ $json.visible }}',
			date_from: '2026-11-20T10:00:00+01:00',
		},
		items: [
			{ name: 'Spring', category: 1, visible: 'yes' },
			{ name: 'Summer', category: 2, visible: false },
		],
		rows: [
			{ name: 'Spring', item_id: '1', visible: '1', date_from: '2026-11-20T09:00:00Z', date_to: null },
			{ name: 'Summer', item_id: '2', visible: '0' },
		],
		refused: { without: 'name', message: 'Name is empty' },
		change: { location: 'bottom' },
		changed: { location: 'bottom', page: 'category_page', date_from: '2026-11-20T09:00:00Z' },
	},
	{
		resource: 'wishlist',
		path: '/v3/wishlists',
		key: 'wishlist_id',
		create: {
			customer_id: byId(1),
			name: '={{ $json.name }}',
			items: { values: [{ product_id: byId('={{ $json.product }}'), variant_id: '1' }] },
		},
		items: [
			{ name: 'School', product: 1 },
			{ name: 'Garden', product: 2 },
		],
		rows: [
			{ name: 'School', items: [rowWith({ product_id: 1, variant_id: 1 })] },
			{ name: 'Garden', items: [rowWith({ product_id: 2 })] },
		],
		refused: { without: 'name', message: 'Name is empty' },
		change: { is_public: true },
		changed: { is_public: true, customer_id: 1, items: [rowWith({ variant_id: 1 })] },
	},
	{
		resource: 'page',
		path: '/v3/content/pages',
		key: 'pageId',
		create: { name: '={{ $json.name }}', type: 'link', link: '={{ $json.link }}' },
		items: [
			{ name: 'Sizes', link: 'https://www.example.com/sizes' },
			{ name: 'Press', link: 'https://www.example.com/press' },
		],
		rows: [
			{ name: 'Sizes', type: 'link', url: '/sizes/' },
			{ name: 'Press', type: 'link', url: '/press/' },
		],
		refused: { without: 'link', message: 'Link is empty' },
		change: { sort_order: 7 },
		changed: { sort_order: 7, type: 'link' },
	},
];

describe.each(CASES)('$resource', ({ resource, path, key, create, items, rows, refused, change, changed }) => {
	const sandbox = useSandbox({ customers: 2, products: 3, orders: 0 });
	const run = operationsOf(resource, sandbox);
	const writes = () => sandbox.store.requests.all.filter(({ method }) => method !== 'GET');
	const named = { [key]: byId('={{ $json.id }}') };
	let ids: unknown[] = [];

	it('is created, each item for itself', async () => {
		const result = await run('create', create, items);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual(rows.map((row, index) => [index, rowWith(row)]));
		ids = result.items.map(({ json }) => json.id);
		expect(new Set(ids).size).toBe(2);
		expect(writes().every((request) => request.path.endsWith(path))).toBe(true);
	});

	it('is not created at all where an item lacks something', async () => {
		const { error } = await run('create', create, [items[0], { ...items[1], [refused.without]: '' }]);
		expect(error?.message).toContain(refused.message);
		expect(error?.context?.itemIndex).toBe(1);
		expect(writes()).toEqual([]);
	});

	it('is read by ID; one that does not exist fails its item only', async () => {
		const result = await run('get', named, [{ id: ids[1] }, { id: 9999 }, { id: ids[0] }], {
			onError: 'continueRegularOutput',
		});
		expect(paired(result)).toEqual([
			[0, rowWith(rows[1])],
			[1, rowWith({ error: expect.any(String) as string })],
			[2, rowWith(rows[0])],
		]);
	});

	it('is updated in what changes only', async () => {
		const result = await run('update', { ...named, ...change }, [{ id: ids[0] }, { id: 9999 }, { id: ids[1] }], {
			onError: 'continueRegularOutput',
		});
		expect(paired(result)).toEqual([
			[0, rowWith({ id: ids[0], ...changed })],
			[1, rowWith({ error: expect.any(String) as string })],
			[2, rowWith({ id: ids[1] })],
		]);
	});

	it('is listed and deleted', async () => {
		const before = await run('getAll', { returnAll: true });
		expect(before.items.map(({ json }) => json.id)).toEqual(expect.arrayContaining(ids));
		const result = await run('delete', named, [{ id: ids[1] }, { id: ids[0] }]);
		expect(paired(result)).toEqual([
			[0, rowWith({ deleted: true })],
			[1, rowWith({ deleted: true })],
		]);
		const after = await run('getAll', { returnAll: true });
		expect(after.items.map(({ json }) => json.id)).not.toEqual(expect.arrayContaining([ids[0]]));
		expect(after.items).toHaveLength(before.items.length - 2);
	});
});

describe('Create or Update', () => {
	const sandbox = useSandbox({ customers: 2, products: 0, orders: 0 });
	const writes = () => sandbox.store.requests.all.filter(({ method }) => method !== 'GET');

	it.each([
		['customerGroup', 'name', { is_group_for_guests: false }, ['POST', 'PUT']],
		['customerAttribute', 'name', { type: 'string' }, ['POST', 'PUT']],
		['subscriber', 'email', { first_name: 'Amy' }, ['POST', 'PUT']],
	])('finds a %s by its %s', async (resource, key, fields, methods) => {
		const run = operationsOf(resource, sandbox);
		const parameters = { [key]: '={{ $json.key }}', ...fields };
		const known = await run('upsert', parameters, [{ key: 'a@example.com' }]);
		const both = await run('upsert', parameters, [{ key: 'b@example.com' }, { key: 'A@example.com' }]);
		expect(both.error).toBeUndefined();
		expect(paired(both).map(([item]) => item)).toEqual([0, 1]);
		expect(both.items[1]?.json.id).toBe(known.items[0]?.json.id);
		expect(both.items[0]?.json.id).not.toBe(known.items[0]?.json.id);
		expect([...new Set(writes().map(({ method }) => method))].sort()).toEqual(methods);
	});

	it('sends the type of an attribute for a new one only', async () => {
		const run = operationsOf('customerAttribute', sandbox);
		const parameters = { name: '={{ $json.name }}', type: 'number' };
		await run('upsert', parameters, [{ name: 'Points' }]);
		await run('upsert', parameters, [{ name: 'Points' }]);
		expect(writes().map(({ method, body }) => [method, body])).toEqual([
			['POST', [{ name: 'Points', type: 'number' }]],
			['PUT', [{ id: expect.any(Number) as number, name: 'Points' }]],
		]);
		const { error } = await run('upsert', { name: 'Miles' });
		expect(error?.message).toContain('Type');
	});
});

describe('Updates that must send everything', () => {
	const sandbox = useSandbox({ customers: 1, products: 2, orders: 0 });
	const put = () => sandbox.store.requests.all.find(({ method }) => method === 'PUT')?.body;

	it('leave balance, code and dates of a gift certificate as they are', async () => {
		const body = { ...people, amount: '50', balance: '12.5', code: 'GIFT-1', expiry_date: '2030-01-31T12:00:00Z' };
		const { id } = (await callStore(sandbox, 'POST', '/v2/gift_certificates', body)) as { id: number };
		const { items, error } = await operationsOf('giftCertificate', sandbox)('update', { id: byId(id), to_name: 'Zoe' });
		expect(error).toBeUndefined();
		expect(put()).toMatchObject({
			to_name: 'Zoe',
			balance: '12.5000',
			code: 'GIFT-1',
			expiry_date: 'Thu, 31 Jan 2030 12:00:00 +0000',
		});
		expect(items[0]?.json).toMatchObject({ balance: 12.5, code: 'GIFT-1', expiry_date: '2030-01-31T12:00:00Z' });
	});

	it('refuse a banner on the pages of a brand and of a category', async () => {
		const place = { brand_id: byId(1), category_id: byId(1) };
		const { error } = await operationsOf('banner', sandbox)('update', { id: byId(1), ...place });
		expect(error?.message).toContain('Category and Brand both have a value');
		expect(sandbox.store.requests.all).toEqual([]);
	});
});
