import { looksLikeHtml, readProblem } from '../../../nodes/BigCommerce/transport/problemBody';

const read = (body: unknown) => {
	const { title, fields } = readProblem(body);
	return { title, fields };
};

describe('readProblem', () => {
	it('v2: a list of messages', () => {
		expect(
			readProblem([
				{ status: 400, message: "The field 'status_id' is invalid." },
				{ status: 400, message: 'Second' },
			]),
		).toEqual({
			title: "The field 'status_id' is invalid.",
			more: ['Second'],
			fields: [{ field: 'status_id', message: 'is not valid' }],
		});
	});

	it('v2: with details', () => {
		const body = [
			{ status: 400, message: 'The field is invalid.', details: { invalid_reason: 'It must be a number' } },
		];
		expect(read(body)).toEqual({
			title: 'The field is invalid.',
			fields: [{ field: 'invalid_reason', message: 'It must be a number' }],
		});
	});

	it('v2: the reason beside a sentence is about the field that the sentence names', () => {
		const body = [
			{
				status: 400,
				message: "The field 'billing_address.country' is invalid.",
				details: { invalid_reason: 'No such country', available_values: ['Austria', 'Germany'] },
			},
		];
		expect(readProblem(body).fields).toEqual([
			{ field: 'billing_address.country', message: 'No such country', allowed: ['Austria', 'Germany'] },
		]);
	});

	it('v2: nested details name the product and its option', () => {
		const error = (id: number, option: object) => ({
			type: 'InvalidProductOptionValue',
			product: { id, name: 'Mug', product_option: option, url: 'https://example.com', resource: '/products/33' },
		});
		const body = [
			{
				status: 400,
				message: 'The options of one or more products are invalid.',
				details: {
					errors: [
						error(33, { id: 181, option_id: 19, display_name: 'Engraving', value: 'Anna' }),
						error(33, { id: 182, option_id: 20 }),
					],
				},
			},
		];
		expect(read(body)).toEqual({
			title: 'The options of one or more products are invalid.',
			fields: [
				{ field: 'product "Mug", product option "Engraving"', message: 'invalid product option value: Anna' },
				{ field: 'product "Mug", product option 182', message: 'invalid product option value' },
			],
		});
	});

	it('values that would be right are kept with their field', () => {
		const errors = { type: { message: 'is unknown', allowed_values: ['physical', 'digital'] }, name: 'is empty' };
		expect(readProblem({ title: 'No', errors }).fields).toEqual([
			{ field: 'type', message: 'is unknown', allowed: ['physical', 'digital'] },
			{ field: 'name', message: 'is empty' },
		]);
	});

	it('refunds: errors where the data should be', () => {
		const body = { data: [{ status: 422, title: 'No store credit for guests.' }] };
		expect(read(body)).toEqual({ title: 'No store credit for guests.', fields: [] });
		expect(read({ data: [{ order_id: 1, status: 503, error: 'Tax service gone' }], meta: {} }).title).toBe(
			'Tax service gone',
		);
		expect(read({ data: [{ id: 1, status: 'active', title: 'A page' }] })).toEqual({ title: undefined, fields: [] });
	});

	it('v3: title and a message per field', () => {
		const body = {
			status: 422,
			title: 'JSON data is missing or invalid',
			type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
			errors: { name: 'name is required', 'variants.0.sku': 'sku must be unique' },
		};
		expect(read(body)).toEqual({
			title: 'JSON data is missing or invalid',
			fields: [
				{ field: 'name', message: 'name is required' },
				{ field: 'variants.0.sku', message: 'sku must be unique' },
			],
		});
	});

	it('v3: without field messages, or with none in them', () => {
		const title = 'A product was not found with an id of 5';
		expect(read({ status: 404, title, type: 'about:blank', instance: '/x' })).toEqual({ title, fields: [] });
		expect(read({ status: 409, title, errors: {} })).toEqual({ title, fields: [] });
		expect(read({ status: 409, title, errors: [] })).toEqual({ title, fields: [] });
	});

	it('metafields and payments: a title with a detail', () => {
		expect(readProblem({ status: 400, title: 'Bad Request', type: '/api-docs', detail: 'Syntax error' })).toEqual({
			title: 'Bad Request',
			more: ['Syntax error'],
			fields: [],
		});
		expect(read({ status: 400, detail: 'Syntax error' }).title).toBe('Syntax error');
	});

	it('promotions and trees: a list of errors', () => {
		const body = {
			errors: [
				{ status: 422, title: 'Invalid rule', type: 'x', detail: 'No condition', errors: { rules: 'is empty' } },
			],
			meta: {},
		};
		expect(read(body)).toEqual({ title: 'Invalid rule', fields: [{ field: 'rules', message: 'is empty' }] });
	});

	it('category trees: one object of errors beside counts', () => {
		const body = {
			errors: { status: 422, title: 'Some were refused', type: 'x', errors: { '0.name': 'is taken' } },
			meta: { total: 2, success: 1, failed: 1 },
		};
		expect(read(body)).toEqual({
			title: 'Some were refused',
			fields: [{ field: '0.name', message: 'is taken' }],
		});
	});

	it('metafield batches: rows beside errors', () => {
		const body = {
			data: [{ id: 5, key: 'a', title: 'not an error' }],
			errors: [{ status: 422, title: 'One was refused', errors: { value: 'is too long' } }],
			meta: { total: 2, success: 1, failed: 1 },
		};
		expect(read(body)).toEqual({ title: 'One was refused', fields: [{ field: 'value', message: 'is too long' }] });
	});

	it('price records: errors per record of the batch', () => {
		const body = {
			batch_errors: [
				{ data: { variant_id: 1, currency: 'usd' }, field_errors: { variant_id: 'does not exist' } },
				{ data: { variant_id: 2 }, field_errors: { price: 'must be positive' } },
			],
		};
		expect(read(body)).toEqual({
			title: undefined,
			fields: [
				{ field: 'variant_id', message: 'does not exist' },
				{ field: 'price', message: 'must be positive' },
			],
		});
		expect(readProblem(body).records).toEqual([
			{ data: { variant_id: 1, currency: 'usd' }, fields: [{ field: 'variant_id', message: 'does not exist' }] },
			{ data: { variant_id: 2 }, fields: [{ field: 'price', message: 'must be positive' }] },
		]);
	});

	it('variants: titled errors per record of the batch', () => {
		const body = {
			batch_errors: [{ status: 422, title: 'Bad SKU', type: 'x', instance: 'y', errors: { sku: 'is taken' } }],
		};
		expect(read(body)).toEqual({ title: 'Bad SKU', fields: [{ field: 'sku', message: 'is taken' }] });
	});

	it('price records of several lists: field errors alone', () => {
		expect(read({ data: { price_list_id: 1 }, field_errors: { price: 'is missing' } })).toEqual({
			title: undefined,
			fields: [{ field: 'price', message: 'is missing' }],
		});
	});

	it('price lists being deleted: an error object', () => {
		const error = { code: 503, message: 'Busy deleting', details: 'Another delete runs', retry_after_seconds: 5 };
		expect(readProblem({ error })).toEqual({ title: 'Busy deleting', more: ['Another delete runs'], fields: [] });
	});

	it('the gateway: an error text', () => {
		const text = 'You are authorized but your scope does not include this resource.';
		expect(read({ error: text })).toEqual({ title: text, fields: [] });
		expect(read('Plain text')).toEqual({ title: 'Plain text', fields: [] });
	});

	it('lists of messages for one field', () => {
		expect(read({ title: 'No', errors: { email: ['is empty', 'is not an address'] } }).fields).toEqual([
			{ field: 'email', message: 'is empty' },
			{ field: 'email', message: 'is not an address' },
		]);
	});

	it('nested fields keep their path', () => {
		expect(read({ title: 'No', errors: { billing_address: { zip: 'is missing' } } }).fields).toEqual([
			{ field: 'billing_address.zip', message: 'is missing' },
		]);
	});

	it('fields named like describing keys within errors are still fields', () => {
		expect(read({ title: 'No', errors: { type: 'is unknown', code: 'is taken', status: 'is wrong' } }).fields).toEqual([
			{ field: 'type', message: 'is unknown' },
			{ field: 'code', message: 'is taken' },
			{ field: 'status', message: 'is wrong' },
		]);
	});

	it('says the same thing once', () => {
		expect(readProblem({ errors: [{ title: 'No' }, { title: 'No' }] })).toEqual({ title: 'No', more: [], fields: [] });
	});

	it.each(['<!DOCTYPE html><html><body>502</body></html>', '  <html>', '', undefined, null, {}, [], 42])(
		'finds no words in %p',
		(body) => {
			expect(readProblem(body)).toEqual({ title: undefined, more: [], fields: [] });
		},
	);
});

describe('looksLikeHtml', () => {
	it.each(['<!doctype html>', ' \n<html lang="en">', '<head>', '<?xml version="1.0"?>'])('%p', (body) => {
		expect(looksLikeHtml(body)).toBe(true);
	});

	it.each(['{}', 'a < b', '<b>bold</b>', undefined, {}])('not %p', (body) => {
		expect(looksLikeHtml(body)).toBe(false);
	});
});
