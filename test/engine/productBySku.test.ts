import { callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const PRODUCTS = '/v3/catalog/products';
const SIMPLE = 'name,sku,price,inventory_level,is_visible,availability,categories,brand_id,date_modified';

describe('Product > Get by SKU', () => {
	const sandbox = useSandbox({ products: 30, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const sent = (method: string, path: string | RegExp = PRODUCTS) => sandbox.store.requests.matching(method, path);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	interface Product {
		id: number;
		sku: string;
		price: number;
	}
	const productOf = async (id: number) =>
		((await callStore(sandbox, 'GET', `${PRODUCTS}/${id}`)) as { data: Product }).data;
	const forget = () => sandbox.store.requests.clear();

	const bySku = { sku: '={{ $json.sku }}' };

	const withVariant = async (sku: string, ofVariant: string) =>
		await callStore(sandbox, 'POST', PRODUCTS, {
			name: sku,
			sku,
			type: 'physical',
			price: 1,
			weight: 1,
			variants: [{ sku: ofVariant, option_values: [{ option_display_name: 'Color', label: 'Red' }] }],
		});

	it('finds products and the parents of variants, many with one request', async () => {
		await withVariant('PARENT', 'PARENT-RED');
		const known = await Promise.all([9, 10, 11, 12].map(productOf));
		forget();
		const items = [...known, { sku: 'PARENT-RED' }, { sku: 'none' }];
		const result = await run('getBySku', bySku, items, continueOnFail);
		expect(paired(result)).toEqual([
			...known.map(({ id, sku }, index) => [index, rowWith({ id, sku })]),
			[4, rowWith({ sku: 'PARENT', variant: rowWith({ sku: 'PARENT-RED' }) })],
			[5, rowWith({ status: 404, error: expect.stringContaining('"none"') as string })],
		]);
		expect(sent('GET').map(({ query }) => query)).toEqual([
			rowWith({ 'sku:in': items.map(({ sku }) => sku).join(','), include_fields: SIMPLE }),
			rowWith({ 'id:in': expect.any(String) as string, include_fields: SIMPLE }),
		]);
		expect(sent('GET', '/v3/catalog/variants').map(({ query }) => query.sku)).toEqual(['PARENT-RED', 'none']);
	});

	it('knows a SKU in any case and with blanks around it', async () => {
		const { sku } = await productOf(13);
		const items = [{ sku: ` ${sku.toLowerCase()} ` }, { sku: `${sku}\u00a0` }];
		expect(paired(await run('getBySku', bySku, items))).toEqual([
			[0, rowWith({ id: 13 })],
			[1, rowWith({ id: 13 })],
		]);
	});

	it('finds a SKU with a comma, which a list of SKUs would split', async () => {
		await callStore(sandbox, 'POST', PRODUCTS, { name: 'Comma', sku: 'A,B', type: 'physical', price: 1, weight: 1 });
		const result = await run('getBySku', bySku, [{ sku: 'A,B' }, { sku: (await productOf(14)).sku }]);
		expect(paired(result)).toEqual([
			[0, rowWith({ name: 'Comma', sku: 'A,B' })],
			[1, rowWith({ id: 14 })],
		]);
	});

	it('takes no product that has another SKU', async () => {
		sandbox.store.faults.next({
			match: { path: PRODUCTS },
			status: 200,
			body: { data: [{ id: 1, sku: 'OTHER' }], meta: {} },
		});
		const rows = paired(await run('getBySku', bySku, [{ sku: 'WANTED' }], continueOnFail));
		expect(rows).toEqual([[0, rowWith({ status: 404, error: expect.stringContaining('WANTED') as string })]]);
	});

	it('returns nothing for an unknown SKU when told so', async () => {
		const { sku } = await productOf(15);
		const parameters = { ...bySku, requestOptions: { whenNotFound: 'returnNothing' } };
		expect(paired(await run('getBySku', parameters, [{ sku: 'none' }, { sku }]))).toEqual([[1, rowWith({ id: 15 })]]);
	});

	it('fails only the item whose variants cannot be read', async () => {
		await withVariant('TWIN', 'TWIN-RED');
		sandbox.store.faults.next({
			match: { path: '/v3/catalog/variants' },
			status: 422,
			body: { status: 422, title: 'Not that one.' },
		});
		const items = [{ sku: 'none' }, { sku: 'TWIN-RED' }, { sku: (await productOf(16)).sku }];
		expect(paired(await run('getBySku', bySku, items, continueOnFail))).toEqual([
			[0, rowWith({ status: 422 })],
			[1, rowWith({ sku: 'TWIN' })],
			[2, rowWith({ id: 16 })],
		]);
	});

	it('pairs rows also when Only Fields leaves the SKU out', async () => {
		const { sku, price } = await productOf(17);
		const parameters = { ...bySku, simplify: false, options: { include_fields: 'price' } };
		expect(paired(await run('getBySku', parameters, [{ sku }]))).toEqual([[0, { id: 17, sku, price }]]);
	});
});
