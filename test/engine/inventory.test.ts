import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { callStore, operationsOf, paired, rowWith } from '../support/runOperation';
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

	const byVariant = { identifyBy: 'variant_id', variant_id: '={{ $json.variant }}', quantity: '={{ $json.quantity }}' };

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
			await run('set', { identifyBy: 'sku', sku, quantity: 5 });
			expect(bodies('PUT', ABSOLUTE)).toEqual([{ items: [{ sku, location_id: 1, quantity: 5 }] }]);
			await run('set', { identifyBy: 'product_id', product_id, quantity: 0 });
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

		it('is never sent again when it may have happened', async () => {
			await run('set', byVariant, [{ variant: 30, quantity: 10 }]);
			sandbox.store.faults.next({ match: { method: 'POST', path: RELATIVE }, dropConnection: 'after' });
			const { error } = await run('adjust', byVariant, [{ variant: 30, quantity: 5 }]);
			expect(error?.message).toBe('BigCommerce did not answer');
			expect(error?.description).toContain('may have been made');
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

		it('is refused without a setting, before anything is sent', async () => {
			const { error } = await run('updateSettings', { ...parameters, updateFields: {} }, [{ variant: 40 }]);
			expect(error?.message).toContain('Update Fields');
			expect(requests('PUT', SETTINGS)).toHaveLength(0);
		});
	});

	describe('Get Many', () => {
		it('reads the whole inventory in pages of 1,000', async () => {
			const { items } = await run('getAll', { returnAll: true });
			expect(items).toHaveLength(6000); // some products have variants
			expect(requests('GET', '/v3/inventory/items')).toHaveLength(6);
		});

		it('filters by item and location', async () => {
			const filters = { 'variant_id:in': '3, 4', 'location_id:in': '1' };
			const { items } = await run('getAll', { returnAll: true, filters });
			expect(items.map(({ json }) => (json as unknown as InventoryItem).identity.variant_id)).toEqual([3, 4]);
			expect(requests('GET', '/v3/inventory/items')[0]?.query).toMatchObject({
				'variant_id:in': '3,4',
				'location_id:in': '1',
			});
		});
	});
});
