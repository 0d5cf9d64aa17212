import type { IHttpRequestOptions, INode } from 'n8n-workflow';

import type { RecordKind } from '../../../nodes/BigCommerce/model/record';
import { CATEGORY, CHANNEL, CURRENCY, PRODUCT, VARIANT } from '../../../nodes/BigCommerce/records/catalogue';
import { findByKey } from '../../../nodes/BigCommerce/records/lookUp';
import { StoreApi } from '../../../nodes/BigCommerce/transport/storeApi';
import { contextWith, TEST_CONNECTION } from '../../support/fakeContext';

const node: INode = { id: '1', name: 'Picker', type: 'picker', typeVersion: 1, position: [0, 0], parameters: {} };

/** Looks a key up where the store's list has these rows, and tells what was asked for. */
async function find(record: RecordKind, key: string, rows: object[]): Promise<{ id: string; asked: string[] }> {
	const asked: string[] = [];
	const context = contextWith(async ({ url }: IHttpRequestOptions) => {
		const { pathname, searchParams } = new URL(url);
		const limit = Number(searchParams.get('limit') ?? 250);
		const page = Number(searchParams.get('page') ?? 1);
		['page', 'limit', 'sort', 'direction'].forEach((name) => searchParams.delete(name));
		asked.push(`${pathname.replace(/^.*(?=\/v\d)/, '')}?${searchParams.toString()}`);
		const data = rows.slice((page - 1) * limit, page * limit);
		if (pathname.includes('/v2/')) return await Promise.resolve({ statusCode: 200, body: data });
		const pagination = { total: rows.length, per_page: limit, total_pages: Math.ceil(rows.length / limit) };
		return { statusCode: 200, body: { data, meta: { pagination } } };
	});
	const api = new StoreApi(context, TEST_CONNECTION);
	const id = await findByKey({ api, node }, record, record.keys![0]!, key);
	return { id, asked };
}

describe('findByKey', () => {
	it('asks with the filter that BigCommerce has for the key', async () => {
		const rows = [
			{ id: 7, sku: 'A-1' },
			{ id: 8, sku: 'A-10' },
		];
		expect(await find(VARIANT, 'a-1', rows)).toEqual({ id: '7', asked: ['/v3/catalog/variants?sku=a-1'] });
	});

	it('keeps a comma in a key together', async () => {
		const rows = [{ id: 5, sku: 'A,1' }];
		expect(await find(PRODUCT, 'A,1', rows)).toEqual({ id: '5', asked: ['/v3/catalog/products?sku=A%2C1'] });
		const { asked } = await find(PRODUCT, 'A-1', [{ id: 6, sku: 'A-1' }]);
		expect(asked).toEqual(['/v3/catalog/products?sku%3Ain=A-1']);
	});

	it('looks through the whole list where there is no filter', async () => {
		const channels = Array.from({ length: 600 }, (_, index) => ({ id: index + 1, name: `Channel ${index + 1}` }));
		const { id, asked } = await find(CHANNEL, ' channel 555', channels);
		expect(id).toBe('555');
		expect(new Set(asked)).toEqual(new Set(['/v3/channels?']));
		const currencies = [
			{ id: 1, currency_code: 'USD' },
			{ id: 2, currency_code: 'EUR' },
		];
		expect(await find(CURRENCY, 'eur', currencies)).toEqual({ id: '2', asked: ['/v2/currencies?'] });
	});

	it('refuses a key that no record has, and one that several have', async () => {
		const shirts = [
			{ category_id: 3, name: 'Shirts' },
			{ category_id: 9, name: 'shirts' },
			{ category_id: 11, name: 'Socks' },
		];
		expect((await find(CATEGORY, 'Socks', shirts)).id).toBe('11');
		await expect(find(CATEGORY, 'Shirts', shirts)).rejects.toThrow('Several records have the Name "Shirts"');
		await expect(find(CATEGORY, 'Hats', shirts)).rejects.toMatchObject({
			message: 'No category has the Name "Hats"',
			description: 'Correct the Name, or choose a category from the list.',
		});
	});
});
