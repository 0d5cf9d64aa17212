import type { RecordField } from '../../../../nodes/BigCommerce/model/field';
import { updateFields } from '../../../../nodes/BigCommerce/model/collections';
import { list, object, required, text } from '../../../../nodes/BigCommerce/model/fields';
import type { NaturalKey, RecordKind } from '../../../../nodes/BigCommerce/model/record';
import { SCOPES } from '../../../../nodes/BigCommerce/transport/scopes';
import type { ReadValues } from '../../../../nodes/BigCommerce/model/values/reader';
import { messages, readAll, readOne } from './support';

const sku: NaturalKey = {
	mode: 'sku',
	displayName: 'By SKU',
	placeholder: 'e.g. SM-13',
	find: { endpoint: 'GET /v3/catalog/products', filter: 'sku:in', row: 'sku', scope: SCOPES.products },
};

const productKind: RecordKind = {
	name: 'product',
	displayName: 'Product',
	idKind: 'id',
	exampleId: '111',
	keys: [sku],
	page: { pattern: 'https?://\\S*/products/(?:edit/)?(\\d+)', example: 'https://store.test/manage/products/edit/111' },
};

const product: RecordField = { kind: 'record', name: 'product_id', displayName: 'Product', record: productKind };
const related: RecordField = { ...product, name: 'related', displayName: 'Related Products', many: true };
const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

describe('one record', () => {
	it.each<[raw: unknown]>([
		[locator('list', 111)],
		[locator('id', ' 111 ')],
		[locator('url', 'https://store.test/manage/products/edit/111?tab=2')],
		[111],
		['111'],
		['https://store.test/manage/products/111'],
	])('%j is 111', (raw) => expect(readOne(product, raw)).toBe(111));

	it.each<[raw: unknown, message: string]>([
		[
			'TS-1',
			'Product must be the ID of a product, a positive whole number, not "TS-1". Other ways to name it: From List, By SKU, By URL.',
		],
		[
			[111],
			'Product must be the ID of a product, a positive whole number, not the list [111]. Other ways to name it: From List, By SKU, By URL.',
		],
		[
			locator('id', '../../v2/orders'),
			'Product must be the ID of a product, a positive whole number, not "../../v2/orders". Other ways to name it: From List, By SKU, By URL.',
		],
		[
			locator('id', 0),
			'Product must be the ID of a product, a positive whole number, not "0". Other ways to name it: From List, By SKU, By URL.',
		],
		[
			locator('url', 'https://store.test/manage/orders/5'),
			'Product must be the address of a product such as https://store.test/manage/products/edit/111, not "https://store.test/manage/orders/5".',
		],
		[
			locator('url', '111'),
			'Product must be the address of a product such as https://store.test/manage/products/edit/111, not "111".',
		],
		[
			locator('email', 'a@b.test'),
			'Product cannot be named in the way "email". Other ways to name it: From List, By SKU, By URL.',
		],
		[locator('sku', ['TS-1']), 'Product must be text, not the list ["TS-1"].'],
		[locator('sku', { a: 1 }), 'Product must be text, not the object {a: 1}.'],
	])('%j is refused', (raw, message) => expect(readOne(product, raw)).toBe(message));

	it.each<[raw: unknown]>([[locator('list', '')], [locator('sku', ' ')], [''], [null]])('%j names none', (raw) => {
		expect(readOne(product, raw)).toBe('nothing');
		expect(readOne(required(product), raw)).toBe('Product is empty.');
		expect(readOne(product, raw, {}, 'path')).toBe('Product is empty.');
	});

	it('that was added and not touched is none, in a collection, an object and an entry', () => {
		const untouched = { mode: 'list', value: '' };
		expect(
			readAll([updateFields(product, related)], { updateFields: { product_id: untouched, related: untouched } }).faults,
		).toHaveLength(1);
		const owner = object('owner', 'Owner', [product, required(text('name', 'Name'))]);
		expect(readOne(owner, { product_id: untouched, name: '' })).toBe('nothing');
		const lines = list('lines', 'Lines', [product, required(text('name', 'Name'))]);
		expect(readOne(lines, { values: [{ product_id: untouched, name: '' }] })).toBe('nothing');
		expect(readOne(lines, { values: [{ product_id: untouched, name: 'a' }] })).toEqual([{ name: 'a' }]);
	});

	it('may be none where 0 means that', () => {
		const group: RecordField = {
			...product,
			zero: 'none',
			record: { ...productKind, displayName: 'Customer Group', keys: [] },
		};
		expect(readOne(group, locator('id', '0'))).toBe(0);
		expect(readOne(group, -1)).toBe(
			'Product must be the ID of a customer group, a positive whole number, or 0, not "-1". Other ways to name it: From List, By URL.',
		);
	});

	it('may have a UUID or a text as its ID', () => {
		const of = (idKind: RecordKind['idKind']): RecordField => ({
			...product,
			record: { name: 'theme', displayName: 'Email Template', idKind, exampleId: 'x' },
		});
		expect(readOne(of('uuid'), 'BC218C65-7A32-4AB7-8082-68730C074D02')).toBe('bc218c65-7a32-4ab7-8082-68730c074d02');
		expect(readOne(of('uuid'), '5')).toBe('Product must be the ID of an email template, a UUID, not "5".');
		expect(readOne(of('text'), 'order_email ')).toBe('order_email');
		expect(readOne(of('text'), '..')).toBe('Product must be the ID of an email template, not "..".');
		expect(readOne(of('text'), 'a/b')).toBe('Product must be the ID of an email template, not "a/b".');
	});
});

describe('a record named by a natural key', () => {
	const putAll = ({ references, values }: ReadValues, first = 500) => {
		references.forEach((reference, index) => reference.put(first + index));
		return values;
	};

	it('is a reference, whose ID is put in later', () => {
		const read = readAll([product], { product_id: locator('sku', ' TS-1\u200b') });
		expect(read).toMatchObject({ values: {}, faults: [], references: [{ field: product, key: sku, text: 'TS-1' }] });
		expect(putAll(read)).toEqual({ product_id: 500 });
	});

	it('counts as a value of a collection that must have one', () => {
		const read = readAll([updateFields(product)], { updateFields: { product_id: locator('sku', 'TS-1') } });
		expect(messages(read)).toEqual([]);
		expect(putAll(read)).toEqual({ product_id: 500 });
	});

	it('has its place in entries of lists', () => {
		const lines = list('lines', 'Lines', [required(product)]);
		const read = readAll([lines], {
			lines: {
				values: [
					{ product_id: locator('id', 7) },
					{ product_id: locator('sku', 'A') },
					{ product_id: locator('sku', 'B') },
				],
			},
		});
		expect(putAll(read)).toEqual({ lines: [{ product_id: 7 }, { product_id: 500 }, { product_id: 501 }] });
	});

	it('has its place among several', () => {
		const read = readAll([related], { related: [7, locator('sku', 'A'), locator('list', '8'), locator('sku', 'B')] });
		expect(putAll(read)).toEqual({ related: [7, 500, 8, 501] });
		expect(putAll(readAll([related], { related: locator('sku', 'A, B;') }))).toEqual({ related: [500, 501] });
	});
});

it.each<[raw: unknown, travels: unknown]>([
	['7; 8', [7, 8]],
	[locator('id', '7,8'), [7, 8]],
	[[7, ''], [7]],
	[' ; ', 'nothing'],
	[
		'7, TS-1',
		'Related Products must be the ID of a product, a positive whole number, not "TS-1". Other ways to name it: From List, By SKU, By URL.',
	],
])('several records: %j travels as %j', (raw, travels) => expect(readOne(related, raw)).toEqual(travels));
