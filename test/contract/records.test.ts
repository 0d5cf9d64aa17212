import type { IHttpRequestOptions, INode } from 'n8n-workflow';
import nock from 'nock';

import { LISTINGS } from '../../nodes/BigCommerce/records/catalogue';
import { findByKey } from '../../nodes/BigCommerce/records/lookUp';
import { StoreApi } from '../../nodes/BigCommerce/transport/storeApi';
import { contextWith, TEST_CONNECTION } from '../support/fakeContext';
import { listOf, named } from '../unit/records/picker';
import { credential, standIn, type Asked } from '../unit/records/standInStore';
import { formatFindings, type Contract } from './checker';
import { describeContract } from './describeContract';

/** What a person types: nothing, a number, an order's number, a name, an email address, a SKU, a key with a comma. */
const TYPED = ['', '118', '#118', 'Jane Doe', 'jane@example.com', 'SM-13', 'Shop All / Shirts', 'Doe, Jane'];

/** A row that leads to every further request: from a name to the orders, from a category to those above it. */
const ROW = {
	id: 7,
	category_id: 7,
	parent_id: 5,
	tree_id: 1,
	product_id: 3,
	name: 'Jane Doe',
	first_name: 'Jane',
	last_name: 'Doe',
};

const findingsOf = (contract: Contract, asked: readonly Asked[]): string =>
	formatFindings(asked.flatMap((each) => contract.checkRequest({ method: 'GET', ...each })));

const cases = LISTINGS.map((listing) => ({ name: listing.record.displayName, listing }));

describeContract("BigCommerce's specifications, for the records that a person picks", (contract) => {
	afterEach(() => nock.cleanAll());

	describe.each(cases)('of $name', ({ listing: { record, parent } }) => {
		const parameters = parent && { [parent.field]: named('id', parent.record.exampleId) };

		it.each(TYPED)('allow what the list asks for when "%s" is typed', async (typed) => {
			for (const rows of [[ROW], []]) {
				nock.cleanAll();
				const asked = standIn(() => rows);
				await listOf({ credential, record, typed, parameters });
				expect(asked.length).toBeGreaterThan(0);
				expect(findingsOf(contract(), asked)).toBe('');
			}
		});
	});

	const keyed = LISTINGS.flatMap(({ record }) =>
		(record.keys ?? []).map((key) => ({ name: record.displayName, way: key.displayName, record, key })),
	);
	const node: INode = { id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} };

	it.each(keyed)('allow how $name is looked up $way', async ({ record, key }) => {
		for (const text of ['SM-13', 'jane@example.com', 'Smith, Jane']) {
			const asked: Asked[] = [];
			const context = contextWith(async ({ url }: IHttpRequestOptions) => {
				const { pathname, searchParams } = new URL(url);
				asked.push({ path: pathname.replace(/^.*(?=\/v\d\/)/, ''), query: Object.fromEntries(searchParams) });
				const body = [{ ...ROW, [key.find.row]: text }];
				return await Promise.resolve({
					statusCode: 200,
					body: pathname.includes('/v2/') ? body : { data: body, meta: {} },
				});
			});
			await findByKey({ api: new StoreApi(context, TEST_CONNECTION), node }, record, key, text);
			expect(asked.length).toBeGreaterThan(0);
			expect(findingsOf(contract(), asked)).toBe('');
		}
	});
});
