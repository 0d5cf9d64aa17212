import { byId, callStore, operationsOf } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const PRODUCTS = '/v3/catalog/products';

describe('Product > Update of lists', () => {
	const sandbox = useSandbox({ products: 10, customers: 1, orders: 0 });
	const run = operationsOf('product', sandbox);
	const updated = () =>
		sandbox.store.requests.matching('PUT', PRODUCTS).flatMap(({ body }) => body as Array<Record<string, unknown>>);

	interface Entry {
		id: number;
		name: string;
		value: string;
	}
	const set = async (id: number, changes: object) => {
		await callStore(sandbox, 'PUT', PRODUCTS, [{ id, ...changes }]);
		sandbox.store.requests.clear();
	};
	const customFieldsOf = async (id: number) => {
		const answer = await callStore(sandbox, 'GET', `${PRODUCTS}/${id}?include=custom_fields`);
		return (answer as { data: { custom_fields: Entry[] } }).data.custom_fields;
	};
	const fromList = (list: string) => ({ fromItem: [{ list }] });
	const update = async (fields: object, lists?: string, ids: number[] = [1, 2]) =>
		await run(
			'update',
			{
				product_id: byId('={{ $json.id }}'),
				fields,
				...(lists ? { requestOptions: { lists } } : {}),
			} as never,
			ids.map((id) => ({ id, fields: [{ name: 'Material', value: `Wool ${id}` }] })),
		);

	it('replaces categories unless told otherwise', async () => {
		await set(1, { categories: [1, 2] });
		await update({ categories: byId('3') }, undefined, [1]);
		expect(updated()).toEqual([{ id: 1, categories: [3] }]);
	});

	it('adds to the categories that each product has, and takes from them', async () => {
		await set(1, { categories: [1, 2] });
		await set(2, { categories: [3] });
		await update({ categories: byId('2, 4') }, 'add');
		expect(updated()).toEqual([
			{ id: 1, categories: [1, 2, 4] },
			{ id: 2, categories: [3, 2, 4] },
		]);
		sandbox.store.requests.clear();
		await update({ categories: byId('2') }, 'remove');
		expect(updated()).toEqual([
			{ id: 1, categories: [1, 4] },
			{ id: 2, categories: [3, 4] },
		]);
	});

	it('adds custom fields beside those of the product, which keep their IDs', async () => {
		await set(3, { custom_fields: [{ name: 'ISBN', value: '111' }] });
		const [isbn] = await customFieldsOf(3);
		sandbox.store.requests.clear();
		const { error } = await update({ custom_fields: fromList('={{ $json.fields }}') }, 'add', [3]);
		expect(error).toBeUndefined();
		expect(updated()).toEqual([{ id: 3, custom_fields: [isbn, { name: 'Material', value: 'Wool 3' }] }]);
	});

	it('changes one custom field by its ID', async () => {
		await set(4, { custom_fields: [{ name: 'ISBN', value: '111' }] });
		const [isbn] = await customFieldsOf(4);
		const entry = { name: 'ISBN', value: '222', id: isbn?.id };
		await update({ custom_fields: { values: [entry] } }, undefined, [4]);
		expect(updated()).toEqual([{ id: 4, custom_fields: [entry] }]);
	});

	it('sends a list from the item as it is, or as JSON text', async () => {
		await update({ custom_fields: fromList('={{ $json.fields }}') });
		await update({ custom_fields: fromList('={{ JSON.stringify($json.fields) }}') });
		const sent = [1, 2].map((id) => ({ id, custom_fields: [{ name: 'Material', value: `Wool ${id}` }] }));
		expect(updated()).toEqual([...sent, ...sent]);
	});

	it.each([
		['text', 'Wool'],
		['an object', '={{ ({ Material: "Wool" }) }}'],
		['a number', '={{ 5 }}'],
	])('refuses %s where a list belongs, and sends nothing', async (_, list) => {
		const { error } = await update({ custom_fields: fromList(list), price: 5 });
		expect(error?.message).toContain('Custom Fields must be a list');
		expect(sandbox.store.requests.all).toEqual([]);
	});

	it('refuses an added list without an entry: n8n makes the same of an expression in its place', async () => {
		for (const custom_fields of [{}, '={{ $json.fields }}']) {
			const { error } = await update({ custom_fields, price: 5 });
			expect(error?.message).toContain('Custom Fields is empty');
		}
		expect(sandbox.store.requests.all).toEqual([]);
	});

	it.each([
		['an empty list', { fromItem: [{ list: '={{ [] }}' }] }],
		['an entry that nobody filled in', { values: [{ name: '', value: '', id: '' }] }],
		['nothing', { fromItem: [{ list: '={{ null }}' }] }],
	])('does not wipe a list with %s', async (_, custom_fields) => {
		const { error } = await update({ custom_fields, price: 5 });
		expect(error).toBeUndefined();
		expect(updated()).toEqual([
			{ id: 1, price: 5 },
			{ id: 2, price: 5 },
		]);
	});
});
