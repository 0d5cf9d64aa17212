import type { INodeParameters } from 'n8n-workflow';

import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const ABSOLUTE = '/v3/inventory/adjustments/absolute';
const RELATIVE = '/v3/inventory/adjustments/relative';
const SETTINGS = '/v3/inventory/locations/1/items';

interface InventoryItem {
	identity: { sku: string; variant_id: number; product_id: number };
	locations: Array<{ location_id: number; available_to_sell: number; settings: JsonObject }>;
}

interface Body {
	reason?: string;
	items: JsonObject[];
	settings: JsonObject[];
}

describe('Inventory', () => {
	const sandbox = useSandbox({ customers: 0, products: 5000, orders: 0 });
	const run = operationsOf('inventory', sandbox);
	const continueOnFail = { onError: 'continueRegularOutput' } as const;

	const requests = (method: string, path: string) => sandbox.store.requests.matching(method, path);
	const bodies = (method: string, path: string) => requests(method, path).map(({ body }) => body as Body);

	const location_id = byId(1);
	const byVariant = {
		identifyBy: 'variant_id',
		variant_id: '={{ $json.variant }}',
		location_id,
		quantity: '={{ $json.quantity }}',
	};

	/** A variant as the inventory lists it, with its stock at the default location. */
	async function itemOf(variant: number) {
		const { data } = (await callStore(sandbox, 'GET', `/v3/inventory/items?variant_id:in=${variant}`)) as {
			data: InventoryItem[];
		};
		const { identity, locations } = data[0]!;
		return { identity, quantity: locations[0]!.available_to_sell, settings: locations[0]!.settings };
	}

	describe('Set', () => {
		it('sets 5,000 levels with 3 requests, one after the other, each paired with its item', async () => {
			const items = Array.from({ length: 5000 }, (_, index) => ({ variant: index + 1, quantity: 2 * index }));
			const result = await run('set', byVariant, items);
			expect(result.error).toBeUndefined();
			const sent = requests('PUT', ABSOLUTE);
			expect(sent.map(({ body }) => (body as Body).items.length)).toEqual([2000, 2000, 1000]);
			for (const [index, { receivedAt }] of sent.entries()) {
				if (index > 0) expect(receivedAt).toBeGreaterThanOrEqual(sent[index - 1]!.answeredAt!);
			}
			const transaction_id = expect.any(String) as string;
			expect(paired(result)).toEqual(
				items.map(({ variant, quantity }, index) => [
					index,
					{ success: true, variant_id: variant, location_id: 1, quantity, transaction_id },
				]),
			);
			expect((await itemOf(4321)).quantity).toBe(8640);
			expect(result.hints.map(({ message }) => message)).toEqual(['5,000 records with 3 requests.']);
		});

		it('takes SKU, variant or product, and 0', async () => {
			const { identity } = await itemOf(3);
			const { sku, product_id } = identity;
			await run('set', { identifyBy: 'sku', sku: ` ${sku} `, location_id, quantity: 5 });
			expect(bodies('PUT', ABSOLUTE)).toEqual([{ items: [{ sku, location_id: 1, quantity: 5 }] }]);
			await run('set', { identifyBy: 'product_id', product_id: byId(product_id), location_id, quantity: 0 });
			expect((await itemOf(3)).quantity).toBe(0);
		});

		it('puts items with the same reason into one request', async () => {
			const items = ['Count', 'Count', 'Return', 'Count'].map((reason, index) => ({ variant: index + 1, reason }));
			await run('set', { ...byVariant, quantity: 1, additionalFields: { reason: '={{ $json.reason }}' } }, items);
			expect(
				bodies('PUT', ABSOLUTE).map(({ reason, items: sent }) => [reason, sent.map((each) => each.variant_id)]),
			).toEqual([
				['Count', [1, 2, 4]],
				['Return', [3]],
			]);
			expect(bodies('PUT', ABSOLUTE).every((body) => body.items.every((each) => !('reason' in each)))).toBe(true);
		});

		it('sets the same item in the order of the input', async () => {
			const items = [1, 2, 3].map((quantity) => ({ variant: 9, quantity }));
			await run('set', byVariant, items);
			expect(requests('PUT', ABSOLUTE)).toHaveLength(3);
			expect((await itemOf(9)).quantity).toBe(3);
		});

		it('finds the item that BigCommerce refuses and sets the others', async () => {
			const items = [1, 2, 999_999, 4, 5].map((variant) => ({ variant, quantity: 77 }));
			const result = await run('set', byVariant, items, continueOnFail);
			expect(result.items.map(({ json }) => json.success ?? json.error)).toEqual([
				true,
				true,
				expect.stringContaining('variant_id 999999 does not exist'),
				true,
				true,
			]);
			expect((await itemOf(5)).quantity).toBe(77);
			expect(requests('PUT', ABSOLUTE)).toHaveLength(2);
		});

		it('asks for item, location and quantity: nothing is written that nobody set', async () => {
			const untouched = await run('set', {});
			expect(JSON.stringify([untouched.error?.message, untouched.error])).toMatch(/SKU|Location|Quantity/);
			const empty = { sku: '={{ $json.sku }}', location_id: byId("={{ '' }}"), quantity: '={{ null }}' };
			const { error } = await run('set', empty, [{ sku: 'SB-1' }]);
			expect(error?.message).toContain('Location is empty');
			expect(error?.message).toContain('Quantity is empty');
			expect(requests('PUT', ABSOLUTE)).toEqual([]);
		});

		it.each([
			['a fraction', 1.5, 'must be a whole number'],
			['less than none', -1, 'must be at least 0'],
			['more than BigCommerce saves', 2_147_483_648, 'must be at most 2147483647'],
			['a unit', '5 pcs', 'without the unit "pcs"'],
		])('refuses %s, and sets the others', async (_, wrong, message) => {
			const items = [
				{ variant: 11, quantity: wrong },
				{ variant: 12, quantity: '1,200' },
			];
			const parameters = { ...byVariant, requestOptions: { numberFormat: 'decimalPoint' } };
			expect(paired(await run('set', parameters, items, continueOnFail))).toEqual([
				[0, rowWith({ error: expect.stringMatching(new RegExp(`^Quantity .*${message}`)) as string })],
				[1, rowWith({ success: true, variant_id: 12, quantity: 1200 })],
			]);
		});

		it('names the location by its code as well', async () => {
			const { data } = (await callStore(sandbox, 'GET', '/v3/inventory/locations')) as {
				data: Array<{ id: number; code: string }>;
			};
			const last = data[data.length - 1]!;
			const parameters = {
				...byVariant,
				location_id: { __rl: true as const, mode: 'code', value: '={{ $json.code }}' },
			};
			const items = [
				{ variant: 13, quantity: 1, code: last.code },
				{ variant: 14, quantity: 1, code: 'NOWHERE' },
			];
			expect(paired(await run('set', parameters, items, continueOnFail))).toEqual([
				[0, rowWith({ success: true, location_id: last.id })],
				[1, rowWith({ status: 404, error: expect.stringContaining('NOWHERE') as string })],
			]);
		});

		it('does not send items again and again whose location there is not', async () => {
			const items = Array.from({ length: 200 }, (_, index) => ({ variant: index + 1, quantity: 1 }));
			const result = await run('set', { ...byVariant, location_id: byId(99) }, items, continueOnFail);
			expect(result.items.every(({ json }) => JSON.stringify(json.error).includes('99'))).toBe(true);
			expect(sandbox.store.requests.all.length).toBeLessThan(5);
		});

		it('finds 100 unknown SKUs among 2,000 with a few requests', async () => {
			const items = Array.from({ length: 2000 }, (_, index) => ({
				sku: index % 20 === 0 ? `GONE-${index}` : `SB-${index + 1}`,
			}));
			const parameters = { identifyBy: 'sku', sku: '={{ $json.sku }}', location_id, quantity: 3 };
			const { data } = (await callStore(sandbox, 'GET', '/v3/inventory/items?limit=1000')) as { data: InventoryItem[] };
			const known = data.map(({ identity }) => identity.sku).filter((sku) => sku !== '');
			const named = items.map(({ sku }, index) => ({
				sku: sku.startsWith('GONE') ? sku : known[index % known.length]!,
			}));
			sandbox.store.requests.clear();
			const result = await run('set', parameters, named, continueOnFail);
			const failed = result.items.filter(({ json }) => 'error' in json);
			expect(failed).toHaveLength(100);
			expect(failed.every(({ json }) => JSON.stringify(json.error).includes('GONE-'))).toBe(true);
			expect(sandbox.store.requests.all.length).toBeLessThan(15);
		});
	});

	describe('Adjust', () => {
		it('adds and takes away', async () => {
			await run('set', byVariant, [{ variant: 20, quantity: 10 }]);
			const items = [
				{ variant: 20, quantity: -3 },
				{ variant: 21, quantity: 4 },
			];
			const before = (await itemOf(21)).quantity;
			const result = await run('adjust', { ...byVariant, additionalFields: { reason: 'Count' } }, items);
			expect(paired(result)).toEqual([
				[0, rowWith({ success: true, variant_id: 20, quantity: -3 })],
				[1, rowWith({ success: true, variant_id: 21, quantity: 4 })],
			]);
			expect(bodies('POST', RELATIVE)).toHaveLength(1);
			expect((await itemOf(20)).quantity).toBe(7);
			expect((await itemOf(21)).quantity).toBe(before + 4);
		});

		it('adds up adjustments of one item, and gives each input item its own row', async () => {
			await run('set', byVariant, [{ variant: 22, quantity: 100 }]);
			const items = Array.from({ length: 500 }, (_, index) => ({
				variant: index % 2 ? 22 : 1000 + index,
				quantity: 1,
			}));
			items.push({ variant: 22, quantity: -50 });
			const result = await run('adjust', byVariant, items);
			expect(paired(result)).toEqual(
				items.map(({ variant, quantity }, index) => [
					index,
					rowWith({ success: true, variant_id: variant, location_id: 1, quantity }),
				]),
			);
			expect(requests('POST', RELATIVE)).toHaveLength(1);
			expect((await itemOf(22)).quantity).toBe(100 + 250 - 50);
		});

		it('keeps adjustments with different reasons and at different locations apart', async () => {
			const parameters = {
				...byVariant,
				location_id: byId('={{ $json.location }}'),
				additionalFields: { reason: '={{ $json.reason }}' },
			};
			const items = [
				{ variant: 23, location: 1, quantity: 2, reason: 'Count' },
				{ variant: 23, location: 2, quantity: 3, reason: 'Count' },
				{ variant: 23, location: 1, quantity: 4, reason: 'Return' },
				{ variant: 23, location: 1, quantity: 5, reason: 'Count' },
			];
			// The store has no second location.
			await run('adjust', parameters, items, continueOnFail);
			const sent = bodies('POST', RELATIVE).map(({ reason, items: all }) => [
				reason,
				all.map((each) => [each.location_id, each.quantity]),
			]);
			expect(sent[0]).toEqual([
				'Count',
				[
					[1, 7],
					[2, 3],
				],
			]);
			expect(sent.at(-1)).toEqual(['Return', [[1, 4]]]);
		});

		it('refuses all items of an adjustment that is refused', async () => {
			const items = [
				{ variant: 999_999, quantity: 1 },
				{ variant: 24, quantity: 1 },
				{ variant: 999_999, quantity: 2 },
			];
			expect(paired(await run('adjust', byVariant, items, continueOnFail))).toEqual([
				[0, rowWith({ error: expect.stringContaining('999999') as string, outcome: 'not written' })],
				[1, rowWith({ success: true, variant_id: 24 })],
				[2, rowWith({ error: expect.stringContaining('999999') as string, outcome: 'not written' })],
			]);
		});

		it('is never sent again when it may have happened', async () => {
			await run('set', byVariant, [{ variant: 30, quantity: 10 }]);
			sandbox.store.faults.next({ match: { method: 'POST', path: RELATIVE }, dropConnection: 'after' });
			const { error } = await run('adjust', byVariant, [{ variant: 30, quantity: 5 }]);
			expect(error?.message).toContain('BigCommerce did not answer');
			expect(`${error?.message} ${error?.description}`).toMatch(/may have been|was lost/);
			expect(requests('POST', RELATIVE)).toHaveLength(1);
			expect((await itemOf(30)).quantity).toBe(15);
		});
	});

	it('setting a level, however, may be sent again', async () => {
		sandbox.store.faults.next({ match: { method: 'PUT', path: ABSOLUTE }, dropConnection: 'after' });
		const { error } = await run('set', byVariant, [{ variant: 31, quantity: 5 }]);
		expect(error).toBeUndefined();
		expect(requests('PUT', ABSOLUTE)).toHaveLength(2);
	});

	describe('Update Settings', () => {
		const parameters = {
			identifyBy: 'variant_id',
			variant_id: '={{ $json.variant }}',
			location_id: byId('={{ $json.location ?? 1 }}'),
			updateFields: { warning_level: '={{ $json.level }}' },
		};

		it('changes only what is added, many items with one request', async () => {
			const items = [
				{ variant: 40, level: 0 },
				{ variant: 41, level: 12 },
			];
			const result = await run('updateSettings', parameters, items);
			expect(bodies('PUT', SETTINGS)).toEqual([
				{
					settings: [
						{ identity: { variant_id: 40 }, warning_level: 0 },
						{ identity: { variant_id: 41 }, warning_level: 12 },
					],
				},
			]);
			expect(paired(result).map(([item]) => item)).toEqual([0, 1]);
			expect((await itemOf(41)).settings.warning_level).toBe(12);
		});

		it('takes one item at two locations for two things, and keeps the order at one', async () => {
			const items = [
				{ variant: 42, location: 1, level: 1 },
				{ variant: 42, location: 2, level: 2 },
				{ variant: 42, location: 1, level: 3 },
			];
			// The store has no second location.
			await run('updateSettings', parameters, items, continueOnFail);
			const levels = (path: string) =>
				bodies('PUT', path).map(({ settings }) => settings.map(({ warning_level }) => warning_level));
			expect(levels(SETTINGS)).toEqual([[1], [3]]);
			expect(levels('/v3/inventory/locations/2/items')).toEqual([[2]]);
		});

		it('blames the item that there is not, and changes the others', async () => {
			const items = [50, 999_999, 51].map((variant) => ({ variant, level: 8 }));
			const result = await run('updateSettings', parameters, items, continueOnFail);
			expect(result.items.map(({ json }) => json.success ?? json.error)).toEqual([
				true,
				expect.stringContaining('999999'),
				true,
			]);
			expect((await itemOf(51)).settings.warning_level).toBe(8);
		});

		it('is refused without a setting, before anything is sent', async () => {
			const { error } = await run('updateSettings', { ...parameters, updateFields: {} }, [{ variant: 40 }]);
			expect(error?.message).toContain('Update Fields');
			expect(requests('PUT', SETTINGS)).toHaveLength(0);
		});
	});

	describe('Get Many', () => {
		it('reads the whole inventory in large pages', async () => {
			const { items } = await run('getAll', { returnAll: true });
			expect(items).toHaveLength(6000); // some products have variants
			const variants = items.map(({ json }) => (json as unknown as InventoryItem).identity.variant_id);
			expect(new Set(variants).size).toBe(6000);
			expect(requests('GET', '/v3/inventory/items').length).toBeLessThanOrEqual(8);
		});

		it('filters by item and location', async () => {
			const filters = { 'variant_id:in': '3, 4', 'product_id:in': byId('3; 4'), 'location_id:in': byId(1) };
			const { items } = await run('getAll', { returnAll: true, filters });
			expect(items.length).toBeGreaterThan(0);
			expect(requests('GET', '/v3/inventory/items')[0]?.query).toMatchObject({
				'variant_id:in': '3,4',
				'product_id:in': '3,4',
				'location_id:in': '1',
			});
		});

		it('gives a flat row for each location, up to the limit', async () => {
			const location = (location_id: number, warning_level: number) => ({
				location_id,
				available_to_sell: 5,
				settings: { warning_level, is_in_stock: true },
			});
			const data = [
				{ identity: { sku: 'A', variant_id: 3 }, locations: [location(1, 0), location(2, 9)] },
				{ identity: { sku: 'B', variant_id: 4 }, locations: [location(1, 7)] },
			];
			const flat = (sku: string, variant_id: number, location_id: number, warning_level: number) => ({
				...{ sku, variant_id, location_id, warning_level },
				available_to_sell: 5,
				is_in_stock: true,
			});
			const meta = { pagination: { total: 2, count: 2, per_page: 50, current_page: 1, total_pages: 1 } };
			sandbox.store.faults.next({ status: 200, body: { data, meta }, times: 3 });
			const rowsOf = async (parameters: INodeParameters) =>
				(await run('getAll', parameters)).items.map(({ json }) => json);
			const options = { rows: 'location' };
			expect(await rowsOf({ options })).toEqual([flat('A', 3, 1, 0), flat('A', 3, 2, 9), flat('B', 4, 1, 7)]);
			expect(await rowsOf({ options, limit: 2 })).toEqual([flat('A', 3, 1, 0), flat('A', 3, 2, 9)]);
			expect(await rowsOf({})).toEqual(data);
		});

		it('refuses a filter without a value', async () => {
			const { error } = await run('getAll', { filters: { 'location_id:in': byId('={{ $json.nothing }}') } });
			expect(error?.message).toContain('Locations is empty');
			expect(sandbox.store.requests.all).toEqual([]);
		});
	});
});
