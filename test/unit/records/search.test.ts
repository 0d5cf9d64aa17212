import nock from 'nock';

import type { RecordKind } from '../../../nodes/BigCommerce/model/record';
import * as records from '../../../nodes/BigCommerce/records/catalogue';
import { listOf, named, namesOf } from './picker';
import type { Asked } from './standInStore';
import { credential, standIn } from './standInStore';

afterEach(() => {
	nock.cleanAll();
});

const list = async (record: RecordKind, typed?: string, token?: string) =>
	await listOf({ record, credential, typed, token });

const names = async (record: RecordKind, typed?: string) => namesOf(await list(record, typed));

const numbered = (count: number, row: (number: number) => object) =>
	Array.from({ length: count }, (_, index) => ({ id: index + 1, ...row(index + 1) }));

describe('Records that are listed without the sandbox store', () => {
	const uuids = ['3a9d4c0e-52bb-4c0c-9a0e-7c3f5f1d2b60', 'bc218c65-7a32-4ab7-8082-68730c074d02'] as const;

	/** A record, its list, rows of it, how they are named and by what, and what finds the second alone. */
	const CASES: Array<[RecordKind, string, object[], shown: Array<[name: string, value: unknown]>, typed: string]> = [
		[
			records.PROMOTION,
			'/v3/promotions',
			[
				{ id: 1, name: 'Summer Sale', status: 'ENABLED' },
				{ id: 2, name: 'Winter Sale', status: 'DISABLED' },
			],
			[
				['Summer Sale', 1],
				['Winter Sale (disabled)', 2],
			],
			'winter',
		],
		[
			records.GIFT_CERTIFICATE,
			'/v2/gift_certificates',
			[
				{
					id: 6,
					code: '31Z-99R',
					to_name: 'Ada',
					to_email: 'ada@example.com',
					balance: '20.0000',
					currency_code: 'USD',
				},
				{
					id: 7,
					code: '7XX-11B',
					to_name: 'Ben',
					to_email: 'ben@example.com',
					balance: '5.0000',
					currency_code: 'EUR',
				},
			],
			[
				['31Z-99R · to Ada · 20.0000 USD', 6],
				['7XX-11B · to Ben · 5.0000 EUR', 7],
			],
			'ben@exam',
		],
		[
			records.BANNER,
			'/v2/banners',
			[
				{ id: 1, name: 'Free shipping' },
				{ id: 2, name: 'New arrivals' },
			],
			[
				['Free shipping', 1],
				['New arrivals', 2],
			],
			'ARRIV',
		],
		[
			records.BLOG_POST,
			'/v2/blog/posts',
			[
				{ id: 3, title: 'Hello', is_published: true },
				{ id: 4, title: 'Spring lookbook', is_published: false },
			],
			[
				['Hello', 3],
				['Spring lookbook (draft)', 4],
			],
			'lookbook',
		],
		[
			records.BLOG_TAG,
			'/v2/blog/tags',
			[
				{ tag: 'news', post_ids: [3] },
				{ tag: 'recipes', post_ids: [4] },
			],
			[
				['news', 'news'],
				['recipes', 'recipes'],
			],
			'reci',
		],
		[
			records.SCRIPT,
			'/v3/content/scripts',
			[
				{ uuid: uuids[0], name: 'Analytics', description: 'Counts visits' },
				{ uuid: uuids[1], name: 'Chat', description: '' },
			],
			[
				['Analytics (Counts visits)', uuids[0]],
				['Chat', uuids[1]],
			],
			uuids[1],
		],
		[
			records.WIDGET,
			'/v3/content/widgets',
			[
				{ uuid: uuids[0], name: 'Header', description: '' },
				{ uuid: uuids[1], name: 'Footer', description: 'Links' },
			],
			[
				['Header', uuids[0]],
				['Footer (Links)', uuids[1]],
			],
			'foot',
		],
		[
			records.WISHLIST,
			'/v3/wishlists',
			[
				{ id: 30, name: 'Birthday', customer_id: 25 },
				{ id: 31, name: 'Garden', customer_id: 26 },
			],
			[
				['Birthday · customer 25', 30],
				['Garden · customer 26', 31],
			],
			'customer 26',
		],
	];

	it.each(CASES.map(([record, ...rest]) => [record.displayName, record, ...rest] as const))(
		'%s: are named, and found by what is typed',
		async (_, record, path, rows, shown, typed) => {
			// The filters of these lists take whole codes, and the stand-in has none that fits.
			const filters = ['code', 'query', 'to_email'];
			standIn((asked) => {
				if (asked.path !== path) return { status: 404 };
				return filters.some((filter) => filter in asked.query) ? [] : rows;
			});
			const everything = shown.map(([name, value]) => ({ name, value }));
			expect((await list(record)).results).toEqual(everything);
			expect((await list(record, typed)).results).toEqual(everything.slice(1));
			expect((await list(record, 'no such thing')).results).toEqual([]);
		},
	);
});

describe('Labels that say more where they must', () => {
	it('name the tree of a category where the store has several', async () => {
		const categories = [
			{ category_id: 1, parent_id: 0, tree_id: 1, name: 'Shop All' },
			{ category_id: 2, parent_id: 1, tree_id: 1, name: 'Shirts' },
			{ category_id: 9, parent_id: 0, tree_id: 2, name: 'Shirts' },
		];
		const trees = [
			{ id: 1, name: 'Main' },
			{ id: 2, name: 'Outlet' },
		];
		standIn(({ path, query }) => {
			if (path === '/v3/catalog/trees') return trees;
			const ids = query['category_id:in']?.split(',').map(Number);
			const typed = query['name:like']?.toLowerCase() ?? '';
			return categories.filter(
				({ category_id: id, name }) => (!ids || ids.includes(id)) && name.toLowerCase().includes(typed),
			);
		});
		expect(await names(records.CATEGORY)).toEqual(['Shirts (Outlet)', 'Shop All (Main)', 'Shop All / Shirts (Main)']);
		expect(await names(records.CATEGORY, 'shop all/shirts')).toEqual(['Shop All / Shirts (Main)']);
		expect(await names(records.CATEGORY, 'outlet shirts')).toEqual(['Shirts (Outlet)']);
	});

	it('end with the levels that BigCommerce has, even where a category stands below itself', async () => {
		standIn(({ path }) =>
			path === '/v3/catalog/trees'
				? [{ id: 1, name: 'Main' }]
				: [{ category_id: 5, parent_id: 5, tree_id: 1, name: 'Loop' }],
		);
		expect((await list(records.CATEGORY)).results).toHaveLength(1);
	});

	it("give the store's own name of a status beside BigCommerce's", async () => {
		standIn(() => [
			{ id: 0, name: 'Incomplete', system_label: 'Incomplete', custom_label: 'Incomplete' },
			{ id: 9, name: 'Awaiting Shipment', custom_label: 'Ready to go' },
			{ id: 11, name: 'Awaiting Fulfillment' },
		]);
		expect((await list(records.ORDER_STATUS)).results).toEqual([
			{ name: 'Incomplete', value: 0 },
			{ name: 'Ready to go (Awaiting Shipment)', value: 9 },
			{ name: 'Awaiting Fulfillment', value: 11 },
		]);
		expect(await names(records.ORDER_STATUS, 'shipment')).toEqual(['Ready to go (Awaiting Shipment)']);
	});

	it('link to the control panel, where there is one', async () => {
		standIn(() => [{ id: 111, name: 'Mug', sku: 'MUG' }]);
		expect((await list(records.PRODUCT)).results).toEqual([
			{ name: 'Mug (MUG)', value: 111, url: 'https://store-abc123.mybigcommerce.com/manage/products/edit/111' },
		]);
		const elsewhere = {
			...credential,
			data: { ...credential.data, customUrls: true, apiUrl: 'https://bc.example.com' },
		};
		nock('https://bc.example.com')
			.get(/.*/)
			.reply(200, { data: [{ id: 111, name: 'Mug', sku: '' }], meta: {} });
		expect((await listOf({ record: records.PRODUCT, credential: elsewhere })).results).toEqual([
			{ name: 'Mug', value: 111 },
		]);
	});

	it('show the ID of a record without a name, and leave out what is no record', async () => {
		standIn(() => [
			{ id: 1, name: null },
			null,
			{ name: 'Without an ID' },
			{ id: '', name: 'Blank' },
			{ id: 2, name: ' Two ' },
		]);
		expect((await list(records.BANNER)).results).toEqual([
			{ name: '1', value: 1 },
			{ name: 'Two', value: 2 },
		]);
	});
});

describe('A list that is longer than a page', () => {
	const pagesOf = (asked: readonly Asked[]) => asked.map(({ query }) => Number(query.page));

	it('is compared page by page until something fits', async () => {
		const asked = standIn(() => numbered(1000, (number) => ({ title: `Post ${number}` })));
		expect(await names(records.BLOG_POST, 'post 777')).toEqual(['Post 777']);
		expect(pagesOf(asked).slice(0, 4)).toEqual([1, 2, 3, 4]);
		expect(asked.every(({ query }) => query.limit === '250')).toBe(true);
	});

	it('is gone through page by page when all of it fits', async () => {
		standIn(() => numbered(600, (number) => ({ title: `Post ${number}` })));
		const seen = new Set<unknown>();
		let token: string | undefined;
		let pages = 0;
		do {
			const page = await list(records.BLOG_POST, 'post', token);
			page.results.forEach(({ value }) => seen.add(value));
			token = page.paginationToken;
			pages += 1;
		} while (token !== undefined && pages < 20);
		expect([seen.size, pages]).toEqual([600, 3]);
	});

	it('is compared over a bounded number of pages, and says so', async () => {
		const asked = standIn(() => numbered(4000, (number) => ({ title: `Post ${number}` })));
		expect((await list(records.BLOG_POST, 'nothing')).results).toEqual([
			{ name: 'Not among the 2500 blog posts that were compared? Use By ID.', value: '' },
		]);
		expect(pagesOf(asked)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	it('gives a whole page to scroll through even where the store gives short ones', async () => {
		// n8n asks for more only where the list can be scrolled.
		const rows = numbered(100, (number) => ({ name: `List ${number}` }));
		standIn(({ query: { after = '0' } }) => {
			const end = Number(after) + 20;
			const links = end < rows.length ? { next: '?after' } : {};
			const cursors = { end_cursor: String(end), links };
			return { status: 200, body: { data: rows.slice(end - 20, end), meta: { cursor_pagination: cursors } } };
		});
		const first = await list(records.PRICE_LIST);
		expect(first.results).toHaveLength(60);
		const second = await list(records.PRICE_LIST, '', first.paginationToken);
		expect(namesOf(second)).toHaveLength(40);
		expect(namesOf(second)[0]).toBe('List 61');
		expect(second.paginationToken).toBeUndefined();
	});

	it('ends even when the store gives one page for ever', async () => {
		const asked = standIn(() => ({
			status: 200,
			body: { data: [{ id: 1, name: 'Only' }], meta: { pagination: { total: 1_000_000, per_page: 1 } } },
		}));
		expect(await names(records.BRAND)).toEqual(['Only']);
		expect(asked.length).toBeLessThan(50);
	});
});

describe('Ways to find a record', () => {
	const queries = (asked: readonly Asked[], path: string) =>
		asked.filter((each) => each.path === path).map(({ query: { page: _page, limit: _limit, ...query } }) => query);

	it('begin with the surest, and end with comparing only when nothing else finds', async () => {
		const found = standIn(({ query }) => ('keyword' in query ? [{ id: 1, name: 'Red mug', sku: 'MUG' }] : []));
		expect(await names(records.PRODUCT, 'mug')).toEqual(['Red mug (MUG)']);
		expect(found).toHaveLength(1);
		nock.cleanAll();

		const missed = standIn(() => []);
		expect(await names(records.PRODUCT, '77')).toEqual([]);
		const fixed = { include_fields: 'name,sku', sort: 'name' };
		expect(queries(missed, '/v3/catalog/products')).toEqual([
			{ ...fixed, id: '77' },
			{ ...fixed, keyword: '77', keyword_context: 'merchant' },
			fixed,
		]);
		expect(queries(missed, '/v3/catalog/variants')).toEqual([{ sku: '77', include_fields: 'product_id,sku' }]);
	});

	it('find a record by two ways, and show it once', async () => {
		standIn(() => [{ id: 77, name: 'Mug 77', sku: '' }]);
		expect(await names(records.PRODUCT, '77')).toEqual(['Mug 77']);
	});

	it('go on with the next way on the next page', async () => {
		const named50 = numbered(50, (number) => ({
			first_name: `A${number}`,
			last_name: 'Lee',
			email: `${number}@example.com`,
		}));
		standIn(({ query }) => {
			if ('last_name' in query) return named50;
			return 'first_name' in query ? [{ id: 51, first_name: 'Lee', last_name: 'Chan', email: 'lee@example.com' }] : [];
		});
		const first = await list(records.SUBSCRIBER, 'lee');
		expect(first.results).toHaveLength(50);
		const second = await list(records.SUBSCRIBER, 'lee', first.paginationToken);
		expect(namesOf(second)).toEqual(['Lee Chan (lee@example.com)']);
		expect(second.paginationToken).toBeUndefined();
	});

	it('look at the orders of ten customers of a name at most, and say so', async () => {
		const asked = standIn(({ path, query }) => {
			if (path === '/v3/customers') return numbered(12, () => ({ first_name: 'Ada', last_name: 'Lee' }));
			if (!('customer_id' in query)) return [];
			return [{ id: 100 + Number(query.customer_id), status: 'Pending', billing_address: { company: 'Lee Ltd' } }];
		});
		const { results } = await list(records.ORDER, 'lee');
		expect(results.map(({ value }) => value)).toEqual([110, 109, 108, 107, 106, 105, 104, 103, 102, 101, '']);
		expect(results[0]?.name).toBe('#110 · Pending · Lee Ltd');
		expect(results[10]?.name).toContain('Only 10 customers');
		expect(queries(asked, '/v2/orders').filter((query) => 'customer_id' in query)).toHaveLength(10);
	});

	it('ask for orders by the number of another system when no order has the number', async () => {
		const asked = standIn(({ query }) =>
			'external_order_id' in query ? [{ id: 500, status: 'Pending', billing_address: { first_name: 'Ada' } }] : [],
		);
		expect(await names(records.ORDER, '4711')).toEqual(['#500 · Pending · Ada']);
		expect(await names(records.ORDER, 'AMZ-4711')).toEqual(['#500 · Pending · Ada']);
		expect(queries(asked, '/v2/orders')[0]).toEqual({ sort: 'id:desc', min_id: '4711', max_id: '4711' });
	});
});

describe('The record that a list is a part of', () => {
	it('is refused when several records have its key', async () => {
		standIn(() => [
			{ id: 1, email: 'ada@example.com' },
			{ id: 2, email: 'Ada@example.com' },
			{ id: 3, email: 'other@example.com' },
		]);
		const attempt = listOf({
			record: records.CUSTOMER_ADDRESS,
			credential,
			parameters: { customer_id: named('email', 'ada@example.com') },
		});
		await expect(attempt).rejects.toThrow('Several records have the Email "ada@example.com"');
	});
});
