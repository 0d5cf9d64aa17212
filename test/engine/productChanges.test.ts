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
	/** Records of all batches, in the order in which they left. */
	const updated = () => sent('PUT').flatMap(({ body }) => body as object[]);

	describe('Update', () => {
		const parameters = { product_id: byId('={{ $json.id }}'), fields: { price: '={{ $json.price }}' } };

		it('sends the added fields only, of each item its own', async () => {
			const fields = { price: '={{ $json.price }}', is_visible: false, sale_price: 0, name: '={{ $json.name }}' };
			const result = await run('update', { product_id: byId('={{ $json.id }}'), fields }, [
				{ id: 11, price: 3.5 },
				{ id: 12, price: 0, name: 'Twelve' },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 11, price: 3.5, is_visible: false })],
				[1, rowWith({ id: 12, price: 0, name: 'Twelve' })],
			]);
			expect(updated()).toEqual([
				{ id: 11, price: 3.5, is_visible: false, sale_price: 0 },
				{ id: 12, price: 0, is_visible: false, sale_price: 0, name: 'Twelve' },
			]);
		});

		it('empties fields only when told to', async () => {
			const fields = { description: '', preorder_release_date: '={{ null }}', related_products: '={{ [] }}' };
			const nothing = await run('update', { product_id: byId(14), fields });
			expect(nothing.error?.message).toContain('There is nothing to change');
			expect(updated()).toEqual([]);
			const requestOptions = { emptyValues: 'clear' };
			await run('update', { product_id: byId(14), fields, requestOptions });
			expect(updated()).toEqual([{ id: 14, description: '', preorder_release_date: null, related_products: [] }]);
		});

		it('refuses an update of nothing, or of no product, before any request', async () => {
			const nothing = await run('update', { product_id: byId(11), fields: {} });
			expect(nothing.error?.message).toMatch(/There is nothing to change/);
			const nobody = await run('update', { ...parameters, product_id: byId('={{ $json.nothing }}') }, [{ price: 1 }]);
			expect(nobody.error?.message).toMatch(/Product is empty/);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('updates ten products per request and pairs each with its item', async () => {
			const items = Array.from({ length: 23 }, (_, index) => ({ id: 60 - index, price: index + 0.5 }));
			const rows = paired(await run('update', parameters, items));
			expect(rows).toEqual(items.map(({ id, price }, index) => [index, rowWith({ id, price })]));
			const sizes = sent('PUT').map(({ body }) => (body as unknown[]).length);
			expect(sizes.sort()).toEqual([10, 10, 3]);
		});

		it('finds the product that does not exist, and updates the others', async () => {
			const items = Array.from({ length: 10 }, (_, index) => ({ id: index === 4 ? 99999 : 70 + index, price: 9 }));
			const rows = paired(await run('update', parameters, items, continueOnFail));
			expect(rows.map(([item]) => item)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
			expect(rows.filter(([, row]) => 'error' in row).map(([item]) => item)).toEqual([4]);
			expect((await productOf(79)).price).toBe(9);
		});

		it('applies two changes of one product one after the other', async () => {
			const items = [
				{ id: 90, price: 1 },
				{ id: 91, price: 5 },
				{ id: 90, price: 2 },
			];
			const rows = paired(await run('update', parameters, items));
			expect(rows.map(([item, row]) => [item, row.price])).toEqual([
				[0, 1],
				[1, 5],
				[2, 2],
			]);
			expect((await productOf(90)).price).toBe(2);
		});

		it('names the product by its SKU as well', async () => {
			const [one, other] = [await productOf(92), await productOf(93)];
			const product_id = { __rl: true as const, mode: 'sku', value: '={{ $json.sku }}' };
			const items = [{ sku: `${one.sku} ` }, { sku: other.sku }, { sku: 'none' }];
			const rows = paired(await run('update', { product_id, fields: { price: 7 } }, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 92, price: 7 })],
				[1, rowWith({ id: 93, price: 7 })],
				[2, rowWith({ status: 404, error: expect.stringContaining('none') as string })],
			]);
			expect(updated()).toEqual([
				{ id: 92, price: 7 },
				{ id: 93, price: 7 },
			]);
		});

		it('sends of an address only what is toggled', async () => {
			const before = (await productOf(94)) as Product & { custom_url: { url: string } };
			const fields = { custom_url: { create_redirect: true } };
			await run('update', { product_id: byId(94), fields });
			expect(updated()).toEqual([{ id: 94, custom_url: { create_redirect: true } }]);
			expect(before.custom_url.url).not.toBe('');
		});

		it('takes the product out of its brand', async () => {
			await run('update', { product_id: byId(95), fields: { brand_id: byId(0) } });
			expect(updated()).toEqual([{ id: 95, brand_id: 0 }]);
		});

		it('is sent again after a lost answer, unless it adds something', async () => {
			const drop = () => sandbox.store.faults.next({ match: { method: 'PUT' }, dropConnection: 'after' });
			drop();
			const again = await run('update', parameters, [{ id: 96, price: 4 }]);
			expect(paired(again)).toEqual([[0, rowWith({ id: 96, price: 4 })]]);
			expect(sent('PUT')).toHaveLength(2);
			forget();
			drop();
			const images = { values: [{ image_url: 'https://example.com/1.jpg' }] };
			const once = await run('update', { product_id: byId(96), fields: { images } }, [{}], continueOnFail);
			expect(paired(once)).toEqual([[0, rowWith({ outcome: 'unknown' })]]);
			expect(sent('PUT')).toHaveLength(1);
		});
	});

	describe('Create or Update', () => {
		it('creates the missing, updates the known, and finds what an earlier item created', async () => {
			const known = await productOf(100);
			forget();
			const parameters = {
				sku: '={{ $json.sku }}',
				name: '={{ $json.name }}',
				type: 'physical',
				price: '={{ $json.price }}',
				weight: 1,
			};
			const items = [
				{ sku: 'UPSERT-1 ', name: 'Upsert 1', price: 1 },
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

		it('writes nothing of the fields that nobody filled in, and asks new products only for what they need', async () => {
			const [one, other] = [await productOf(101), await productOf(102)];
			forget();
			const parameters = { sku: '={{ $json.sku }}', additionalFields: { is_featured: true } };
			const items = [{ sku: one.sku }, { sku: 'UPSERT-NEW' }, { sku: other.sku }];
			const rows = paired(await run('upsert', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 101, price: one.price, name: one.name })],
				[1, rowWith({ error: expect.stringMatching(/UPSERT-NEW.*Name.*Type.*Price.*Weight/) as string })],
				[2, rowWith({ id: 102, price: other.price })],
			]);
			expect(updated()).toEqual([
				{ id: 101, sku: one.sku, is_featured: true },
				{ id: 102, sku: other.sku, is_featured: true },
			]);
			expect(sent('POST')).toEqual([]);
		});

		it('gives a new product its variants, and leaves those of an existing one alone', async () => {
			const variant = (sku: string) => ({ sku, option_values: [{ option_display_name: 'Color', label: 'Red' }] });
			const parameters = {
				sku: '={{ $json.sku }}',
				name: '={{ $json.sku }}',
				type: 'physical',
				price: 5,
				weight: 1,
				fields: { variants: { fromItem: [{ list: '={{ $json.variants }}' }] } },
			};
			const { sku } = await productOf(103);
			forget();
			const items = [
				{ sku: 'UPSERT-V', variants: [variant('UPSERT-V-RED')] },
				{ sku, variants: [variant('OTHER-RED')] },
			];
			expect((await run('upsert', parameters, items)).error).toBeUndefined();
			expect(sent('POST').map(({ body }) => body)).toEqual([rowWith({ variants: [variant('UPSERT-V-RED')] })]);
			expect(updated()).toEqual([{ id: 103, sku, name: sku, type: 'physical', price: 5, weight: 1 }]);
		});

		it('asks for a SKU with a comma by itself, since a list of SKUs would split it', async () => {
			const { sku } = await productOf(104);
			forget();
			const parameters = { sku: '={{ $json.sku }}', additionalFields: { is_featured: true } };
			await run('upsert', parameters, [{ sku: 'C,D' }, { sku }], continueOnFail);
			const asked = sent('GET').map(({ query }) => [query.sku, query['sku:in']]);
			expect(asked).toHaveLength(2);
			expect(asked).toEqual(
				expect.arrayContaining([
					['C,D', undefined],
					[undefined, sku],
				]),
			);
		});
	});

	describe('Delete', () => {
		it('deletes many products with one request', async () => {
			const result = await run('delete', { product_id: byId('={{ $json.id }}') }, [{ id: 201 }, { id: 202 }]);
			expect(paired(result)).toEqual([
				[0, { deleted: true }],
				[1, { deleted: true }],
			]);
			expect(sent('DELETE').map(({ query }) => query)).toEqual([{ 'id:in': '201,202' }]);
			await expect(productOf(201)).rejects.toThrow('404');
			expect((await productOf(203)).id).toBe(203);
		});

		it.each(['', '={{ $json.nothing }}'])('never sends the ID "%s"', async (value) => {
			const { error } = await run('delete', { product_id: byId(value) });
			expect(error).toBeDefined();
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});
});
