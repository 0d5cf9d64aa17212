import { byId, callStore, paired, rowWith } from '../support/runOperation';
import { useCoupons, WHOLE_STORE } from './couponSetup';

describe('Coupon', () => {
	const { sandbox, run, requests, makeCoupon } = useCoupons();
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	const fields = {
		name: '={{ $json.name }}',
		code: '={{ $json.code }}',
		type: 'per_total_discount',
		amount: '={{ $json.amount }}',
		applies_to: 'store',
	};

	describe('Create', () => {
		it('creates a coupon per item', async () => {
			const items = [
				{ name: 'Ten off', code: ' TEN ', amount: 10 },
				{ name: 'Half', code: 'HALF', amount: '0.5' },
			];
			const result = await run('create', fields, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ name: 'Ten off', code: 'TEN', amount: 10 })],
				[1, rowWith({ name: 'Half', code: 'HALF', amount: 0.5 })],
			]);
			const target = { type: 'per_total_discount', applies_to: WHOLE_STORE };
			expect(requests('POST').map(({ body }) => body)).toEqual(
				expect.arrayContaining([
					{ name: 'Ten off', code: 'TEN', amount: '10', ...target },
					{ name: 'Half', code: 'HALF', amount: '0.5', ...target },
				]),
			);
		});

		it("sends every field in BigCommerce's form, and names products by SKU", async () => {
			const { data } = (await callStore(sandbox, 'GET', '/v3/catalog/products')) as {
				data: Array<{ id: number; sku: string }>;
			};
			const { error, items } = await run(
				'create',
				{
					...fields,
					name: 'Full',
					code: 'FULL',
					amount: 3,
					applies_to: 'products',
					additionalFields: {
						product_ids: { __rl: true, mode: 'sku', value: data.map(({ sku }) => sku).join(', ') },
						enabled: false,
						expires: '2030-01-31T12:00:00',
						max_uses: 0,
						max_uses_per_customer: 2,
						min_purchase: 25,
						countries: 'AU',
						shipping_methods: 'Flat Rate',
					},
					simplify: false,
				},
				[{}],
				{ timezone: 'Europe/Berlin' },
			);
			expect(error).toBeUndefined();
			const ids = data.map(({ id }) => id);
			expect(requests('POST')[0]?.body).toEqual({
				name: 'Full',
				code: 'FULL',
				type: 'per_total_discount',
				amount: '3',
				applies_to: { entity: 'products', ids },
				enabled: false,
				expires: 'Thu, 31 Jan 2030 11:00:00 +0000',
				max_uses: 0,
				max_uses_per_customer: 2,
				min_purchase: '25',
				restricted_to: { countries: 'AU' },
				shipping_methods: ['Flat Rate'],
			});
			expect(items[0]?.json).toMatchObject({ amount: '3.0000', enabled: false, applies_to: { ids } });
		});

		it('shows numbers and ISO 8601 dates, raw output as it came', async () => {
			const extra = { expires: 'Thu, 31 Jan 2030 11:00:00 +0000' };
			const { id } = await makeCoupon(extra);
			const simple = await run('get', { id: byId(id) });
			expect(simple.items[0]?.json).toMatchObject({ amount: 5, expires: '2030-01-31T11:00:00Z' });
			const raw = await run('get', { id: byId(id), simplify: false });
			expect(raw.items[0]?.json).toMatchObject({ amount: '5.0000', ...extra });
		});

		it('refuses categories without any before any request', async () => {
			const additionalFields = { category_ids: byId('={{ $json.ids }}') };
			const parameters = { ...fields, applies_to: 'categories', additionalFields };
			const items = [
				{ name: 'A', code: 'A', amount: 1, ids: '1' },
				{ name: 'B', code: 'B', amount: 1, ids: '' },
			];
			const { error } = await run('create', parameters, items);
			expect(error?.message).toBe('Categories is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('takes what the coupon applies to from each item', async () => {
			const parameters = {
				...fields,
				applies_to: '={{ $json.target }}',
				additionalFields: {
					category_ids: byId('={{ $json.categories }}'),
					product_ids: byId('={{ $json.products }}'),
				},
			};
			const items = [
				{
					name: 'For categories',
					code: 'CATEGORIES',
					amount: 1,
					target: 'Categories',
					categories: '1; 2',
					products: '',
				},
				{ name: 'For products', code: 'PRODUCTS', amount: 1, target: 'products', categories: null, products: [2] },
			];
			const result = await run('create', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ code: 'CATEGORIES', applies_to: { entity: 'categories', ids: [1, 2] } })],
				[1, rowWith({ code: 'PRODUCTS', applies_to: { entity: 'products', ids: [2] } })],
			]);
		});

		it.each([
			['categories', '', '2', 'Products has a value, but Applies To is Categories'],
			['store', '1', '', 'Categories has a value, but Applies To is Whole Store'],
			['', '1', '', 'Applies To is empty'],
			['shop', '', '', 'Applies To must be one of Categories, Products, Whole Store, not "shop"'],
		])(
			'refuses Applies To "%s" with categories "%s" and products "%s"',
			async (target, categories, products, message) => {
				const parameters = {
					...fields,
					applies_to: '={{ $json.target }}',
					additionalFields: {
						category_ids: byId('={{ $json.categories }}'),
						product_ids: byId('={{ $json.products }}'),
					},
				};
				const item = { name: 'A', code: 'A', amount: 1, target, categories, products };
				const { error } = await run('create', parameters, [item]);
				expect(error?.message).toContain(message);
				expect(sandbox.store.requests.all).toEqual([]);
			},
		);

		it('sends nothing that nobody set: an untouched form is refused', async () => {
			const { error } = await run('create', {});
			expect(error?.message ?? '').not.toBe('');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('fails only the item whose code is taken', async () => {
			const { code } = await makeCoupon();
			const items = [
				{ name: 'Taken', code, amount: 1 },
				{ name: 'Free', code: 'FREE-1', amount: 1 },
			];
			const rows = paired(await run('create', fields, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ status: expect.any(Number) as number, error: expect.any(String) as string })],
				[1, rowWith({ code: 'FREE-1' })],
			]);
		});
	});

	describe('Get', () => {
		const parameters = { id: byId('={{ $json.id }}') };

		it('gets one coupon per item', async () => {
			const result = await run('get', parameters, [{ id: 2 }, { id: '1' }]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 2, code: 'SPRING5' })],
				[1, rowWith({ id: 1, code: 'WELCOME10' })],
			]);
			expect(
				requests('GET')
					.map(({ query }) => query.id)
					.sort(),
			).toEqual(['1', '2']);
		});

		it('finds it by its code as well', async () => {
			const byCode = { id: { __rl: true, mode: 'code', value: '={{ $json.code }}' } };
			const rows = paired(await run('get', byCode, [{ code: 'SPRING5' }, { code: 'NONE' }], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ id: 2 })],
				[1, rowWith({ status: 404, error: expect.stringContaining('"NONE"') as string })],
			]);
		});

		it('says for which item there is no coupon', async () => {
			const rows = paired(await run('get', parameters, [{ id: 9999 }, { id: 1 }], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ error: 'BigCommerce has no coupon 9999', status: 404 })],
				[1, rowWith({ id: 1 })],
			]);
		});

		it('returns nothing for it when asked to', async () => {
			const quietly = { ...parameters, requestOptions: { whenNotFound: 'returnNothing' } };
			const result = await run('get', quietly, [{ id: 9999 }, { id: 1 }]);
			expect(paired(result)).toEqual([[1, rowWith({ id: 1 })]]);
		});

		it.each(['WELCOME10', '', '-1'])('refuses the ID "%s" before any request', async (id) => {
			const { error } = await run('get', parameters, [{ id: 1 }, { id }]);
			expect(error?.message).toContain('Coupon ');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Get Many', () => {
		it('filters per item', async () => {
			const result = await run('getAll', { filters: { code: '={{ $json.code }}' } }, [
				{ code: 'SPRING5' },
				{ code: 'WELCOME10' },
				{ code: 'NOBODY-HAS-IT' },
			]);
			expect(paired(result)).toEqual([
				[0, rowWith({ code: 'SPRING5' })],
				[1, rowWith({ code: 'WELCOME10' })],
			]);
		});

		it.each(['', null, undefined])('refuses a filter that gives %j instead of listing everything', async (code) => {
			const { error } = await run('getAll', { filters: { code: '={{ $json.code }}' } }, [{ code }]);
			expect(error?.message).toContain('Code is empty');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('reads all pages', async () => {
			for (let count = 0; count < 5; count++) await makeCoupon();
			const all = await run('getAll', { returnAll: true });
			const { items } = await run('count', {});
			expect(all.items).toHaveLength(items[0]?.json.count as number);
			expect((await run('getAll', { limit: 3 })).items).toHaveLength(3);
		});

		it('gives one error row for a list that the store refuses', async () => {
			sandbox.store.faults.next({ status: 400, body: [{ status: 400, message: 'Bad filter' }] });
			const result = await run('getAll', {}, [{}], continueOnFail);
			expect(paired(result)).toEqual([[0, rowWith({ status: 400 })]]);
		});
	});

	describe('Count', () => {
		it('counts once per item', async () => {
			const before = (await run('count', {})).items[0]?.json.count as number;
			await makeCoupon();
			expect(paired(await run('count', {}, [{}, {}]))).toEqual([
				[0, { count: before + 1 }],
				[1, { count: before + 1 }],
			]);
		});

		it('names the scope that the connection lacks', async () => {
			const account = sandbox.store.createApiAccount({ name: 'Orders only', scopes: ['store_v2_orders'] });
			const { error } = await run('count', {}, [{}], { credential: sandbox.credential(account) });
			expect(error?.message).toContain('Marketing: read-only (store_v2_marketing_read_only)');
		});
	});
});
