import { ApiFailure, describeFailure } from '../../../nodes/BigCommerce/transport/failure';
import {
	blamedRecords,
	failureOfRecord,
	namedValues,
	problemInWords,
	readPartial,
} from '../../../nodes/BigCommerce/transport/partial';
import { readProblem } from '../../../nodes/BigCommerce/transport/problemBody';
import type { JsonObject } from '../../../nodes/BigCommerce/transport/types';

const partial = (status: number, body: unknown, count: number, records?: JsonObject[]) =>
	readPartial({ status, body }, count, records);

const problem = (title: string | undefined, fields: Record<string, string> = {}) => ({
	title,
	more: [],
	fields: Object.entries(fields).map(([field, message]) => ({ field, message })),
});

describe('readPartial', () => {
	it.each([
		[200, { data: [{ id: 1 }], meta: {} }],
		[200, { data: [], errors: {}, meta: { total: 2, success: 2, failed: 0 } }],
		[200, { data: [], errors: [] }],
		[200, { data: [{ title: 'A page', status: 404, errors: 'none' }] }],
		[204, undefined],
		[201, [{ id: 1 }]],
	])('%d %j is full success', (status, body) => {
		expect(partial(status, body, 2)).toEqual({ byIndex: new Map() });
	});

	it('blames only the records that are named by number', () => {
		const errors = {
			status: 207,
			title: 'Some products could not be updated.',
			errors: { '1': 'No such product', '4.name': 'is a duplicate', '4.sku': 'is a duplicate' },
		};
		expect(partial(207, { data: [{ id: 1 }], errors, meta: {} }, 5)).toEqual({
			byIndex: new Map([
				[1, problem('No such product')],
				[4, problem(undefined, { name: 'is a duplicate', sku: 'is a duplicate' })],
			]),
		});
	});

	it.each([
		['[2].email', 'email'],
		['items.2.sku', 'sku'],
		['settings.2.identity.sku', 'identity.sku'],
		['.2.name', 'name'],
		['data[2].price', 'price'],
	])('knows the number in %s', (field, name) => {
		expect(partial(207, { errors: { [field]: 'is odd' } }, 3).byIndex).toEqual(
			new Map([[2, problem(undefined, { [name]: 'is odd' })]]),
		);
	});

	it('takes a number beyond the records for no record', () => {
		const { byIndex, general } = partial(207, { errors: { '7.email': 'is odd' } }, 3);
		expect(byIndex.size).toBe(0);
		expect(general?.fields).toEqual([{ field: '7.email', message: 'is odd' }]);
	});

	it('finds errors in full under the number of a record', () => {
		const errors = {
			'0': { status: 404, title: 'Not found', type: '/x' },
			'2': { status: 422, title: 'No', errors: { sku: 'is taken' } },
		};
		const { byIndex } = partial(207, { data: [], errors }, 3);
		expect(byIndex.get(0)).toEqual(problem('Not found'));
		expect(byIndex.get(2)?.title).toBe('No');
	});

	it('finds the records that an answer repeats', () => {
		const body = {
			batch_errors: [
				{ data: { variant_id: 7, currency: 'USD' }, field_errors: { variant_id: 'does not exist' } },
				{ data: { variant_id: 9, currency: 'eur' }, field_errors: { price: 'must be positive' } },
			],
		};
		const records = [
			{ variant_id: 9, currency: 'usd', price: 1 },
			{ variant_id: 7, currency: 'usd', price: 2 },
			{ variant_id: 9, currency: 'eur', price: -1 },
		];
		expect(partial(207, body, 3, records)).toEqual({
			byIndex: new Map([
				[1, problem(undefined, { variant_id: 'does not exist' })],
				[2, problem(undefined, { price: 'must be positive' })],
			]),
		});
	});

	it('a 207 with counts alone is no full success', () => {
		const { byIndex, general, failed } = partial(207, { data: [], meta: { total: 5, success: 3, failed: 2 } }, 5);
		expect([byIndex.size, failed]).toEqual([0, 2]);
		expect(general?.title).toMatch(/2 failed/);
		expect(partial(200, { meta: { total: 5, success: 3 } }, 5).failed).toBe(2);
	});

	it('nor is one without any word', () => {
		expect(partial(207, { data: { id: 5 }, meta: {} }, 4).general?.title).toMatch(/only part/);
	});

	it('what names no record is general', () => {
		const body = { data: [{ id: 1 }], errors: [{ status: 422, title: 'The URL is taken' }], meta: { failed: 1 } };
		expect(partial(207, body, 3)).toEqual({ byIndex: new Map(), failed: 1, general: problem('The URL is taken') });
	});

	it('more failed than are named: the rest is general', () => {
		const body = { errors: { title: 'Some failed', errors: { '0': 'is odd' } }, meta: { failed: 2 } };
		const { byIndex, general } = partial(207, body, 3);
		expect([...byIndex.keys()]).toEqual([0]);
		expect(general?.title).toBe('Some failed');
	});

	it('what is said of a call with one record is said of that record', () => {
		expect(
			partial(207, { data: { id: 1 }, errors: { title: 'The URL is taken', errors: { custom_url: 'is taken' } } }, 1),
		).toEqual({
			byIndex: new Map([[0, problem('The URL is taken', { custom_url: 'is taken' })]]),
		});
	});
});

const refused = (status: number, body: unknown, kind: 'refused' | 'unanswered' = 'refused') =>
	new ApiFailure(kind, 'It failed', '', { method: 'PUT', path: '/v3/customers', status, problem: readProblem(body) });

describe('blamedRecords', () => {
	const people: JsonObject[] = [
		{ email: 'a@example.com', first_name: 'A' },
		{ email: 'b@example.com', first_name: 'B' },
		{ email: 'c@example.com', first_name: 'C' },
	];
	const stock = (location: number, ...skus: string[]): JsonObject[] =>
		skus.map((sku) => ({ location_id: location, sku, quantity: 5 }));

	it('by number', () => {
		const body = { status: 422, title: 'No', errors: { '2.email': 'is odd', '0.email': 'is odd', '0.name': 'is odd' } };
		expect(blamedRecords(refused(422, body), people)).toEqual({ isAboutCall: false, records: [0, 2] });
	});

	it.each<[string, JsonObject[], number[]]>([
		['Error creating customers: email B@example.com already in use', people, [1]],
		['[Item with sku AB 2 does not exist]', stock(1, 'AB 1', 'AB 2', 'AB 3'), [1]],
		[
			'Items with identity: [product_id 113] requires absolute adjustment',
			[{ product_id: 5 }, { product_id: 113 }],
			[1],
		],
		[
			'[Item with variant_id 6 is tracked by product, please update stock by product id]',
			[{ variant_id: 6 }, { variant_id: 5, quantity: 6 }],
			[0],
		],
		['Location not found, identities: [3,2]', [...stock(1, 'A'), ...stock(3, 'B'), ...stock(2, 'C')], [1, 2]],
		['[Location with id 99 does not exist]', [...stock(1, '99'), ...stock(99, 'B')], [1]],
	])('by what is named: %s', (title, records, blamed) => {
		expect(blamedRecords(refused(422, { title, errors: {} }), records)).toEqual({
			isAboutCall: false,
			records: blamed,
		});
	});

	it('a location that all records share is about the call', () => {
		const failure = refused(422, { title: '[Location with id 99 does not exist]', errors: {} });
		expect(blamedRecords(failure, stock(99, 'A', 'B', 'C'))).toEqual({ isAboutCall: true, records: [] });
	});

	it('names none where nothing is said', () => {
		expect(blamedRecords(refused(422, { title: 'Invalid' }), people)).toEqual({ isAboutCall: false, records: [] });
	});

	it.each([401, 403, 404, 405, 429, 500, 503])('%d without a record is about the call', (status) => {
		expect(blamedRecords(refused(status, { title: 'The price list was not found.' }), people).isAboutCall).toBe(true);
	});

	it('404 about a record by number is not', () => {
		expect(blamedRecords(refused(404, { title: 'No', errors: { '1': 'Not found' } }), people)).toEqual({
			isAboutCall: false,
			records: [1],
		});
	});

	it('nor can a smaller batch mend a broken network', () => {
		expect(blamedRecords(refused(0, undefined, 'unanswered'), people).isAboutCall).toBe(true);
	});
});

describe('failureOfRecord', () => {
	it('says only what concerns the record, with its own values and labels', () => {
		const body = { title: 'No', errors: { '0.email': 'is taken', '1.email': 'is not an address' } };
		const own = failureOfRecord(refused(422, body), 1, [{ email: 'a@example.com' }, { email: 'b@' }]);
		expect(own.message).toBe('BigCommerce did not accept the values: email "b@": is not an address');
		expect(own).toMatchObject({ kind: 'refused', status: 422, outcome: 'notDone' });
		expect(describeFailure(own, () => 'Email').message).toContain('Email "b@": is not an address');
	});

	it('is the whole failure where nothing is said of the record', () => {
		const failure = refused(422, { title: 'No' });
		expect(failureOfRecord(failure, 1, [{}, {}])).toBe(failure);
	});
});

describe('problemInWords', () => {
	it('has title, fields and values', () => {
		expect(problemInWords(problem('Refused', { sku: 'is taken' }), { sku: 'AB' }, () => 'SKU')).toBe(
			'Refused: SKU "AB": is taken',
		);
		expect(problemInWords(problem('No such product'))).toBe('No such product');
	});
});

describe('namedValues', () => {
	it.each([
		['Failed for id=12. Error: constraint reference error.', ['12']],
		['Shopper profile `1465-ab` already exists for segment `dfad-0`.', ['1465-ab', 'dfad-0']],
		['Channel already exists with name: "Facebook by Meta"', ['Facebook by Meta']],
		['The product with id 7 was not found.', ['7']],
		['The following codes are used: [A1, B 2]', ['A1', 'B 2']],
	])('%s', (title, values) => {
		expect(namedValues(problem(title))).toEqual(expect.arrayContaining(values));
	});

	it('looks into the messages of fields, too', () => {
		expect(namedValues(problem('No', { '.customer_create': 'a@example.com is in use' }))).toContain('a@example.com');
	});
});
