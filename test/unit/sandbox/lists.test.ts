import { startSandbox, type Sandbox } from '../../sandbox';
import { clientOf, dataOf, type Client } from './client';
import { aString, textLike } from './matchers';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
	sandbox = await startSandbox({ products: 120, customers: 30, orders: 10 });
	api = clientOf(sandbox);
});
afterEach(() => sandbox.close());

interface Page {
	data: { id: number; name: string }[];
	meta: { pagination: { total: number; total_pages: number; links: Record<string, string> } };
}

describe('v3 lists', () => {
	test('page with totals and links', async () => {
		const { json } = await api.get('/v3/catalog/products?limit=50&page=3&is_visible=true');
		const { data, meta } = json as Page;
		expect(data.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 101 + index));
		expect(meta.pagination).toMatchObject({ total: 120, count: 20, per_page: 50, current_page: 3, total_pages: 3 });
		expect(meta.pagination.links).toEqual({
			previous: '?page=2&limit=50&is_visible=true',
			current: '?page=3&limit=50&is_visible=true',
		});
	});

	test('past the end are empty, not 204', async () => {
		const reply = await api.get('/v3/catalog/products?page=9');
		expect(reply.status).toBe(200);
		expect(dataOf(reply)).toEqual([]);
	});

	test('refuse a limit above 250 with 413', async () => {
		const reply = await api.get('/v3/catalog/products?limit=251');
		expect(reply.status).toBe(413);
		expect(reply.json).toMatchObject({ status: 413, title: aString, type: aString });
	});

	test.each([
		['id:in=3,1', [1, 3]],
		['id:min=119', [119, 120]],
		['id:greater=119', [120]],
		['sku=sb-00007', [7]],
		['sku:in=SB-00001,SB-00002', [1, 2]],
		['name=Linen%20Blanket%201', [1]],
		['keyword=blanket%2013', [13]],
		['id:not_in=1,2&id:max=3', [3]],
		['sort=price&direction=desc&id:in=1,2,3', [3, 2, 1]],
	])('filter and sort by %s', async (query, ids) => {
		const products = dataOf<{ id: number }[]>(await api.get(`/v3/catalog/products?${query}`));
		expect(products.map(({ id }) => id)).toEqual(ids);
	});

	test('select fields, keeping the id', async () => {
		const [product] = dataOf<object[]>(await api.get('/v3/catalog/products?limit=1&include_fields=name'));
		expect(Object.keys(product as object).sort()).toEqual(['id', 'name']);
	});

	test('hold ten products at most when options are included', async () => {
		expect(dataOf(await api.get('/v3/catalog/products?include=options&limit=50'))).toHaveLength(10);
	});

	test('of customers walk by cursor, forwards and back', async () => {
		type Cursors = {
			meta: { cursor_pagination: { end_cursor?: string; start_cursor: string; links: { next?: string } } };
		};
		const seen: number[] = [];
		let query = '?limit=12';
		let start = '';
		for (let page = 0; page < 3; page++) {
			const { json } = await api.get(`/v3/customers${query}`);
			seen.push(...(json as Page).data.map(({ id }) => id));
			const { cursor_pagination: cursors } = (json as Cursors).meta;
			expect(cursors.links.next === undefined).toBe(page === 2);
			query = cursors.links.next ?? '';
			start = cursors.start_cursor;
		}
		expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
		const back = dataOf<{ id: number }[]>(await api.get(`/v3/customers?limit=12&before=${start}`));
		expect(back.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => 13 + index));
		expect((await api.get('/v3/customers?page=2&limit=12')).json).not.toHaveProperty('meta.cursor_pagination');
	});
});

describe('v2', () => {
	test('lists are bare arrays, and 204 without a body when there is nothing', async () => {
		const full = await api.get('/v2/orders?limit=3');
		expect((full.json as unknown[]).length).toBe(3);
		const empty = await api.get('/v2/orders?page=50');
		expect([empty.status, empty.text]).toEqual([204, '']);
	});

	test('money is text with four decimals, dates are RFC 2822', async () => {
		const { json } = await api.get('/v2/orders/100');
		expect(json).toMatchObject({
			total_inc_tax: textLike(/^\d+\.\d{4}$/),
			date_created: textLike(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/),
			date_shipped: aString,
			products: { url: `${sandbox.url}/stores/sandbox1/v2/orders/100/products`, resource: '/orders/100/products' },
		});
	});

	test('errors are arrays', async () => {
		const reply = await api.get('/v2/orders/7');
		expect(reply.status).toBe(404);
		expect(reply.json).toEqual([{ status: 404, message: aString }]);
	});

	test('orders are filtered by date in both spellings', async () => {
		const iso = await api.get('/v2/orders?min_date_created=2025-06-01T03:00:00Z');
		const rfc = await api.get('/v2/orders?min_date_created=Sun,%2001%20Jun%202025%2003:00:00%20%2B0000');
		expect((iso.json as unknown[]).length).toBe(5);
		expect(rfc.json).toEqual(iso.json);
	});

	test('deleting an order archives it', async () => {
		expect((await api.delete('/v2/orders/100')).status).toBe(204);
		expect((await api.get('/v2/orders/100')).json).toMatchObject({ is_deleted: true });
		expect((await api.get('/v2/orders?min_id=100&max_id=100')).status).toBe(204);
	});

	test('an order is made, shipped in part and in full', async () => {
		const made = await api.post('/v2/orders', {
			billing_address: { zip: '78701', country_iso2: 'US', email: 'a@example.com' },
			products: [{ product_id: 1, quantity: 3 }],
		});
		const { id } = made.json as { id: number };
		const [line] = (await api.get(`/v2/orders/${id}/products`)).json as [{ id: number; order_address_id: number }];
		const ship = (quantity: number) =>
			api.post(`/v2/orders/${id}/shipments`, {
				order_address_id: line.order_address_id,
				items: [{ order_product_id: line.id, quantity }],
			});
		expect((await ship(1)).status).toBe(201);
		expect((await api.get(`/v2/orders/${id}`)).json).toMatchObject({ status_id: 3, items_shipped: 1 });
		expect((await ship(3)).status).toBe(400);
		expect((await ship(2)).status).toBe(201);
		expect((await api.get(`/v2/orders/${id}`)).json).toMatchObject({ status: 'Shipped', items_shipped: 3 });
	});

	test.each([
		[{ products: [{ product_id: 1, quantity: 1 }] }, 'billing_address'],
		[{ billing_address: { zip: '12', country: 'x' } }, 'products'],
		[{ billing_address: { zip: '12', country: 'x' }, products: [{ product_id: 999, quantity: 1 }] }, 'product_id'],
		[{ billing_address: { zip: '12', country: 'x' }, products: [], items_total: 3 }, 'items_total'],
	])('an order is refused with 400 naming the field: %j', async (body, field) => {
		const reply = await api.post('/v2/orders', body);
		expect(reply.status).toBe(400);
		expect((reply.json as [{ message: string }])[0].message).toContain(field);
	});
});

test('the same data and tokens at every start', async () => {
	const again = await startSandbox({ products: 120, customers: 30, orders: 10 });
	expect(again.accessToken).toBe(sandbox.accessToken);
	const read = async (client: Client) =>
		JSON.stringify([
			(await client.get('/v3/catalog/products?limit=250&include=variants')).text,
			(await client.get('/v3/customers')).text,
			(await client.get('/v3/catalog/trees/categories')).text,
		]);
	expect(await read(clientOf(again))).toBe(await read(api));
	await again.close();
});
