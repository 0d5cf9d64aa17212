import type { INodeExecutionData } from 'n8n-workflow';

import { updateFields } from '../../nodes/BigCommerce/model/collections';
import { binary, key, required, text } from '../../nodes/BigCommerce/model/fields';
import { SCOPES } from '../../nodes/BigCommerce/transport/scopes';
import type { JsonObject, JsonValue } from '../../nodes/BigCommerce/transport/types';
import { textOf } from '../../nodes/BigCommerce/transport/textOf';
import { batch, call, run, sent, words } from '../support/madeUpOperations';
import { paired } from '../support/runOperation';

/**
 * What an operation can say, shown by made-up ones: each capability of the model with two items, their pairing
 * and what arrived at the store.
 */
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
		expect(result.items.map(({ json }) => textOf(json.error))).toEqual([
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
		const bodies = result.received.map(({ body }) => textOf(body));
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
