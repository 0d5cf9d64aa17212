import type { INodeExecutionData, INodeParameterResourceLocator } from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { runListSearch } from '../support/engine';
import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const PRODUCTS = '/v3/catalog/products';
const ONE = /^\/v3\/catalog\/products\/\d+$/;

describe('Product', () => {
	const sandbox = useSandbox({ products: 620, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const sent = (method: string, path: string | RegExp = PRODUCTS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	interface Product {
		id: number;
		name: string;
		sku: string;
		price: number;
	}
	const read = async (path: string) => ((await callStore(sandbox, 'GET', path)) as { data: unknown }).data;
	const productOf = async (id: number) => (await read(`${PRODUCTS}/${id}`)) as Product;
	const forget = () => sandbox.store.requests.clear();

	describe('Get', () => {
		it('reads one product per item, picked by ID or by a control-panel address', async () => {
			const url = 'https://store-abc123.mybigcommerce.com/manage/products/edit/7?tab=images';
			const byItem = await run('get', { product_id: byId('={{ $json.id }}') }, [{ id: 5 }, { id: '6' }]);
			expect(paired(byItem)).toEqual([
				[0, rowWith({ id: 5 })],
				[1, rowWith({ id: 6 })],
			]);
			const byUrl = await run('get', { product_id: { __rl: true, mode: 'url', value: url } });
			expect(paired(byUrl)).toEqual([[0, rowWith({ id: 7 })]]);
		});

		it('simplifies to ten fields at most, unless all are wanted', async () => {
			const simple = (await run('get', { product_id: byId(5) })).items[0]?.json ?? {};
			expect(Object.keys(simple)).toEqual(expect.arrayContaining(['id', 'name', 'sku', 'price']));
			expect(Object.keys(simple).length).toBeLessThanOrEqual(10);
			const raw = (await run('get', { product_id: byId(5), simplify: false })).items[0]?.json ?? {};
			expect(raw).toEqual(await productOf(5));
		});

		it('gives an agent the fields that it names', async () => {
			const parameters = { product_id: byId(5), output: 'selectedFields', selectedFields: 'id, custom_url.url' };
			const { items } = await run('get', parameters, [{}], { asTool: true });
			expect(items[0]?.json).toEqual({ id: 5, custom_url: { url: expect.any(String) as string } });
		});

		it.each(['', ' ', 'abc', '0', '-3', '1.5', '5/../6', '1e3'])(
			'refuses the ID "%s" before any request',
			async (value) => {
				const { error } = await run('get', { product_id: byId('={{ $json.id }}') }, [{ id: value }]);
				expect(error?.message).toMatch(/^Product (is empty|must be a positive whole number)/);
				expect(sandbox.store.requests.all).toEqual([]);
			},
		);

		it('says that there is no such product', async () => {
			const rows = paired(
				await run('get', { product_id: byId('={{ $json.id }}') }, [{ id: 99999 }, { id: 5 }], continueOnFail),
			);
			expect(rows).toEqual([
				[0, rowWith({ status: 404, error: expect.stringContaining('no such record') as string })],
				[1, rowWith({ id: 5 })],
			]);
		});

		it('brings along what Include names', async () => {
			const { items } = await run('get', { product_id: byId(5), options: { include: ['variants', 'images'] } });
			expect(sent('GET', ONE)[0]?.query).toEqual({ include: 'variants,images' });
			expect(items[0]?.json).toMatchObject({ variants: [rowWith({ product_id: 5 })] });
		});
	});

	describe('Get by SKU', () => {
		it('finds products and the parents of variants', async () => {
			await callStore(sandbox, 'POST', PRODUCTS, {
				name: 'Parent',
				type: 'physical',
				price: 1,
				weight: 1,
				variants: [{ sku: 'PARENT-RED', option_values: [{ option_display_name: 'Color', label: 'Red' }] }],
			});
			const { sku } = await productOf(9);
			const result = await run(
				'getBySku',
				{ sku: '={{ $json.sku }}' },
				[{ sku }, { sku: 'PARENT-RED' }, { sku: 'none' }],
				continueOnFail,
			);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 9, sku })],
				[1, rowWith({ name: 'Parent', variant: rowWith({ sku: 'PARENT-RED' }) })],
				[2, rowWith({ error: expect.stringContaining('none') as string })],
			]);
		});
	});

	describe('Get Many', () => {
		it('tells what long work took', async () => {
			const { items, hints } = await run('getAll', { returnAll: true }, [{}, {}, {}]);
			expect(hints.map(({ message }) => message)).toEqual([
				`${items.length.toLocaleString('en-US')} records on 9 pages with 9 requests.`,
			]);
		});

		it('returns all products in the order of the store, each once, with full pages', async () => {
			const { items } = await run('getAll', { returnAll: true });
			const ids = items.map(({ json }) => json.id as number);
			expect(ids.length).toBeGreaterThanOrEqual(620);
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids).toEqual([...ids].sort((one, other) => one - other));
			expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
			expect(sent('GET').map(({ query }) => query.limit)).toEqual(['250', '250', '250']);
		});

		it.each([
			[1, ['1']],
			[250, ['250']],
			[300, ['250', '250']],
		])('stops at a limit of %d', async (limit, pages) => {
			const { items } = await run('getAll', { limit });
			expect(items).toHaveLength(limit);
			expect(sent('GET').map(({ query }) => query.limit)).toEqual(pages);
		});

		it.each([0, -1, 1.5, 'many'])('refuses the limit %s before any request', async (limit) => {
			const { error } = await run('getAll', { limit: '={{ $json.limit }}' }, [{ limit }]);
			expect(error?.message).toMatch(/Limit/);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('keeps the filters of one item out of the next', async () => {
			const [first, second] = [await productOf(1), await productOf(2)];
			forget();
			const parameters = {
				filters: { 'id:in': '={{ $json.ids }}', sku: '={{ $json.sku }}', name: '={{ $json.name }}' },
			};
			const result = await run('getAll', parameters, [
				{ ids: [1, 2, 3], sku: first.sku },
				{ ids: '2', name: second.name },
				{ ids: '4, 5' },
			]);
			expect(paired(result).map(([item, row]) => [item, row.id])).toEqual([
				[0, 1],
				[1, 2],
				[2, 4],
				[2, 5],
			]);
			expect(sent('GET').map(({ query }) => query)).toEqual(
				expect.arrayContaining([
					rowWith({ 'id:in': '1,2,3', sku: first.sku }),
					{ 'id:in': '2', name: second.name, page: '1', limit: '50' },
					{ 'id:in': '4,5', page: '1', limit: '50' },
				]),
			);
		});

		it('takes a category that is picked, and several by their IDs', async () => {
			forget();
			const address = 'https://store-abc123.mybigcommerce.com/manage/products/categories/2/edit';
			const filtered = async (category: INodeParameterResourceLocator) =>
				await run('getAll', { returnAll: true, simplify: false, filters: { 'categories:in': category } });
			const both = await filtered(byId('1, 2'));
			const picked = await filtered({ __rl: true, mode: 'url', value: address });
			expect(sent('GET').map(({ query }) => query['categories:in'])).toEqual(expect.arrayContaining(['1,2', '2']));
			const inCategory = ({ json }: INodeExecutionData) => (json.categories as number[]).includes(2);
			expect(picked.items.length).toBeGreaterThan(0);
			expect(picked.items.every(inCategory)).toBe(true);
			expect(both.items.filter(inCategory)).toHaveLength(picked.items.length);
		});

		it('asks for ten per page when options come along', async () => {
			const { items } = await run('getAll', { limit: 25, options: { include: ['options'] } });
			expect(items).toHaveLength(25);
			expect(sent('GET').map(({ query }) => query.limit)).toEqual(['10', '10', '10']);
		});

		it('sorts as asked', async () => {
			const { items } = await run('getAll', { limit: 5, sorting: { sort: 'id', direction: 'desc' } });
			const ids = items.map(({ json }) => json.id as number);
			expect(ids).toEqual([...ids].sort((one, other) => other - one));
			expect(ids[0]).toBeGreaterThan(600);
		});

		it('gives no row for an item that finds nothing', async () => {
			const items = [{ name: 'nothing of that name' }, { name: (await productOf(4)).name }];
			const result = await run('getAll', { filters: { name: '={{ $json.name }}' } }, items);
			expect(paired(result)).toEqual([[1, rowWith({ id: 4 })]]);
		});
	});

	describe('Count and Get Summary', () => {
		it('count what filters find', async () => {
			const result = await run('count', { filters: { 'id:in': '={{ $json.ids }}' } }, [{ ids: [1, 2] }, { ids: '3' }]);
			expect(paired(result)).toEqual([
				[0, { count: 2 }],
				[1, { count: 1 }],
			]);
		});

		it('read the figures of the catalog', async () => {
			const { items } = await run('summary', {});
			expect(items[0]?.json).toMatchObject({ inventory_count: expect.any(Number) as number });
		});
	});

	describe('List search', () => {
		const search = async (filter?: string, paginationToken?: string) =>
			await runListSearch({
				nodeType: new BigCommerce(),
				method: 'searchProducts',
				...(filter !== undefined && { filter }),
				...(paginationToken !== undefined && { paginationToken }),
				credential: sandbox.credential(),
			});

		it('shows a page of names and SKUs, and goes on where it stopped', async () => {
			const first = await search();
			expect(first.results).toHaveLength(50);
			const second = await search('', first.paginationToken);
			const values = [...first.results, ...second.results].map(({ value }) => value);
			expect(new Set(values).size).toBe(100);
			expect(first.results[0]?.name).toMatch(/\(SB-\d+\)$/);
		});

		it('finds by name and by SKU on the server', async () => {
			const { name, sku } = await productOf(20);
			expect((await search(sku)).results).toEqual([{ name: `${name} (${sku})`, value: 20 }]);
			expect((await search('nothing like it')).results).toEqual([]);
		});

		it('shows what went wrong instead of an empty list', async () => {
			const account = sandbox.store.createApiAccount({ name: 'No products', scopes: ['store_v2_orders'] });
			const attempt = runListSearch({
				nodeType: new BigCommerce(),
				method: 'searchProducts',
				credential: sandbox.credential(account),
			});
			await expect(attempt).rejects.toThrow('lacks the scope Products');
		});
	});
});
