import { flatFields } from '../../nodes/BigCommerce/model/field';
import { toProperty } from '../../nodes/BigCommerce/model/form/property';
import { productFilters } from '../../nodes/BigCommerce/resources/catalog/product/filters';
import { callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const PRODUCTS = '/v3/catalog/products';

describe('Product > Delete Many', () => {
	const sandbox = useSandbox({ products: 620, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const sent = (method: string) => sandbox.store.requests.matching(method, PRODUCTS);
	const idsOf = async (query: string) =>
		((await callStore(sandbox, 'GET', `${PRODUCTS}?${query}`)) as { data: Array<{ id: number }> }).data.map(
			({ id }) => id,
		);

	it('deletes what the filters find, more than one call takes as well', async () => {
		const ids = Array.from({ length: 300 }, (_, index) => index + 301);
		const result = await run('deleteMany', { atMost: 300, filters: { 'id:in': '={{ $json.ids }}' } }, [{ ids }]);
		expect(paired(result)).toEqual([[0, rowWith({ deleted: true, count: 300 })]]);
		expect(sent('DELETE').map(({ query }) => String(query['id:in']).split(',').length)).toEqual([250, 50]);
		expect(await idsOf('id:in=300,301,450,600')).toEqual([300]);
	});

	it('does nothing when there are more than allowed, and says how many there are', async () => {
		const parameters = { atMost: '={{ $json.most }}', filters: { 'id:in': '={{ $json.ids }}' } };
		const items = [
			{ most: 2, ids: '10, 11, 12' },
			{ most: 2, ids: '13, 14' },
		];
		const rows = paired(await run('deleteMany', parameters, items, { onError: 'continueRegularOutput' }));
		expect(rows).toEqual([
			[0, rowWith({ error: expect.stringMatching(/3 .*\b2\b/) as string, outcome: 'not written' })],
			[1, { deleted: true, count: 2, ids: [13, 14] }],
		]);
		expect(await idsOf('id:in=10,11,12,13,14')).toEqual([10, 11, 12]);
	});

	it('says how many were deleted before a call was refused', async () => {
		const ids = Array.from({ length: 260 }, (_, index) => index + 20);
		sandbox.store.faults.next({ match: { method: 'DELETE' }, delayMs: 1 });
		sandbox.store.faults.next({ match: { method: 'DELETE' }, status: 422, body: { status: 422, title: 'No.' } });
		const parameters = { atMost: 1000, filters: { 'id:in': '={{ $json.ids }}' } };
		const { error } = await run('deleteMany', parameters, [{ ids }]);
		expect(error?.description).toContain('250 of the records');
	});

	it('asks for At Most', async () => {
		const { error } = await run('deleteMany', { filters: { 'id:in': '5' } });
		expect(JSON.stringify(error?.message)).toContain('At Most');
		expect(sandbox.store.requests.all).toEqual([]);
	});

	it.each([
		['no filter', {}],
		['an empty filter', { name: '' }],
		['a filter whose expression finds nothing', { name: '={{ $json.nothing }}' }],
		['an empty list', { 'id:in': '={{ [] }}' }],
		['an empty filter beside a wide one', { is_visible: 'true', sku: '={{ $json.nothing }}' }],
		['an empty list beside a wide filter', { is_visible: 'true', 'id:in': '={{ [] }}' }],
		['a context without a keyword', { keyword_context: 'merchant' }],
	])('refuses %s before any request, of an agent too', async (_, filters) => {
		for (const asTool of [false, true]) {
			const { error } = await run('deleteMany', { atMost: 1000, filters }, [{}], { asTool });
			expect(error).toBeDefined();
		}
		expect(sandbox.store.requests.all).toEqual([]);
	});

	const untouched = flatFields([productFilters]).map((field) => {
		const { displayName, default: value } = toProperty(field);
		return { name: field.name, displayName, value };
	});

	it.each(untouched)('refuses the filter $displayName as it stands when it is added', async (filter) => {
		const { error } = await run('deleteMany', { atMost: 1000, filters: { [filter.name]: filter.value } });
		expect(error?.message).toContain(`${filter.displayName} is empty`);
		expect(sandbox.store.requests.all).toEqual([]);
	});
});
