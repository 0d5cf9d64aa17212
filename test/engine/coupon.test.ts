import type { INodeParameters } from 'n8n-workflow';

import { callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const COUPONS = '/v2/coupons';

describe('Coupon', () => {
	const sandbox = useSandbox({ customers: 0, products: 2, orders: 0 });
	const run = operationsOf('coupon', sandbox);
	const requests = (method: string) => sandbox.store.requests.matching(method, /^\/v2\/coupons/);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	const fields = {
		name: '={{ $json.name }}',
		code: '={{ $json.code }}',
		type: 'per_total_discount',
		amount: '={{ $json.amount }}',
	};

	/** A coupon of the store that only the calling test uses. */
	let made = 0;
	const makeCoupon = async (extra: object = {}) => {
		made += 1;
		const body = {
			name: `Made ${made}`,
			code: `MADE-${made}`,
			type: 'per_item_discount',
			amount: '5',
			applies_to: { entity: 'products', ids: [1, 2] },
			...extra,
		};
		const coupon = (await callStore(sandbox, 'POST', COUPONS, body)) as { id: number; name: string; code: string };
		sandbox.store.requests.clear();
		return coupon;
	};

	describe('Create', () => {
		it('creates a coupon per item, for the whole store unless told otherwise', async () => {
			const items = [
				{ name: 'Ten off', code: 'TEN', amount: 10 },
				{ name: 'Half', code: 'HALF', amount: 0.5 },
			];
			const result = await run('create', fields, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ name: 'Ten off', code: 'TEN', amount: '10.0000' })],
				[1, rowWith({ name: 'Half', code: 'HALF', amount: '0.5000' })],
			]);
			const applies = { type: 'per_total_discount', applies_to: { entity: 'categories', ids: [0] } };
			expect(requests('POST').map(({ body }) => body)).toEqual(
				expect.arrayContaining([
					{ name: 'Ten off', code: 'TEN', amount: '10', ...applies },
					{ name: 'Half', code: 'HALF', amount: '0.5', ...applies },
				]),
			);
		});

		it("sends every field in BigCommerce's form", async () => {
			const { error, items } = await run(
				'create',
				{
					...fields,
					name: 'Full',
					code: 'FULL',
					amount: 3,
					applies_to: 'products',
					ids: '1, 2',
					additionalFields: {
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
			expect(requests('POST')[0]?.body).toEqual({
				name: 'Full',
				code: 'FULL',
				type: 'per_total_discount',
				amount: '3',
				applies_to: { entity: 'products', ids: [1, 2] },
				enabled: false,
				expires: 'Thu, 31 Jan 2030 11:00:00 +0000',
				max_uses: 0,
				max_uses_per_customer: 2,
				min_purchase: '25',
				restricted_to: { countries: 'AU' },
				shipping_methods: ['Flat Rate'],
			});
			expect(items[0]?.json).toMatchObject({ enabled: false, applies_to: { entity: 'products', ids: [1, 2] } });
		});

		it('refuses products without IDs before any request', async () => {
			const parameters = { ...fields, applies_to: 'products', ids: '={{ $json.ids }}' };
			const items = [
				{ name: 'A', code: 'A', amount: 1, ids: '1' },
				{ name: 'B', code: 'B', amount: 1, ids: '' },
			];
			const { error } = await run('create', parameters, items);
			expect(error?.message).toBe('Category or Product IDs is empty');
			expect(error?.context?.itemIndex).toBe(1);
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
		it('reads one coupon per item', async () => {
			const result = await run('get', { id: '={{ $json.id }}' }, [{ id: 2 }, { id: '1' }]);
			expect(paired(result)).toEqual([
				[0, rowWith({ id: 2, code: 'SPRING5' })],
				[1, rowWith({ id: 1, code: 'WELCOME10' })],
			]);
		});

		it('says for which item there is no coupon', async () => {
			const rows = paired(await run('get', { id: '={{ $json.id }}' }, [{ id: 9999 }, { id: 1 }], continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ error: 'BigCommerce has no such coupon: 9999' })],
				[1, rowWith({ id: 1 })],
			]);
		});

		it.each(['WELCOME10', '', '-1'])('refuses the ID "%s" before any request', async (id) => {
			const { error } = await run('get', { id: '={{ $json.id }}' }, [{ id: 1 }, { id }]);
			expect(error?.message).toContain('Coupon ID');
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

	describe('Update', () => {
		const parameters = { id: '={{ $json.id }}', updateFields: { amount: '={{ $json.amount }}' }, simplify: false };

		it('keeps what it does not change, above all what the coupon applies to', async () => {
			const [first, second] = [
				await makeCoupon(),
				await makeCoupon({ applies_to: { entity: 'categories', ids: [0] } }),
			];
			const items = [
				{ id: first.id, amount: 7 },
				{ id: second.id, amount: 8 },
			];
			const result = await run('update', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[
					0,
					rowWith({
						id: first.id,
						code: first.code,
						amount: '7.0000',
						applies_to: { entity: 'products', ids: [1, 2] },
					}),
				],
				[
					1,
					rowWith({
						id: second.id,
						name: second.name,
						amount: '8.0000',
						applies_to: { entity: 'categories', ids: [0] },
					}),
				],
			]);
			const body = requests('PUT').find(({ path }) => path.endsWith(`/${first.id}`))?.body;
			expect(Object.keys(body as object).sort()).toEqual(['amount', 'applies_to', 'code', 'name', 'type']);
		});

		it('changes what the coupon applies to, with target and IDs together', async () => {
			const { id } = await makeCoupon();
			const change = async (updateFields: INodeParameters) =>
				await run('update', { id, updateFields, simplify: false });
			const { items } = await change({ applies_to: 'categories', ids: [3] });
			expect(items[0]?.json.applies_to).toEqual({ entity: 'categories', ids: [3] });
			const store = await change({ applies_to: 'store' });
			expect(store.items[0]?.json.applies_to).toEqual({ entity: 'categories', ids: [0] });
			sandbox.store.requests.clear();
			expect((await change({ applies_to: 'products' })).error?.message).toBe('Category or Product IDs is empty');
			expect((await change({ ids: '3' })).error?.message).toBe('Applies To is missing');
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('makes two changes of one coupon in their order', async () => {
			const { id } = await makeCoupon();
			const rows = paired(
				await run('update', parameters, [
					{ id, amount: 1 },
					{ id, amount: 2 },
				]),
			);
			expect(rows.map(([item, row]) => [item, row.amount])).toEqual([
				[0, '1.0000'],
				[1, '2.0000'],
			]);
		});

		it('fails the coupon that does not exist, and updates the other', async () => {
			const { id } = await makeCoupon();
			const rows = paired(
				await run(
					'update',
					parameters,
					[
						{ id: 9999, amount: 1 },
						{ id, amount: 2 },
					],
					continueOnFail,
				),
			);
			expect(rows).toEqual([
				[0, rowWith({ error: 'BigCommerce has no such coupon: 9999' })],
				[1, rowWith({ id, amount: '2.0000' })],
			]);
			expect(requests('PUT')).toHaveLength(1);
		});

		it('leaves the coupon of a promotion alone', async () => {
			sandbox.store.faults.next({
				match: { method: 'GET' },
				status: 200,
				body: [{ id: 5, type: 'promotion', amount: '0.0000' }],
			});
			const { error } = await run('update', { ...parameters, id: 5, updateFields: { amount: 1 } });
			expect(error?.message).toBe('Coupon 5 belongs to a promotion');
			expect(requests('PUT')).toEqual([]);
		});

		it('refuses bad input before any request', async () => {
			const { error } = await run('update', parameters, [
				{ id: 1, amount: 1 },
				{ id: 2, amount: 'ten' },
			]);
			expect(error?.message).toContain('Amount must be a number');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Delete', () => {
		it('deletes one coupon per item; one that is gone gives an error row', async () => {
			const [first, second] = [await makeCoupon(), await makeCoupon()];
			const items = [{ id: first.id }, { id: 9999 }, { id: second.id }];
			const rows = paired(await run('delete', { id: '={{ $json.id }}' }, items, continueOnFail));
			expect(rows).toEqual([
				[0, { deleted: true }],
				[1, rowWith({ status: 404 })],
				[2, { deleted: true }],
			]);
			const { items: left } = await run('getAll', {
				returnAll: true,
				filters: { min_id: first.id, max_id: second.id },
			});
			expect(left).toEqual([]);
		});

		it('deletes nothing when an ID is empty', async () => {
			const { error } = await run('delete', { id: '={{ $json.id }}' }, [{ id: 1 }, { id: null }, { id: '' }]);
			expect(error?.message).toContain('Coupon ID');
			expect(sandbox.store.requests.all).toEqual([]);
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
