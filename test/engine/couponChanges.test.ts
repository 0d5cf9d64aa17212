import type { INodeParameters } from 'n8n-workflow';

import { byId, paired, rowWith } from '../support/runOperation';
import { useCoupons, WHOLE_STORE } from './couponSetup';

describe('Coupon, changes', () => {
	const { sandbox, run, requests, makeCoupon } = useCoupons();
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	describe('Update', () => {
		const parameters = {
			id: byId('={{ $json.id }}'),
			fields: { amount: '={{ $json.amount }}' },
			simplify: false,
		};

		it('keeps what it does not change, above all what the coupon applies to', async () => {
			const [first, second] = [await makeCoupon(), await makeCoupon({ applies_to: WHOLE_STORE })];
			const items = [
				{ id: first.id, amount: 7 },
				{ id: second.id, amount: 8 },
			];
			const result = await run('update', parameters, items);
			expect(result.error).toBeUndefined();
			const target = { entity: 'products', ids: [1, 2] };
			expect(paired(result)).toEqual([
				[0, rowWith({ id: first.id, code: first.code, amount: '7.0000', applies_to: target })],
				[1, rowWith({ id: second.id, name: second.name, amount: '8.0000', applies_to: WHOLE_STORE })],
			]);
			const body = requests('PUT').find(({ path }) => path.endsWith(`/${first.id}`))?.body;
			expect(Object.keys(body as object).sort()).toEqual(['amount', 'applies_to', 'code', 'name', 'type']);
		});

		it('changes what the coupon applies to, with target and records together', async () => {
			const { id } = await makeCoupon();
			const change = async (fields: INodeParameters) =>
				await run('update', { id: byId(id), fields, simplify: false });
			const { items } = await change({ applies_to: 'categories', category_ids: byId('3') });
			expect(items[0]?.json.applies_to).toEqual({ entity: 'categories', ids: [3] });
			const store = await change({ applies_to: 'store' });
			expect(store.items[0]?.json.applies_to).toEqual(WHOLE_STORE);
		});

		it.each<[string, INodeParameters, string]>([
			['products without a target', { product_ids: byId('3') }, 'Applies To is empty'],
			['a target without records', { applies_to: 'products' }, 'Products is empty'],
			[
				'records for the whole store',
				{ applies_to: 'store', product_ids: byId('3') },
				'Products has a value, but Applies To is Whole Store',
			],
			[
				'products where categories are meant',
				{ applies_to: 'categories', category_ids: byId('3'), product_ids: byId('3') },
				'Products has a value, but Applies To is Categories',
			],
			['nothing at all', {}, 'There is nothing to change'],
		])('refuses %s before any request', async (_, fields, message) => {
			const { error } = await run('update', { id: byId(1), fields });
			expect(error?.message).toContain(message);
			expect(sandbox.store.requests.all).toEqual([]);
		});

		it('makes two changes of one coupon in their order', async () => {
			const { id } = await makeCoupon();
			const items = [
				{ id, amount: 1 },
				{ id, amount: 2 },
			];
			const rows = paired(await run('update', parameters, items));
			expect(rows.map(([item, row]) => [item, row.amount])).toEqual([
				[0, '1.0000'],
				[1, '2.0000'],
			]);
		});

		it('fails the coupon that does not exist, and updates the other', async () => {
			const { id } = await makeCoupon();
			const items = [
				{ id: 9999, amount: 1 },
				{ id, amount: 2 },
			];
			const rows = paired(await run('update', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[0, rowWith({ error: 'BigCommerce has no coupon 9999', status: 404 })],
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
			const { error } = await run('update', { ...parameters, id: byId(5), fields: { amount: 1 } });
			expect(error?.message).toBe('Coupon 5 belongs to a promotion');
			expect(requests('PUT')).toEqual([]);
		});

		it('leaves out an empty cell, and clears it when asked to', async () => {
			const { id } = await makeCoupon({ shipping_methods: ['Flat Rate'] });
			const change = async (requestOptions: INodeParameters) => {
				const fields = { max_uses: 5, shipping_methods: '={{ $json.methods }}' };
				const { items } = await run('update', { id: byId(id), fields, simplify: false, requestOptions }, [
					{ methods: '' },
				]);
				return items[0]?.json.shipping_methods;
			};
			expect(await change({})).toEqual(['Flat Rate']);
			expect(await change({ emptyValues: 'clear' })).toEqual([]);
		});

		it('refuses bad input before any request', async () => {
			const { error } = await run('update', parameters, [
				{ id: 1, amount: 1 },
				{ id: 2, amount: 'ten' },
			]);
			expect(error?.message).toContain('Amount must be an amount of money, not "ten"');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});

	describe('Create or Update', () => {
		const more = { name: '={{ $json.name }}', amount: '={{ $json.amount }}', type: '={{ $json.type }}' };
		const parameters = {
			code: '={{ $json.code }}',
			fields: { ...more, applies_to: '={{ $json.target }}' },
			simplify: false,
		};

		it('creates the missing, and updates the others with what the items say only', async () => {
			const known = await makeCoupon();
			const items = [
				{ code: 'UPSERT-1', name: 'Brand new', amount: 4, type: 'per_item_discount', target: 'store' },
				{ code: ` ${known.code} `, amount: 9 },
			];
			const result = await run('upsert', parameters, items);
			expect(result.error).toBeUndefined();
			expect(paired(result)).toEqual([
				[0, rowWith({ code: 'UPSERT-1', amount: '4.0000', applies_to: WHOLE_STORE })],
				[
					1,
					rowWith({
						id: known.id,
						name: known.name,
						amount: '9.0000',
						applies_to: { entity: 'products', ids: [1, 2] },
					}),
				],
			]);
			expect(requests('POST')).toHaveLength(1);
			expect(requests('PUT')).toHaveLength(1);
		});

		it('asks for what a new coupon needs only where it is new', async () => {
			const known = await makeCoupon();
			const items = [
				{ code: 'UPSERT-2', amount: 4 },
				{ code: known.code, amount: 3 },
			];
			const rows = paired(await run('upsert', parameters, items, continueOnFail));
			expect(rows).toEqual([
				[
					0,
					rowWith({ error: expect.stringMatching(/"UPSERT-2" does not exist yet.*Name.*Type.*Applies To/) as string }),
				],
				[1, rowWith({ id: known.id, amount: '3.0000' })],
			]);
			expect(requests('POST')).toEqual([]);
		});
	});

	describe('Delete', () => {
		it('deletes one coupon per item; one that is gone gives an error row', async () => {
			const [first, second] = [await makeCoupon(), await makeCoupon()];
			const items = [{ id: first.id }, { id: 9999 }, { id: second.id }];
			const rows = paired(await run('delete', { id: byId('={{ $json.id }}') }, items, continueOnFail));
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
			const { error } = await run('delete', { id: byId('={{ $json.id }}') }, [{ id: 1 }, { id: null }, { id: '' }]);
			expect(error?.message).toContain('Coupon is empty');
			expect(error?.context?.itemIndex).toBe(1);
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});
});
