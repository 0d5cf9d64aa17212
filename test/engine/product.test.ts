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
	const SIMPLE = 'name,sku,price,inventory_level,is_visible,availability,categories,brand_id,date_modified';

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
			expect(Object.keys(simple)).toEqual(expect.arrayContaining(['id', 'name', 'sku', 'price', 'date_modified']));
			expect(Object.keys(simple).length).toBeLessThanOrEqual(10);
			const raw = (await run('get', { product_id: byId(5), simplify: false })).items[0]?.json ?? {};
			expect(raw).toEqual(await productOf(5));
		});

		it('asks for just what it keeps, unless an option wants more', async () => {
			await run('get', { product_id: byId(5) });
			await run('get', { product_id: byId(6), simplify: false });
			await run('get', { product_id: byId(7), options: { include: ['variants'] } });
			expect(sent('GET', ONE).map(({ query }) => query)).toEqual([
				{ include_fields: SIMPLE },
				{},
				{ include: 'variants' },
			]);
		});

		it('returns the fields that Only Fields names, simplified or not', async () => {
			const options = { include_fields: 'custom_url, view_count' };
			for (const simplify of [true, false]) {
				const { items } = await run('get', { product_id: byId(5), simplify, options });
				expect(items.map(({ json }) => Object.keys(json).sort())).toEqual([['custom_url', 'id', 'view_count']]);
			}
		});

		it('refuses fields that products do not have', async () => {
			const { error } = await run('get', { product_id: byId(5), options: { include_fields: 'name, colour' } });
			expect(error?.message).toContain('"colour"');
			expect(sandbox.store.requests.all).toEqual([]);
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
				expect(error?.message).toMatch(/^Product (is empty|must be the ID of a product, a positive whole number)/);
				expect(sandbox.store.requests.all).toEqual([]);
			},
		);

		it('says that there is no such product, or returns nothing', async () => {
			const parameters = { product_id: byId('={{ $json.id }}') };
			const items = [{ id: 99999 }, { id: 5 }];
			expect(paired(await run('get', parameters, items, continueOnFail))).toEqual([
				[0, rowWith({ status: 404, error: expect.any(String) as string })],
				[1, rowWith({ id: 5 })],
			]);
			const quiet = { ...parameters, requestOptions: { whenNotFound: 'returnNothing' } };
			expect(paired(await run('get', quiet, items))).toEqual([[1, rowWith({ id: 5 })]]);
		});

		it('brings along what Include names, and nothing whose name only begins so', async () => {
			const { items } = await run('get', { product_id: byId(5), options: { include: ['variants', 'options'] } });
			expect(sent('GET', ONE)[0]?.query).toEqual({ include: 'variants,options' });
			expect(items[0]?.json).toMatchObject({ variants: [rowWith({ product_id: 5 })], options: [] });
			expect(items[0]?.json).not.toHaveProperty('option_set_id');
		});
	});

	describe('Get Many', () => {
		it('says what long work took', async () => {
			const { items, hints } = await run('getAll', { returnAll: true }, [{}, {}, {}]);
			const [{ message } = { message: '' }] = hints;
			expect(message).toMatch(
				new RegExp(`^${items.length.toLocaleString('en-US')} records on \\d+ pages with \\d+ requests\\.$`),
			);
		});

		it('returns all products in the order of the store, each once', async () => {
			const { items } = await run('getAll', { returnAll: true });
			const ids = items.map(({ json }) => json.id as number);
			expect(ids.length).toBeGreaterThanOrEqual(620);
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids).toEqual([...ids].sort((one, other) => one - other));
			expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
			expect(sent('GET').length).toBeLessThanOrEqual(5);
		});

		it.each([1, 250, 300])('stops at a limit of %d', async (limit) => {
			const { items } = await run('getAll', { limit });
			expect(items).toHaveLength(limit);
			expect(new Set(items.map(({ json }) => json.id)).size).toBe(limit);
			expect(sent('GET').length).toBeLessThanOrEqual(2);
		});

		it.each([0, -1, 1.5, 'many'])('refuses the limit %s before any request', async (limit) => {
			const { error } = await run('getAll', { limit: '={{ $json.limit }}' }, [{ limit }]);
			expect(error?.message).toMatch(/Limit/);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('keeps the filters of one item out of the next', async () => {
			const [first, second] = [await productOf(1), await productOf(2)];
			forget();
			const parameters = { simplify: false, filters: { 'id:in': '={{ $json.ids }}', name: '={{ $json.name }}' } };
			const result = await run('getAll', parameters, [
				{ ids: [1, 2, 3], name: first.name },
				{ ids: '2; 4', name: second.name },
			]);
			expect(paired(result).map(([item, row]) => [item, row.id])).toEqual([
				[0, 1],
				[1, 2],
			]);
			expect(sent('GET').map(({ query }) => query)).toEqual(
				expect.arrayContaining([
					{ 'id:in': '1,2,3', name: first.name, page: '1', limit: '50' },
					{ 'id:in': '2,4', name: second.name, page: '1', limit: '50' },
				]),
			);
		});

		it.each([
			['a text', { sku: '={{ $json.nothing }}' }],
			['null', { name: '={{ null }}' }],
			['a list', { 'sku:in': '={{ [] }}' }],
			['a number', { inventory_level: '' }],
			['a dropdown', { is_visible: '' }],
			['a category', { 'categories:in': { __rl: true, mode: 'list', value: '' } }],
			['not a number', { 'inventory_level:min': '={{ NaN }}' }],
		])('refuses a filter that is there without a value: %s', async (_, filters) => {
			const { error } = await run('getAll', { filters });
			expect(error?.message).toMatch(/ (is empty|must be a whole number)/);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('leaves out, and names, the empty filters that an agent sends', async () => {
			const filters = { sku: '', 'id:in': '3, 4' };
			const { items } = await run('getAll', { filters }, [{}], { asTool: true });
			expect(items.map(({ json }) => [json.id, json.filters_not_applied])).toEqual([
				[3, ['SKU']],
				[4, ['SKU']],
			]);
		});

		it('knows stocks, yes and no, brands and channels as filters', async () => {
			forget();
			await run('getAll', {
				simplify: false,
				filters: {
					'inventory_level:in': '0, 5',
					is_visible: 'No',
					is_featured: 1,
					brand_id: byId(2),
					'channel_id:in': byId('1, 2'),
				},
			});
			expect(sent('GET').map(({ query }) => query)).toEqual([
				{
					'inventory_level:in': '0,5',
					is_visible: 'false',
					is_featured: '1',
					brand_id: '2',
					'channel_id:in': '1,2',
					page: '1',
					limit: '50',
				},
			]);
		});

		it('refuses a Keyword Context that stands alone: it narrows nothing', async () => {
			const { error } = await run('getAll', { filters: { keyword_context: 'merchant' } });
			expect(error?.message).toContain('Keyword Context');
			expect(sandbox.store.requests.all).toEqual([]);
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

		it('asks for ten per page at most when options come along', async () => {
			const { items } = await run('getAll', { limit: 25, options: { include: ['options'] } });
			expect(items).toHaveLength(25);
			expect(sent('GET').every(({ query }) => Number(query.limit) <= 10)).toBe(true);
			expect(sent('GET').length).toBeGreaterThanOrEqual(3);
		});

		it('sorts as asked', async () => {
			const { items } = await run('getAll', { limit: 5, sorting: { sort: 'calculated_price', direction: 'desc' } });
			const prices = items.map(({ json }) => json.price as number);
			expect(prices).toEqual([...prices].sort((one, other) => other - one));
			expect(sent('GET')[0]?.query).toMatchObject({ sort: 'calculated_price', direction: 'desc' });
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

		it('refuse an empty filter of an agent too: the count would be of everything', async () => {
			const { error } = await run('count', { filters: { sku: '' } }, [{}], { asTool: true });
			expect(error?.message).toContain('SKU is empty');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('do not make up a count that the store does not give', async () => {
			sandbox.store.faults.next({ match: { path: PRODUCTS }, status: 200, body: { data: [{ id: 1 }] } });
			const { error } = await run('count', { filters: { 'id:in': '1' } });
			expect(error?.message).toBe('BigCommerce did not say how many products there are');
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
				method: 'searchProduct',
				...(filter !== undefined && { filter }),
				...(paginationToken !== undefined && { paginationToken }),
				credential: sandbox.credential(),
			});

		it('shows a page of names and SKUs, and goes on where it stopped', async () => {
			const first = await search();
			expect(first.results.length).toBeGreaterThanOrEqual(50);
			const second = await search('', first.paginationToken);
			const values = [...first.results, ...second.results].map(({ value }) => value);
			expect(new Set(values).size).toBe(values.length);
			expect(first.results.some(({ name }) => /\(SB-\d+\)$/.test(name))).toBe(true);
		});

		it('finds by name and by SKU on the server', async () => {
			const { name, sku } = await productOf(20);
			expect((await search(sku)).results).toContainEqual({ name: `${name} (${sku})`, value: 20 });
			expect((await search('nothing like it')).results).toEqual([]);
		});

		it('shows what went wrong instead of an empty list', async () => {
			const account = sandbox.store.createApiAccount({ name: 'No products', scopes: ['store_v2_orders'] });
			const attempt = runListSearch({
				nodeType: new BigCommerce(),
				method: 'searchProduct',
				credential: sandbox.credential(account),
			});
			await expect(attempt).rejects.toThrow('lacks the scope Products');
		});
	});
});
