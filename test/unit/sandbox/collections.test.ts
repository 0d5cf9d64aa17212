import { startSandbox, type Sandbox } from '../../sandbox';
import { clientOf, dataOf, type Client, type Reply } from './client';
import { aNumber, aString } from './matchers';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
	sandbox = await startSandbox({ products: 10, customers: 3, orders: 2 });
	api = clientOf(sandbox);
});
afterEach(() => sandbox.close());

describe('Blog', () => {
	const post = (title: string, published_date: string, more: object = {}) =>
		api.post('/v2/blog/posts', { title, body: `<p>${title}</p>`, published_date, ...more });

	test('posts are listed from the latest on, found by tag, counted, and deleted by the page', async () => {
		await post('Old', 'Wed, 01 Jan 2025 00:00:00 +0000', { tags: ['news', 'sale'] });
		await post('New', 'Thu, 01 Jan 2026 00:00:00 +0000', { tags: ['news'] });
		await post('Middle', '2025-06-01T00:00:00Z');
		const titles = (reply: Reply) => ((reply.json ?? []) as { title: string }[]).map(({ title }) => title);
		expect(titles(await api.get('/v2/blog/posts'))).toEqual(['New', 'Middle', 'Old']);
		expect(titles(await api.get('/v2/blog/posts?tag=sale'))).toEqual(['Old']);
		expect((await api.get('/v2/blog/posts/1')).json).toMatchObject({
			url: '/blog/old/',
			published_date: { date: '2025-01-01T00:00:00.000Z', timezone: '+00:00' },
			author: null,
		});
		expect((await api.get('/v2/blog/posts/count')).json).toEqual({ count: 3 });
		expect((await api.get('/v2/blog/tags')).json).toEqual([
			{ tag: 'news', post_ids: [1, 2] },
			{ tag: 'sale', post_ids: [1] },
		]);
		expect((await api.delete('/v2/blog/posts?limit=2')).status).toBe(204);
		expect(titles(await api.get('/v2/blog/posts'))).toEqual(['Old']);
	});

	test('a post is refused without its body', async () => {
		expect((await api.post('/v2/blog/posts', { title: 'x' })).json).toMatchObject([{ status: 400 }]);
	});
});

describe('Wishlists', () => {
	test('have items with IDs of their own, which come and go', async () => {
		const items = [{ product_id: 2, variant_id: 2 }];
		const made = await api.post('/v3/wishlists', { customer_id: 2, items });
		const { id } = dataOf<{ id: number }>(made);
		expect(made).toMatchObject({ status: 201, json: { data: { token: aString, items: [{ id: 2, product_id: 2 }] } } });
		const path = `/v3/wishlists/${id}`;
		const added = await api.post(`${path}/items`, { items: [{ product_id: 3 }] });
		expect(added).toMatchObject({ status: 201, json: { data: { items: [{ id: 2 }, { id: 3, product_id: 3 }] } } });
		expect(await api.delete(`${path}/items/2`)).toMatchObject({ status: 200, json: { data: { items: [{ id: 3 }] } } });
		expect((await api.delete(`${path}/items/2`)).status).toBe(404);
		expect((await api.put(path, { customer_id: 2, items: [] })).status).toBe(201);
		expect(dataOf(await api.get('/v3/wishlists?customer_id=2'))).toMatchObject([{ id, items: [] }]);
		expect((await api.post('/v3/wishlists', { customer_id: 77 })).status).toBe(422);
	});
});

describe('Channel listings', () => {
	const path = '/v3/channels/2/listings';
	const variant = (variant_id: number, name: string) => ({ product_id: 10, variant_id, state: 'active', name });

	test('merge the variants that are sent, and leave out unknown listings', async () => {
		const listing = { product_id: 10, state: 'active', variants: [variant(10, 'S'), variant(11, 'M')] };
		const [made] = dataOf<{ listing_id: number }[]>(await api.post(path, [listing]));
		const listing_id = made?.listing_id;
		const change = {
			listing_id,
			product_id: 10,
			state: 'disabled',
			variants: [variant(11, 'Medium'), variant(12, 'L')],
		};
		const changed = dataOf<object[]>(await api.put(path, [change, { ...change, listing_id: 999 }]));
		expect(changed).toMatchObject([
			{ listing_id, channel_id: 2, state: 'disabled', variants: [{ name: 'S' }, { name: 'Medium' }, { name: 'L' }] },
		]);
		expect((await api.get(`${path}/${listing_id}`)).status).toBe(200);
		expect((await api.post(path, [{ ...listing, product_id: 1 }])).status).toBe(422);
	});

	test('are walked by the last ID, and none are there of an unknown channel', async () => {
		const listing = (product_id: number) => ({ product_id, state: 'active', variants: [] });
		await api.post(path, [1, 2, 3].map(listing));
		const first = dataOf<{ listing_id: number }[]>(await api.get(`${path}?limit=2`));
		const rest = await api.get(`${path}?limit=2&after=${first[1]?.listing_id}`);
		expect(dataOf(rest)).toMatchObject([{ product_id: 3 }]);
		expect((await api.get('/v3/channels/77/listings')).json).toMatchObject({
			data: [],
			meta: { pagination: { total: 0 } },
		});
	});
});

describe('Customer attributes', () => {
	test('keep their type, and take their values with them', async () => {
		await api.post('/v3/customers/attributes', [{ name: 'Size', type: 'string' }]);
		await api.put('/v3/customers/attributes', [{ id: 1, name: 'Shoe size', type: 'number' }]);
		expect(dataOf(await api.get('/v3/customers/attributes'))).toMatchObject([{ name: 'Shoe size', type: 'string' }]);
		const value = { attribute_id: 1, customer_id: 1, value: '42' };
		await api.put('/v3/customers/attribute-values', [value]);
		await api.put('/v3/customers/attribute-values', [{ ...value, value: '43' }]);
		expect(dataOf(await api.get('/v3/customers/attribute-values?name=shoe%20size'))).toMatchObject([
			{ id: 1, attribute_value: '43' },
		]);
		const many = Array.from({ length: 50 }, (_, index) => ({ name: `a${index}`, type: 'date' }));
		expect((await api.post('/v3/customers/attributes', many)).status).toBe(422);
		await api.delete('/v3/customers/attributes?id:in=1');
		expect(dataOf(await api.get('/v3/customers/attribute-values'))).toEqual([]);
	});
});

describe('Images', () => {
	const path = '/v3/catalog/products/1/images';

	test('come from an address or a file; one of them is the thumbnail', async () => {
		await api.post(path, { image_url: 'https://example.com/a.jpg', is_thumbnail: true });
		const form = new FormData();
		form.set('image_file', new Blob(['picture']), 'b.png');
		form.set('is_thumbnail', 'true');
		const response = await fetch(`${sandbox.apiBaseUrl}/stores/${sandbox.storeHash}${path}`, {
			method: 'POST',
			headers: { 'X-Auth-Token': sandbox.accessToken },
			body: form,
		});
		expect(response.status).toBe(200);
		expect(dataOf(await api.get(path))).toMatchObject([
			{ id: 1, product_id: 1, image_file: 'example.com/a.jpg', is_thumbnail: false, url_zoom: aString },
			{ id: 2, image_file: '<7 bytes> b.png', is_thumbnail: true },
		]);
		expect((await api.post(path, { description: 'none' })).status).toBe(422);
		expect((await api.get('/v3/catalog/products/1?include=primary_image')).json).toMatchObject({
			data: { primary_image: { id: 2 } },
		});
	});
});

describe('Metafields', () => {
	const field = { permission_set: 'read', namespace: 'erp', key: 'shelf', value: 'A1' };

	test.each([
		['/v3/catalog/products/1', '/v3/catalog/products', 1, 'product'],
		['/v3/catalog/products/1/variants/1', '/v3/catalog/variants', 1, 'variant'],
		['/v3/orders/100', '/v3/orders', 100, 'order'],
		['/v3/customers/1', '/v3/customers', 1, 'customer'],
	])('of %s are those of the store, by owner, key and namespace', async (owner, all, resource_id, resource_type) => {
		const made = await api.post(`${owner}/metafields`, field);
		expect(made.json).toMatchObject({ data: { id: 1, resource_type, resource_id, owner_client_id: sandbox.clientId } });
		expect((await api.post(`${owner}/metafields`, { ...field, value: 'B' })).status).toBe(409);
		const batch = await api.post(`${all}/metafields`, [
			{ ...field, resource_id },
			{ ...field, key: 'bin', resource_id },
		]);
		expect(batch).toMatchObject({ status: 422, json: { data: [{ key: 'bin' }], meta: { success: 1, failed: 1 } } });
		expect(dataOf(await api.get(`${owner}/metafields?key:in=bin,box&namespace=erp`))).toMatchObject([{ key: 'bin' }]);
		expect((await api.delete(`${all}/metafields`, [2])).json).toMatchObject({ data: [2], meta: { success: 1 } });
		expect((await api.delete(`${owner}/metafields/2`)).status).toBe(404);
	});

	test('belong to the account that made them', async () => {
		const path = '/v3/orders/100/metafields';
		await api.post(path, field);
		await api.post(path, { ...field, key: 'secret', permission_set: 'app_only' });
		const { accessToken } = sandbox.createApiAccount({ name: 'Other', scopes: ['store_v2_orders'] });
		const other = clientOf(sandbox, accessToken);
		expect(dataOf(await other.get(path))).toMatchObject([{ key: 'shelf' }]);
		expect((await other.put(`${path}/1`, { value: 'stolen' })).status).toBe(403);
		expect((await other.put(`${path}/1`, { description: 'seen' })).status).toBe(200);
		expect((await other.get(`${path}/2`)).status).toBe(404);
		expect((await api.put(`${path}/1`, { value: 'A2' })).status).toBe(200);
	});
});

describe('Set-up', () => {
	test('currencies: one is the default, its code stays, and a DELETE of all leaves it', async () => {
		const pound = {
			name: 'Pound',
			currency_code: 'GBP',
			currency_exchange_rate: 0.8,
			token_location: 'left',
			token: '£',
		};
		const made = await api.post('/v2/currencies', {
			...pound,
			decimal_token: '.',
			thousands_token: ',',
			decimal_places: 2,
		});
		expect(made).toMatchObject({ status: 200, json: { id: 3, currency_exchange_rate: '0.8', is_default: false } });
		await api.put('/v2/currencies/3', { is_default: true });
		expect((await api.get('/v2/currencies/1')).json).toMatchObject({ is_default: false });
		await api.delete('/v2/currencies');
		expect((await api.get('/v2/currencies')).json).toMatchObject([{ id: 3, currency_code: 'GBP' }]);
	});

	test('tax classes: text for an ID in v2, lists of errors in v3', async () => {
		const made = await api.post('/v3/tax/classes', [{ name: 'Books' }]);
		const [{ id } = { id: 0 }] = dataOf<{ id: number }[]>(made);
		expect((await api.get(`/v2/tax_classes/${id}`)).json).toMatchObject({ id: String(id), name: 'Books' });
		expect(await api.post('/v3/tax/classes', [{ name: 'books' }])).toMatchObject({
			status: 409,
			json: { errors: [{ status: 409, title: aString }] },
		});
	});

	test('order statuses and redirects', async () => {
		expect((await api.get('/v2/order_statuses')).json).toHaveLength(15);
		expect((await api.get('/v2/order_statuses/0')).json).toMatchObject({ id: 0, name: 'Incomplete', order: 0 });
		expect((await api.get('/v2/order_statuses/15')).status).toBe(404);
		const redirect = { from_path: '/old', site_id: 1000, to: { type: 'url', url: '/new' } };
		const again = { ...redirect, to: { type: 'product', entity_id: 1 } };
		await api.put('/v3/storefront/redirects', [redirect]);
		expect((await api.put('/v3/storefront/redirects', [again])).json).toMatchObject({
			data: [{ id: aNumber, to: again.to }],
		});
		expect(dataOf(await api.get('/v3/storefront/redirects?include=to_url'))).toHaveLength(1);
	});
});
