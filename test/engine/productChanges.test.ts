import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const PRODUCTS = '/v3/catalog/products';

describe('Product changes', () => {
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

	const fromItem = { name: '={{ $json.name }}', type: 'physical', price: '={{ $json.price }}', weight: 1 };

	describe('Create', () => {
		it('sends exactly the fields that are set, those with null, 0, false and nothing in them too', async () => {
			const parameters = {
				...fromItem,
				weight: 0,
				additionalFields: {
					brand_name: '',
					categories: '={{ $json.categories }}',
					is_visible: false,
					preorder_release_date: '={{ null }}',
					custom_fields: { values: [{ name: 'ISBN', value: '={{ $json.isbn }}' }] },
					custom_url: { values: { url: '={{ $json.url }}', is_customized: true } },
					meta_keywords: 'paper, ink',
				},
			};
			const items = [
				{ name: 'Exact 1', price: 0, categories: '1, 2', isbn: '111', url: '/exact-1' },
				{ name: 'Exact 2', price: 12.3456, categories: [3], isbn: '222', url: '/exact-2' },
			];
			const result = await run('create', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ name: 'Exact 1', price: 0 })],
				[1, rowWith({ name: 'Exact 2', price: 12.3456 })],
			]);
			const bodies = sent('POST').map(({ body }) => body);
			expect(bodies).toHaveLength(2);
			expect(bodies).toContainEqual({
				name: 'Exact 1',
				type: 'physical',
				price: 0,
				weight: 0,
				brand_name: '',
				categories: [1, 2],
				is_visible: false,
				preorder_release_date: null,
				custom_fields: [{ name: 'ISBN', value: '111' }],
				custom_url: { url: '/exact-1', is_customized: true },
				meta_keywords: ['paper', 'ink'],
			});
			expect(bodies).toContainEqual(rowWith({ categories: [3], custom_url: { url: '/exact-2', is_customized: true } }));
		});

		it('takes variants as JSON text and as a list from an expression', async () => {
			const variant = (sku: string) => [{ sku, option_values: [{ option_display_name: 'Color', label: 'Red' }] }];
			const parameters = { ...fromItem, additionalFields: { variants: '={{ $json.variants }}' } };
			const items = [
				{ name: 'Variants 1', price: 1, variants: JSON.stringify(variant('VAR-1')) },
				{ name: 'Variants 2', price: 1, variants: variant('VAR-2') },
			];
			expect((await run('create', parameters, items)).error).toBeUndefined();
			const variants = sent('POST').map(({ body }) => (body as { variants: unknown }).variants);
			expect(variants).toEqual(expect.arrayContaining([variant('VAR-1'), variant('VAR-2')]));
		});

		it('refuses malformed JSON before any request, naming the field and the item', async () => {
			const parameters = { ...fromItem, additionalFields: { variants: '={{ $json.variants }}' } };
			const items = [
				{ name: 'Never 1', price: 1, variants: '[]' },
				{ name: 'Never 2', price: 1, variants: '[{]' },
			];
			const { error } = await run('create', parameters, items);
			expect(error?.message).toMatch(/^Variants \(JSON\) is not valid JSON/);
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it.each([
			['a missing name', { name: '={{ $json.nothing }}' }, /Name/],
			['a name that is empty', { name: '={{ "" }}' }, /Name is empty/],
			['a price that is no number', { price: '={{ "ten" }}' }, /Price/],
			[
				'a date that is none',
				{ additionalFields: { preorder_release_date: 'soon' } },
				/Preorder Release Date is not a date/,
			],
			['category IDs that are words', { additionalFields: { categories: 'books' } }, /Category IDs must/],
		])('refuses %s before any request', async (_, wrong, message) => {
			const { error } = await run('create', { ...fromItem, name: 'Never', price: 1, ...wrong });
			expect(error?.message).toMatch(message);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('fails the one whose name is taken, and pairs the others', async () => {
			const { name } = await productOf(3);
			forget();
			const items = [
				{ name: 'Free 1', price: 1 },
				{ name, price: 1 },
				{ name: 'Free 2', price: 1 },
			];
			const rows = paired(await run('create', fromItem, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ name: 'Free 1' })],
				[1, rowWith({ status: 409, error: expect.stringContaining('exists already') as string })],
				[2, rowWith({ name: 'Free 2' })],
			]);
			expect(sent('POST')).toHaveLength(3);
		});
	});

	describe('Update', () => {
		it('sends the added fields only, of each item its own', async () => {
			const parameters = {
				product_id: byId('={{ $json.id }}'),
				updateFields: { price: '={{ $json.price }}', is_visible: false, sale_price: 0, description: '' },
			};
			const result = await run('update', parameters, [
				{ id: 11, price: 3.5 },
				{ id: 12, price: 0 },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 11, price: 3.5, is_visible: false })],
				[1, rowWith({ id: 12, price: 0 })],
			]);
			expect(sent('PUT', `${PRODUCTS}/11`).map(({ body }) => body)).toEqual([
				{ price: 3.5, is_visible: false, sale_price: 0, description: '' },
			]);
		});

		it('refuses an update of nothing before any request', async () => {
			const { error } = await run('update', { product_id: byId(11), updateFields: {} });
			expect(error?.message).toMatch(/Update Fields/);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('carries out two updates of one product in their order', async () => {
			const parameters = { product_id: byId(13), updateFields: { price: '={{ $json.price }}' } };
			const prices = Array.from({ length: 8 }, (_, index) => ({ price: index + 1 }));
			sandbox.store.faults.next({ match: { method: 'PUT' }, delayMs: 60 });
			const rows = paired(await run('update', parameters, prices));
			expect(rows.map(([, row]) => row.price)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
			expect((await productOf(13)).price).toBe(8);
		});
	});

	describe('Update Many', () => {
		const parameters = { id: '={{ $json.id }}', updateFields: { price: '={{ $json.price }}' } };

		it('updates ten products per request and pairs each with its item', async () => {
			const items = Array.from({ length: 23 }, (_, index) => ({ id: 60 - index, price: index + 0.5 }));
			const rows = paired(await run('updateMany', parameters, items));
			expect(rows).toEqual(items.map(({ id, price }, index) => [index, rowWith({ id, price })]));
			expect(
				sent('PUT')
					.map(({ body }) => (body as unknown[]).length)
					.sort(),
			).toEqual([10, 10, 3]);
		});

		it('finds the product that does not exist, and updates the others', async () => {
			const items = Array.from({ length: 10 }, (_, index) => ({ id: index === 4 ? 99999 : 70 + index, price: 9 }));
			const rows = paired(await run('updateMany', parameters, items, continueOnFail));
			expect(rows.map(([item]) => item)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
			expect(rows.filter(([, row]) => 'error' in row).map(([item]) => item)).toEqual([4]);
		});

		it('applies two changes of one product one after the other', async () => {
			const items = [
				{ id: 90, price: 1 },
				{ id: 91, price: 5 },
				{ id: 90, price: 2 },
			];
			const rows = paired(await run('updateMany', parameters, items));
			expect(rows.map(([item, row]) => [item, row.price])).toEqual([
				[0, 1],
				[1, 5],
				[2, 2],
			]);
			expect((await productOf(90)).price).toBe(2);
		});
	});

	describe('Create or Update', () => {
		it('creates the missing, updates the known, and finds what an earlier item created', async () => {
			const known = await productOf(100);
			forget();
			const parameters = { ...fromItem, sku: '={{ $json.sku }}' };
			const items = [
				{ sku: 'UPSERT-1', name: 'Upsert 1', price: 1 },
				{ sku: known.sku, name: known.name, price: 2 },
				{ sku: 'upsert-1', name: 'Upsert 1', price: 3 },
			];
			const rows = paired(await run('upsert', parameters, items));
			expect(rows).toEqual([
				[0, rowWith({ sku: 'UPSERT-1', price: 1 })],
				[1, rowWith({ id: 100, price: 2 })],
				[2, rowWith({ name: 'Upsert 1', price: 3 })],
			]);
			expect(rows[2]?.[1].id).toBe(rows[0]?.[1].id);
			expect(sent('POST')).toHaveLength(1);
		});
	});

	describe('Delete', () => {
		it('deletes one product per item', async () => {
			const result = await run('delete', { product_id: byId('={{ $json.id }}') }, [{ id: 201 }, { id: 202 }]);
			expect(paired(result)).toEqual([
				[0, { deleted: true }],
				[1, { deleted: true }],
			]);
			await expect(productOf(201)).rejects.toThrow('404');
		});

		it.each(['', '={{ $json.nothing }}'])('never sends the ID "%s"', async (value) => {
			const { error } = await run('delete', { product_id: byId(value) });
			expect(error).toBeDefined();
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Delete Many', () => {
		it('deletes what the filters find, more than one call takes as well', async () => {
			const ids = Array.from({ length: 300 }, (_, index) => index + 301);
			const result = await run('deleteMany', { filters: { 'id:in': '={{ $json.ids }}' } }, [{ ids }]);
			expect(paired(result)).toEqual([[0, rowWith({ deleted: true, count: 300 })]]);
			expect(sent('DELETE').map(({ query }) => String(query['id:in']).split(',').length)).toEqual([250, 50]);
			expect(await read(`${PRODUCTS}?id:in=301,450,600`)).toEqual([]);
			expect((await productOf(300)).id).toBe(300);
		});

		it.each([
			['no filter', {}],
			['an empty filter', { name: '' }],
			['a filter whose expression finds nothing', { name: '={{ $json.nothing }}' }],
			['an empty list', { 'id:in': '={{ [] }}' }],
			['an empty filter beside a wide one', { is_visible: true, sku: '={{ $json.nothing }}' }],
			['an empty list beside a wide filter', { is_visible: true, 'id:in': '={{ [] }}' }],
		])('refuses %s before any request', async (_, filters) => {
			const { error } = await run('deleteMany', { filters });
			expect(error).toBeDefined();
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});
});
