import type { INodeParameters } from 'n8n-workflow';

import { SAMPLE_UUID } from '../support/operationSamples';
import { byId, callStore, operationsOf, paired, rowWith } from '../support/runOperation';
import { useSandbox } from '../support/sandbox';

const sandbox = useSandbox({ products: 5, customers: 3, orders: 3 });
const continueOnFail = { onError: 'continueRegularOutput' } as const;
const product = { product_id: byId('={{ $json.product }}') };

/** The bodies of all writes of a method, in the order of their paths. */
const sent = (method: string, path: RegExp) =>
	sandbox.store.requests
		.matching(method, path)
		.sort((one, other) => one.path.localeCompare(other.path))
		.map(({ body }) => body);

/** Creates a record as another app would, and gives its ID. */
async function made(path: string, body: INodeParameters): Promise<number> {
	const { data } = (await callStore(sandbox, 'POST', path, body as never)) as { data: { id: number } };
	return data.id;
}

describe('Brand', () => {
	const run = operationsOf('brand', sandbox);

	it('is created per item; a name that is taken fails its item only', async () => {
		const fields = { name: '={{ $json.name }}', meta_keywords: '={{ $json.words }}' };
		const items = [{ name: ' Alder ', words: 'oak; ash' }, { name: 'Fernwood' }, { name: 'Birch', words: ['elm'] }];
		const result = await run('create', fields, items, continueOnFail);
		expect(paired(result)).toEqual([
			[0, rowWith({ name: 'Alder' })],
			[1, rowWith({ status: 409 })],
			[2, rowWith({ name: 'Birch' })],
		]);
		expect(sent('POST', /brands$/)).toEqual(
			expect.arrayContaining([
				{ name: 'Alder', meta_keywords: ['oak', 'ash'] },
				{ name: 'Birch', meta_keywords: ['elm'] },
			]),
		);
	});

	it('keeps its name when something else changes, by ID or by name', async () => {
		const cedar = await made('/v3/catalog/brands', { name: 'Cedar' });
		await made('/v3/catalog/brands', { name: 'Elder' });
		const result = await run(
			'update',
			{
				brand_id: { __rl: true, mode: '={{ $json.mode }}', value: '={{ $json.brand }}' },
				page_title: '={{ $json.title }}',
			},
			[
				{ mode: 'id', brand: cedar, title: 'One' },
				{ mode: 'id', brand: 999, title: 'Nobody' },
			],
			continueOnFail,
		);
		expect(paired(result)).toEqual([
			[0, rowWith({ name: 'Cedar', page_title: 'One' })],
			[1, rowWith({ status: 404 })],
		]);
		const byName = { __rl: true as const, mode: 'name', value: 'Elder' };
		expect(paired(await run('update', { brand_id: byName, page_title: 'Two' }))).toEqual([
			[0, rowWith({ name: 'Elder', page_title: 'Two' })],
		]);
		expect(sent('PUT', /brands\//)).toEqual(
			expect.arrayContaining([
				{ name: 'Cedar', page_title: 'One' },
				{ name: 'Elder', page_title: 'Two' },
			]),
		);
	});

	it('is created or updated by its name', async () => {
		const id = await made('/v3/catalog/brands', { name: 'Maple' });
		const result = await run('upsert', { name: '={{ $json.name }}', page_title: '={{ $json.name }}' }, [
			{ name: 'Maple' },
			{ name: 'Rowan' },
		]);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, rowWith({ id, name: 'Maple', page_title: 'Maple' })],
			[1, rowWith({ name: 'Rowan', page_title: 'Rowan' })],
		]);
		expect(sent('POST', /brands$/)).toEqual([{ name: 'Maple' }, { name: 'Rowan', page_title: 'Rowan' }]);
	});

	it('is listed by a part of its name, and sorted', async () => {
		const fields = { 'name:like': '={{ $json.part }}', sort: 'name', direction: 'desc', returnAll: true };
		const result = await run('getAll', fields, [{ part: 'north' }, { part: 'harbour' }]);
		expect(paired(result)).toEqual([
			[0, rowWith({ name: 'Northlight' })],
			[1, rowWith({ name: 'Harbour & Co' })],
		]);
	});
});

/** A part of a product: what is created of two items, what is changed, and what a product lacks. */
interface Part {
	resource: string;
	path: string;
	key: string;
	/** Fields of a new one, with expressions over the items. */
	fields: INodeParameters;
	items: [object, object];
	rows: [object, object];
	change: INodeParameters;
	/** What travels to change it. */
	changed: object;
	/** An item that is refused before anything is sent, and the field that is named. */
	faulty: [object, string];
}

const PARTS: readonly Part[] = [
	{
		resource: 'customField',
		path: 'custom-fields',
		key: 'custom_field_id',
		fields: { name: '={{ $json.name }}', value: '={{ $json.value }}' },
		items: [
			{ name: 'ISBN', value: '978-3' },
			{ name: 'Pages', value: 240 },
		],
		rows: [
			{ name: 'ISBN', value: '978-3' },
			{ name: 'Pages', value: '240' },
		],
		change: { value: 'new' },
		changed: { value: 'new' },
		faulty: [{ name: 'Empty', value: '' }, 'Value'],
	},
	{
		resource: 'bulkPricingRule',
		path: 'bulk-pricing-rules',
		key: 'bulk_pricing_rule_id',
		fields: {
			quantity_min: '={{ $json.from }}',
			quantity_max: 0,
			type: '={{ $json.type }}',
			amount: '={{ $json.amount }}',
		},
		items: [
			{ from: 10, type: 'Percent Off', amount: '0.1' },
			{ from: '20', type: 'fixed', amount: 8.5 },
		],
		rows: [
			{ quantity_min: 10, quantity_max: 0, type: 'percent', amount: 0.1 },
			{ quantity_min: 20, quantity_max: 0, type: 'fixed', amount: 8.5 },
		],
		change: { amount: 5 },
		changed: { amount: 5, quantity_max: 0 },
		faulty: [{ from: -1, type: 'fixed', amount: 1 }, 'From Quantity'],
	},
	{
		resource: 'productVideo',
		path: 'videos',
		key: 'id',
		fields: { video_id: '={{ $json.video }}', title: '={{ $json.title }}' },
		items: [
			{ video: ' z3fRu9pkuXE ', title: 'One' },
			{ video: 'a1b2c3d4e5f', title: 'Two' },
		],
		rows: [
			{ video_id: 'z3fRu9pkuXE', title: 'One' },
			{ video_id: 'a1b2c3d4e5f', title: 'Two' },
		],
		change: { sort_order: 3 },
		changed: { sort_order: 3 },
		faulty: [{ video: '', title: 'None' }, 'Video ID'],
	},
	{
		resource: 'productReview',
		path: 'reviews',
		key: 'review_id',
		fields: { title: '={{ $json.title }}', date_reviewed: '2026-03-02T10:00:00Z', rating: '={{ $json.stars }}' },
		items: [
			{ title: 'Great', stars: 5 },
			{ title: 'Poor', stars: '0' },
		],
		rows: [
			{ title: 'Great', rating: 5, status: 'pending' },
			{ title: 'Poor', rating: 0, status: 'pending' },
		],
		change: { status: 'Approved' },
		changed: { status: 'approved' },
		faulty: [{ title: 'Wow', stars: 6 }, 'Rating'],
	},
];

describe.each(PARTS)('A $resource', ({ resource, path, key, fields, items, rows, change, changed, faulty }) => {
	const run = operationsOf(resource, sandbox);
	const [first, second] = items;
	let ids: unknown[] = [];

	it('is created below the product of its item', async () => {
		const result = await run('create', { ...product, ...fields }, [
			{ product: 1, ...first },
			{ product: 2, ...second },
		]);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, rowWith(rows[0])],
			[1, rowWith(rows[1])],
		]);
		ids = result.items.map(({ json }) => json.id);
		const paths = sandbox.store.requests.matching('POST', /products\//).map((request) => request.path);
		expect(paths.map((each) => each.replace(/^.*(?=\/v3\/)/, '')).sort()).toEqual([
			`/v3/catalog/products/1/${path}`,
			`/v3/catalog/products/2/${path}`,
		]);
	});

	it('is refused before anything is sent where a value is at fault', async () => {
		const [item, label] = faulty;
		const { error } = await run('create', { ...product, ...fields }, [
			{ product: 1, ...first },
			{ product: 2, ...item },
		]);
		expect(error?.message).toContain(label);
		expect(error?.context?.itemIndex).toBe(1);
		expect(sent('POST', /products\//)).toEqual([]);
	});

	it('changes what is set only; one of another product fails its item only', async () => {
		const named = { ...product, [key]: byId('={{ $json.id }}') };
		const result = await run(
			'update',
			{ ...named, ...change },
			[
				{ product: 1, id: ids[0] },
				{ product: 1, id: ids[1] },
				{ product: 2, id: ids[1] },
			],
			continueOnFail,
		);
		expect(paired(result)).toEqual([
			[0, rowWith({ ...rows[0], ...changed })],
			[1, rowWith({ status: 404 })],
			[2, rowWith({ ...rows[1], ...changed })],
		]);
		for (const body of sent('PUT', /products\//)) expect(body).toEqual(expect.objectContaining(changed));
	});

	it('is read, listed per product and deleted', async () => {
		const named = { ...product, [key]: byId('={{ $json.id }}') };
		const own = [
			{ product: 1, id: ids[0] },
			{ product: 2, id: ids[1] },
		];
		const both = [
			[0, rowWith({ id: ids[0] })],
			[1, rowWith({ id: ids[1] })],
		];
		expect(paired(await run('get', named, own))).toEqual(both);
		expect(paired(await run('getAll', { ...product, returnAll: true }, own))).toEqual(both);
		expect(paired(await run('delete', named, own))).toEqual([
			[0, { deleted: true }],
			[1, { deleted: true }],
		]);
		expect(paired(await run('get', named, own, continueOnFail))).toEqual([
			[0, rowWith({ status: 404 })],
			[1, rowWith({ status: 404 })],
		]);
	});
});

it('Reviews are listed by their status', async () => {
	const review = { date_reviewed: '2026-03-02T10:00:00Z' };
	await made('/v3/catalog/products/3/reviews', { ...review, title: 'Seen', status: 'approved' });
	await made('/v3/catalog/products/3/reviews', { ...review, title: 'Waiting' });
	const result = await operationsOf('productReview', sandbox)(
		'getAll',
		{ product_id: byId(3), status: '={{ $json.status }}' },
		[{ status: 'Approved' }, { status: 0 }],
	);
	expect(paired(result)).toEqual([
		[0, rowWith({ title: 'Seen' })],
		[1, rowWith({ title: 'Waiting' })],
	]);
});

describe('Metafield', () => {
	const run = operationsOf('metafield', sandbox);
	const owner = {
		resource_type: '={{ $json.of }}',
		brand_id: byId('={{ $json.id }}'),
		order_id: byId('={{ $json.id }}'),
	};
	const data = { namespace: 'warehouse', key: 'shelf', permission_set: 'write', value: '={{ $json.value }}' };

	it('is created with the owner that each item names, by value or by name', async () => {
		const result = await run('create', { ...owner, ...data }, [
			{ of: 'brand', id: 1, value: 'A-1' },
			{ of: 'Order', id: 100, value: 'A-2' },
		]);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, rowWith({ resource_type: 'brand', value: 'A-1' })],
			[1, rowWith({ resource_type: 'order', value: 'A-2' })],
		]);
	});

	it('asks for the owner that fits, and for no other', async () => {
		const { error } = await run('create', { ...data, resource_type: 'cart', cart_id: '', value: 'x' });
		expect(error?.message).toContain('Cart ID is empty');
		const other = await run('create', { ...data, resource_type: 'wishlist', value: 'x' });
		expect(other.error?.message).toContain('Owner');
		expect(sent('POST', /metafields/)).toEqual([]);
	});

	it('of a variant is below its product', async () => {
		const { data: variants } = (await callStore(sandbox, 'GET', '/v3/catalog/variants')) as {
			data: Array<{ id: number; product_id: number }>;
		};
		const [variant] = variants;
		const names = { resource_type: 'variant', product_id: byId(variant!.product_id), variant_id: byId(variant!.id) };
		const result = await run('create', { ...names, ...data, value: 'V' });
		expect(paired(result)).toEqual([[0, rowWith({ resource_type: 'variant', value: 'V' })]]);
	});

	it('is changed, keeping what is not set; one that is not its owner’s fails its item only', async () => {
		const body = { namespace: 'warehouse', key: 'bin', value: 'old', permission_set: 'write' };
		const ofBrand = await made('/v3/catalog/brands/2/metafields', body);
		const ofOrder = await made('/v3/orders/101/metafields', body);
		const items = [
			{ of: 'brand', id: 2, field: ofBrand },
			{ of: 'brand', id: 2, field: ofOrder },
			{ of: 'order', id: 101, field: ofOrder },
		];
		const named = { ...owner, metafield_id: '={{ $json.field }}' };
		expect(paired(await run('update', { ...named, value: 'new' }, items, continueOnFail))).toEqual([
			[0, rowWith({ id: ofBrand, key: 'bin', value: 'new' })],
			[1, rowWith({ status: 404 })],
			[2, rowWith({ id: ofOrder, key: 'bin', value: 'new' })],
		]);
		expect(sent('PUT', /metafields/)).toEqual(Array(3).fill({ value: 'new' }));
		expect(paired(await run('getAll', { ...owner, key: 'bin' }, [items[0]!, items[2]!]))).toEqual([
			[0, rowWith({ id: ofBrand })],
			[1, rowWith({ id: ofOrder })],
		]);
		expect(paired(await run('delete', named, items, continueOnFail))).toEqual([
			[0, { deleted: true }],
			[1, rowWith({ status: 404 })],
			[2, { deleted: true }],
		]);
	});

	it('of a customer travels with its ID; of a cart there is none where there is no cart', async () => {
		const id = await made('/v3/customers/1/metafields', { ...data, value: 'old' });
		const named = { resource_type: 'customer', customer_id: byId(1), metafield_id: id };
		expect(paired(await run('update', { ...named, value: 'new' }))).toEqual([[0, rowWith({ id, value: 'new' })]]);
		expect(sent('PUT', /customers/)).toEqual([{ id, value: 'new' }]);
		const { error } = await run('create', { resource_type: 'cart', cart_id: SAMPLE_UUID, ...data, value: 'x' });
		expect(error).toBeDefined();
	});
});
