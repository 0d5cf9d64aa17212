import { additionalFields, filters, updateFields } from '../../nodes/BigCommerce/model/collections';
import { ids, json, key, list, required, text } from '../../nodes/BigCommerce/model/fields';
import type { Operation } from '../../nodes/BigCommerce/model/operation';
import type { Problem } from '../../nodes/BigCommerce/transport/problemBody';
import { SCOPES } from '../../nodes/BigCommerce/transport/scopes';
import type { JsonObject } from '../../nodes/BigCommerce/transport/types';
import { call, run, words } from '../support/madeUpOperations';
import { paired } from '../support/runOperation';
import type { Answer, Received } from '../support/stubStore';

/**
 * What an operation can say, shown by made-up ones: each capability of the model with two items, their pairing
 * and what arrived at the store.
 */
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
		const result = await run(operation, { atMost: 5, ...parameters }, [{}], () => found(1));
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
