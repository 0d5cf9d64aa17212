import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { additionalFields, filters, updateFields } from '../../nodes/BigCommerce/model/collections';
import { binary, ids, json, key, list, required, text } from '../../nodes/BigCommerce/model/fields';
import type { BatchOperation, CallOperation, Operation } from '../../nodes/BigCommerce/model/operation';
import type { Problem } from '../../nodes/BigCommerce/transport/problemBody';
import { SCOPES } from '../../nodes/BigCommerce/transport/scopes';
import type { JsonObject, JsonValue } from '../../nodes/BigCommerce/transport/types';
import { runNode } from '../support/engine';
import { madeUpNode } from '../support/madeUpNode';
import { paired } from '../support/runOperation';
import type { Answer, Received } from '../support/stubStore';
import { stubStore } from '../support/stubStore';

/**
 * What an operation can say, shown by made-up ones: each capability of the model with two items, their pairing
 * and what arrived at the store.
 */
const words = { name: 'Do', action: 'Do thing', description: 'Do what the test wants' };

async function run(
	operation: Operation,
	parameters: JsonObject,
	items: Array<IDataObject | INodeExecutionData>,
	answer: (request: Received) => Answer | Error,
	onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow',
) {
	const store = stubStore(answer);
	const result = await runNode({
		nodeType: madeUpNode(operation),
		parameters: { resource: 'thing', operation: operation.value, ...(parameters as IDataObject) } as never,
		items: items.map((item) => ('json' in item ? (item as INodeExecutionData) : { json: item })),
		credential: store.credential,
		onError,
	});
	return { ...result, received: store.received };
}

const call = (more: Partial<CallOperation> & Pick<CallOperation, 'endpoint'>): CallOperation => ({
	kind: 'call',
	value: 'do',
	...words,
	scope: SCOPES.products,
	effect: 'act',
	repeatable: false,
	...more,
});

const batch = (more: Partial<BatchOperation> & Pick<BatchOperation, 'endpoint'>): BatchOperation => ({
	kind: 'batch',
	value: 'do',
	...words,
	scope: SCOPES.customers,
	effect: 'update',
	repeatable: true,
	...more,
});

const sent = ({ received }: { received: Received[] }) =>
	received.map(({ method, path, query, body }) => ({ method, path, query, body }));

describe('Text in a path', () => {
	const operation = call({
		endpoint: 'PUT /v3/settings/email-statuses/{type}',
		path: [key('type', 'Type')],
		body: [required(text('subject', 'Subject'))],
	});

	it('travels escaped, and never leads out of the store', async () => {
		const result = await run(
			operation,
			{ type: '={{ $json.type }}', subject: 'Hi' },
			[{ type: 'order-status' }, { type: 'ünï code' }],
			() => ({ body: { data: { ok: true }, meta: {} } }),
		);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { ok: true }],
			[1, { ok: true }],
		]);
		expect(sent(result).map(({ path }) => path)).toEqual([
			'/v3/settings/email-statuses/order-status',
			'/v3/settings/email-statuses/%C3%BCn%C3%AF%20code',
		]);
	});

	it.each(['..', '../../v2/orders', 'a/b', 'a?b', '.', '', '  '])(
		'is refused as %j, and nothing is sent',
		async (type) => {
			const result = await run(operation, { type: '={{ $json.type }}', subject: 'Hi' }, [{ type }], () => ({}));
			expect(result.error?.message).toContain('Type');
			expect(result.received).toEqual([]);
		},
	);
});

describe('An endpoint that a field chooses', () => {
	const operation = call({
		endpoint: {
			byField: 'owner',
			of: {
				product: 'POST /v3/catalog/products/{owner_id}/metafields',
				brand: 'POST /v3/catalog/brands/{owner_id}/metafields',
			},
		},
		options: [
			required({
				kind: 'choice',
				name: 'owner',
				displayName: 'Owner',
				choices: [
					{ name: 'Product', value: 'product' },
					{ name: 'Brand', value: 'brand' },
				],
			}),
		],
		path: [{ kind: 'id', name: 'owner_id', displayName: 'Owner ID' }],
		body: [required(text('key', 'Key'))],
	});

	it('is called per item, by value or by name', async () => {
		const result = await run(
			operation,
			{ owner: '={{ $json.owner }}', owner_id: '={{ $json.id }}', key: 'k' },
			[
				{ owner: 'product', id: 5 },
				{ owner: 'Brand', id: '6' },
			],
			({ path }) => ({ body: { data: { path }, meta: {} } }),
		);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { path: '/v3/catalog/products/5/metafields' }],
			[1, { path: '/v3/catalog/brands/6/metafields' }],
		]);
	});

	it('refuses a choice that there is not, with what there is', async () => {
		const result = await run(
			operation,
			{ owner: '={{ $json.owner }}', owner_id: '1', key: 'k' },
			[{ owner: 'cart' }, { owner: '' }],
			() => ({ body: { data: {}, meta: {} } }),
			'continueRegularOutput',
		);
		expect(result.received).toEqual([]);
		expect(result.items.map(({ json }) => String(json.error))).toEqual([
			expect.stringMatching(/Owner.*Product, Brand.*cart/s),
			expect.stringMatching(/Owner/),
		]);
	});
});

describe('Batches', () => {
	it('wrap their records, and are matched by several fields', async () => {
		const result = await run(
			batch({
				endpoint: 'PUT /v3/customers/attribute-values',
				body: [
					required({ kind: 'id', name: 'customer_id', displayName: 'Customer ID' }),
					required({ kind: 'id', name: 'attribute_id', displayName: 'Attribute ID' }),
					required(text('value', 'Value')),
				],
				match: ['customer_id', 'attribute_id'],
				wrap: (records) => ({ data: records }),
			}),
			{ customer_id: '={{ $json.c }}', attribute_id: '={{ $json.a }}', value: '={{ $json.v }}' },
			[
				{ c: 1, a: 1, v: 'one' },
				{ c: 1, a: 2, v: 'two' },
			],
			({ body }) => ({
				body: {
					// In another order than they were sent.
					data: [...((body as { data: JsonObject[] }).data as JsonValue[])].reverse(),
					meta: {},
				},
			}),
		);
		expect(result.error).toBeUndefined();
		expect(result.received).toHaveLength(1);
		expect(paired(result).map(([item, { value }]) => [item, value])).toEqual([
			[0, 'one'],
			[1, 'two'],
		]);
	});

	it('carry IDs in the body of a DELETE', async () => {
		const result = await run(
			batch({
				endpoint: 'DELETE /v3/orders/metafields',
				effect: 'delete',
				body: [required({ kind: 'id', name: 'id', displayName: 'Metafield ID' })],
				wrap: (records) => records.map(({ id }) => id!),
			}),
			{ id: '={{ $json.id }}' },
			[{ id: 5 }, { id: 6 }],
			() => ({ status: 204 }),
		);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { deleted: true }],
			[1, { deleted: true }],
		]);
		expect(result.received.map(({ body }) => body)).toEqual([[5, 6]]);
	});

	it('read again what the answer does not return', async () => {
		const result = await run(
			batch({
				endpoint: 'PUT /v3/catalog/trees/categories',
				body: [
					required({ kind: 'id', name: 'category_id', displayName: 'Category ID' }),
					required(text('name', 'Name')),
				],
				about: ['category_id'],
				readAgain: {
					endpoint: 'GET /v3/catalog/trees/categories',
					filter: 'category_id:in',
					field: 'category_id',
					row: 'category_id',
				},
			}),
			{ category_id: '={{ $json.id }}', name: '={{ $json.name }}' },
			[
				{ id: 7, name: 'Shirts' },
				{ id: 8, name: 'Sale' },
			],
			({ method }) =>
				method === 'PUT'
					? { status: 204 }
					: {
							body: {
								data: [
									{ category_id: 8, name: 'Sale', parent_id: 0 },
									{ category_id: 7, name: 'Shirts', parent_id: 0 },
								],
								meta: { pagination: { total: 2, total_pages: 1, current_page: 1, per_page: 250, count: 2 } },
							},
						},
		);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { category_id: 7, name: 'Shirts', parent_id: 0 }],
			[1, { category_id: 8, name: 'Sale', parent_id: 0 }],
		]);
	});
});

describe('Binary data', () => {
	const operation = call({
		endpoint: 'POST /v3/catalog/brands/{brand_id}/image',
		path: [{ kind: 'id', name: 'brand_id', displayName: 'Brand ID' }],
		body: [required(binary('image_file', 'Input Data Field Name'))],
	});
	const file = (content: string): INodeExecutionData => ({
		json: { id: 3 },
		binary: {
			data: { data: Buffer.from(content).toString('base64'), mimeType: 'image/png', fileName: `${content}.png` },
		},
	});

	it('is uploaded as a form, each item its own file', async () => {
		const result = await run(operation, { brand_id: '={{ $json.id }}' }, [file('red'), file('blue')], () => ({
			body: { data: { image_url: 'x' }, meta: {} },
		}));
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { image_url: 'x' }],
			[1, { image_url: 'x' }],
		]);
		const bodies = result.received.map(({ body }) => String(body));
		expect(bodies[0]).toMatch(/name="image_file"; filename="red\.png"[\s\S]*image\/png[\s\S]*red/);
		expect(bodies[1]).toMatch(/filename="blue\.png"/);
	});

	it('that an item does not have is refused by its name', async () => {
		const result = await run(operation, { brand_id: '1' }, [{ id: 1 }], () => ({}));
		expect(result.error?.message).toMatch(/binary/i);
		expect(result.received).toEqual([]);
	});
});

describe('Read, merge, write', () => {
	it('keeps what the write wants, and what it does not know it does not send', async () => {
		const result = await run(
			{
				kind: 'merge',
				value: 'do',
				...words,
				scope: SCOPES.marketing,
				effect: 'update',
				repeatable: true,
				read: 'GET /v2/gift_certificates/{id}',
				endpoint: 'PUT /v2/gift_certificates/{id}',
				path: [{ kind: 'id', name: 'id', displayName: 'Gift Certificate ID' }],
				keep: ['to_name', 'amount'],
				body: [updateFields(text('to_name', 'To'), text('from_name', 'From'))],
			},
			{ id: '={{ $json.id }}', updateFields: { from_name: '={{ $json.from }}' } },
			[
				{ id: 1, from: 'A' },
				{ id: 2, from: 'B' },
			],
			({ method, body, path }) =>
				method === 'GET'
					? { body: { id: Number(path.slice(-1)), to_name: 'Jo', amount: '10', status: 'active' } }
					: { body: body! },
		);
		expect(result.error).toBeUndefined();
		expect(sent(result).filter(({ method }) => method === 'PUT')).toEqual([
			expect.objectContaining({
				path: '/v2/gift_certificates/1',
				body: { to_name: 'Jo', amount: '10', from_name: 'A' },
			}),
			expect.objectContaining({
				path: '/v2/gift_certificates/2',
				body: { to_name: 'Jo', amount: '10', from_name: 'B' },
			}),
		]);
	});
});

describe('Lists that replace', () => {
	const operation = call({
		endpoint: 'PUT /v3/catalog/products/{product_id}',
		effect: 'update',
		repeatable: true,
		readBack: { endpoint: 'GET /v3/catalog/products/{product_id}' },
		path: [{ kind: 'id', name: 'product_id', displayName: 'Product ID' }],
		body: [
			updateFields(
				ids('categories', 'Categories'),
				list('custom_fields', 'Custom Fields', [text('name', 'Name'), text('value', 'Value')], { entryKey: ['name'] }),
			),
		],
	});
	const stored = {
		id: 1,
		categories: [1, 2],
		custom_fields: [
			{ id: 9, name: 'Material', value: 'Wool' },
			{ id: 10, name: 'Origin', value: 'Peru' },
		],
	};
	const change = async (lists: string) =>
		await run(
			operation,
			{
				product_id: '1',
				updateFields: {
					categories: '={{ $json.c }}',
					custom_fields: { fromItem: [{ list: '={{ $json.f }}' }] },
				},
				requestOptions: { lists },
			},
			[{ c: [2, 3], f: [{ name: 'material', value: 'Silk' }] }],
			({ method, body }) => ({ body: { data: method === 'GET' ? stored : body!, meta: {} } }),
		);
	const written = ({ received }: { received: Received[] }) => received.find(({ method }) => method === 'PUT')?.body;

	it('replace, without reading', async () => {
		const result = await change('replace');
		expect(result.received).toHaveLength(1);
		expect(written(result)).toEqual({ categories: [2, 3], custom_fields: [{ name: 'material', value: 'Silk' }] });
	});

	it('add: entries that are there already are changed', async () => {
		const result = await change('add');
		expect(result.error).toBeUndefined();
		expect(written(result)).toEqual({
			categories: [1, 2, 3],
			custom_fields: [
				{ id: 9, name: 'material', value: 'Silk' },
				{ id: 10, name: 'Origin', value: 'Peru' },
			],
		});
	});

	it('remove', async () => {
		expect(written(await change('remove'))).toEqual({
			categories: [1],
			custom_fields: [{ id: 10, name: 'Origin', value: 'Peru' }],
		});
	});

	it('write nothing when the record cannot be read', async () => {
		const result = await run(
			operation,
			{ product_id: '1', updateFields: { categories: '3' }, requestOptions: { lists: 'add' } },
			[{}],
			() => ({ status: 404, body: { status: 404, title: 'Not found' } }),
		);
		expect(result.error?.httpCode).toBe('404');
		expect(result.received.map(({ method }) => method)).toEqual(['GET']);
	});
});

describe('Find, then act', () => {
	const operation: Operation = {
		kind: 'byFilter',
		value: 'do',
		...words,
		scope: SCOPES.products,
		effect: 'delete',
		repeatable: true,
		find: 'GET /v3/catalog/products',
		endpoint: 'DELETE /v3/catalog/products',
		filter: 'id:in',
		query: [filters(text('name', 'Name'))],
	};
	const found = (count: number): Answer => ({
		body: {
			data: Array.from({ length: count }, (_, index) => ({ id: index + 1 })),
			meta: { pagination: { total: count, total_pages: 1, current_page: 1, per_page: 250, count } },
		},
	});

	it('does nothing when more is found than the person allows', async () => {
		const result = await run(operation, { atMost: 2, filters: { name: 'x' } }, [{}], () => found(3));
		expect(result.error?.message).toMatch(/3 records.*2/);
		expect(result.received.map(({ method }) => method)).toEqual(['GET']);
	});

	it('acts on what was found, and says on what', async () => {
		const result = await run(operation, { atMost: 3, filters: { name: 'x' } }, [{}], ({ method }) =>
			method === 'GET' ? found(3) : { status: 204 },
		);
		expect(paired(result)).toEqual([[0, { deleted: true, count: 3, ids: [1, 2, 3] }]]);
	});

	it.each([
		['no filter', { filters: {} }],
		['no number', { filters: { name: 'x' }, atMost: '' }],
		['an empty filter', { filters: { name: '={{ null }}' } }],
	])('is refused with %s', async (_, parameters) => {
		const result = await run(operation, { atMost: 5, ...parameters } as JsonObject, [{}], () => found(1));
		expect(result.error).toBeDefined();
		expect(result.received).toEqual([]);
	});
});

describe('A query and rows that the definition shapes', () => {
	const operation: Operation = {
		kind: 'list',
		value: 'do',
		...words,
		scope: SCOPES.products,
		endpoint: 'GET /v3/made-up',
		query: [filters(text('from', 'From'), text('to', 'To'))],
		shapeQuery: ({ from, to, ...rest }, item) => {
			if (from !== undefined && to === undefined) throw item.refuse('To is empty', 'From needs an end.');
			return { ...rest, ...(from === undefined ? {} : { span: `${String(from)}..${String(to)}` }) };
		},
		row: ({ parts, ...row }) => (parts as JsonObject[]).map((part) => ({ ...row, ...part })),
	};

	it('travels as the definition wants, and a row may become several', async () => {
		const result = await run(
			operation,
			{ filters: { from: '1', to: '={{ $json.to }}' } },
			[{ to: '5' }, { to: '6' }],
			({ query }) => ({
				body: { data: [{ id: 1, span: query.span!, parts: [{ part: 'a' }, { part: 'b' }] }], meta: {} },
			}),
		);
		expect(result.error).toBeUndefined();
		expect(paired(result)).toEqual([
			[0, { id: 1, span: '1..5', part: 'a' }],
			[0, { id: 1, span: '1..5', part: 'b' }],
			[1, { id: 1, span: '1..6', part: 'a' }],
			[1, { id: 1, span: '1..6', part: 'b' }],
		]);
	});

	it('can refuse', async () => {
		const result = await run(operation, { filters: { from: '1' } }, [{}], () => ({ body: { data: [], meta: {} } }));
		expect(result.error?.message).toBe('To is empty');
		expect(result.received).toEqual([]);
	});
});

describe('Errors inside an answer of success', () => {
	it('fail their item only', async () => {
		const problemIn = (body: unknown): Problem | undefined => {
			const { errors } = body as { errors?: Array<{ message: string }> };
			return errors ? { title: errors[0]!.message, more: [], fields: [] } : undefined;
		};
		const result = await run(
			call({ endpoint: 'POST /v3/made-up', problemIn, body: [required(json('query', 'Query'))] }),
			{ query: '={{ $json.query }}' },
			[{ query: { ok: false } }, { query: { ok: true } }],
			({ body }) =>
				(body as { query: { ok: boolean } }).query.ok
					? { body: { data: { ok: true }, meta: {} } }
					: { body: { errors: [{ message: 'Field x does not exist' }] } },
			'continueRegularOutput',
		);
		expect(paired(result)).toEqual([
			[0, expect.objectContaining({ error: expect.stringContaining('Field x does not exist') as string })],
			[1, { ok: true }],
		]);
	});
});

describe('Create or Update', () => {
	const fields = [required(key('email', 'Email')), additionalFields(text('first_name', 'First Name'))];
	const operation: Operation = {
		kind: 'upsert',
		value: 'do',
		...words,
		scope: SCOPES.customers,
		key: ['email'],
		find: { endpoint: 'GET /v3/customers/subscribers', filter: 'email' },
		create: call({ endpoint: 'POST /v3/customers/subscribers', effect: 'create', body: fields }),
		update: call({
			endpoint: 'PUT /v3/customers/subscribers/{subscriber_id}',
			effect: 'update',
			repeatable: true,
			path: [{ kind: 'id', name: 'subscriber_id', displayName: 'Subscriber ID' }],
			body: fields,
		}),
		idField: 'subscriber_id',
		neededForNew: ['first_name'],
		body: fields,
	};

	it('puts the ID that it found into the path, and asks for what is needed of new records only', async () => {
		const result = await run(
			operation,
			{ email: '={{ $json.email }}', additionalFields: { first_name: '={{ $json.name }}' } },
			[{ email: 'a@example.com' }, { email: 'b@example.com', name: 'B' }, { email: 'c@example.com' }],
			({ method, query, body }) =>
				method === 'GET'
					? { body: { data: query.email === 'a@example.com' ? [{ id: 5, email: 'a@example.com' }] : [], meta: {} } }
					: { body: { data: { id: 6, ...(body as JsonObject) }, meta: {} } },
			'continueRegularOutput',
		);
		expect(
			result.received.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`),
		).toEqual(expect.arrayContaining(['PUT /v3/customers/subscribers/5', 'POST /v3/customers/subscribers']));
		expect(paired(result)).toEqual([
			[0, expect.objectContaining({ email: 'a@example.com' })],
			[1, { id: 6, email: 'b@example.com', first_name: 'B' }],
			[2, expect.objectContaining({ error: expect.stringContaining('First Name is empty') as string })],
		]);
	});
});
