import type { Field, RecordField } from '../../../../nodes/BigCommerce/model/field';
import {
	additionalFields,
	filters,
	options,
	sortBy,
	updateFields,
} from '../../../../nodes/BigCommerce/model/collections';
import {
	amount,
	choice,
	choices,
	date,
	flag,
	id,
	ids,
	json,
	key,
	list,
	money,
	object,
	required,
	text,
	words,
} from '../../../../nodes/BigCommerce/model/fields';
import { messages, readAll } from './support';

const record: RecordField = {
	kind: 'record',
	name: 'record',
	displayName: 'Record',
	record: { name: 'brand', displayName: 'Brand', idKind: 'id', exampleId: '1' },
};

/** A field of each kind, and what clears it. */
const KINDS: ReadonlyArray<[field: Field, cleared: unknown]> = [
	[text('text', 'Text'), ''],
	[key('key', 'Key'), ''],
	[money('money', 'Money'), null],
	[amount('amount', 'Amount'), null],
	[flag('flag', 'Flag', 'Whether'), null],
	[choice('choice', 'Choice', ['a']), null],
	[choices('choices', 'Choices', ['a']), []],
	[date('date', 'Date'), null],
	[id('id', 'ID'), null],
	[id('brand', 'Brand', { zero: 'no brand', cleared: 0 }), 0],
	[ids('ids', 'IDs'), []],
	[words('words', 'Words'), []],
	[json('json', 'JSON'), null],
	[object('object', 'Object', [text('a', 'A')]), null],
	[record, null],
	[{ ...record, name: 'records', many: true }, []],
];

const EMPTY: ReadonlyArray<[what: string, raw: unknown]> = [
	['nothing', ''],
	['null', null],
	['undefined', undefined],
	['blanks', ' \u00a0\u200b\n'],
	['an empty list', []],
	['an empty object', {}],
	['a locator in which nothing is chosen', { __rl: true, mode: 'list', value: '' }],
];

describe.each(EMPTY)('%s', (_, raw) => {
	it.each(KINDS)('for $kind in a write is left out, or clears', (field, cleared) => {
		const given = { updateFields: { [field.name]: raw, other: 'x' } };
		const fields = [updateFields(field, text('other', 'Other'))];
		expect(readAll(fields, given)).toMatchObject({ values: { other: 'x' }, faults: [] });
		expect(readAll(fields, given, { emptyValues: 'clear' }).values).toStrictEqual({
			[field.name]: cleared,
			other: 'x',
		});
		expect(readAll(fields, given, { emptyValues: 'clear', fromTool: true }).values).toStrictEqual({ other: 'x' });
	});

	it.each(KINDS)('for $kind is refused where it is required, whatever the option says', (field) => {
		const read = readAll([required(field)], { [field.name]: raw }, { emptyValues: 'clear' });
		expect(messages(read)).toEqual([`${field.displayName} is empty.`]);
		expect(read.values).toEqual({});
	});

	it.each(KINDS)('for $kind is refused in a filter, and named as not applied to an agent that lists', (field) => {
		const given = { filters: { [field.name]: raw } };
		const refused = [
			`${field.displayName} is empty. A filter without a value narrows nothing: give it one, or remove it.`,
		];
		expect(messages(readAll([filters(field)], given, {}, 'listFilter'))).toEqual(refused);
		expect(messages(readAll([filters(field)], given, { fromTool: true }, 'filter'))).toEqual(refused);
		expect(messages(readAll([filters(field)], given, {}, 'plain'))).toEqual(refused);
		expect(readAll([filters(field)], given, { fromTool: true }, 'listFilter')).toMatchObject({
			values: {},
			faults: [],
			leftOut: [field.displayName],
		});
	});

	it.each(KINDS)('for $kind among options is left out', (field) => {
		expect(
			readAll([options(field)], { options: { [field.name]: raw } }, { emptyValues: 'clear' }, 'listFilter'),
		).toMatchObject({
			values: {},
			faults: [],
			leftOut: [],
		});
	});
});

describe('what nobody added', () => {
	it('is not there: not refused, not cleared, not named', () => {
		const fields = [filters(key('sku', 'SKU')), sortBy('id', 'name'), additionalFields(text('a', 'A'))];
		for (const raw of [{}, { filters: {}, sorting: {}, additionalFields: {} }, { filters: null, sorting: '' }]) {
			expect(readAll(fields, raw, { fromTool: true, emptyValues: 'clear' }, 'listFilter')).toEqual({
				values: {},
				faults: [],
				leftOut: [],
				references: [],
			});
		}
	});

	it('a field that always stands in the form is not cleared: nobody knows whether it was touched', () => {
		const fields = [text('notes', 'Notes')];
		expect(readAll(fields, { notes: '' }, { emptyValues: 'clear' }).values).toEqual({});
	});

	it('a required field is missed though it has no name, unless it may be hidden', () => {
		expect(messages(readAll([required(text('name', 'Name')), required(money('price', 'Price'))], {}))).toEqual([
			'Name is empty.',
			'Price is empty.',
		]);
		expect(
			messages(readAll([required(text('reason', 'Reason', { showFor: { type: ['b'] } }))], { type: 'a' })),
		).toEqual([]);
	});

	it('every field of a path is required', () => {
		expect(
			messages(readAll([id('product_id', 'Product ID'), key('code', 'Code')], { product_id: '' }, {}, 'path')),
		).toEqual(['Product ID is empty.', 'Code is empty.']);
	});
});

describe('an update', () => {
	const fields = [updateFields(text('name', 'Name'), money('price', 'Price'))];

	it.each<[raw: unknown]>([[undefined], [''], [{}], ['{}'], [{ name: '' }], [{ name: null, price: ' ' }]])(
		'with %j changes nothing',
		(raw) => {
			expect(messages(readAll(fields, { updateFields: raw }))).toEqual([
				'Update Fields is empty. There is nothing to change.',
			]);
		},
	);

	it('that clears changes something', () => {
		expect(readAll(fields, { updateFields: { name: '' } }, { emptyValues: 'clear' })).toMatchObject({
			values: { name: '' },
			faults: [],
		});
	});

	it('takes its fields from JSON as well', () => {
		expect(readAll(fields, { updateFields: '{"name": "Mug", "price": "5"}' }).values).toEqual({
			name: 'Mug',
			price: 5,
		});
	});

	it.each<[raw: unknown, message: string]>([
		['Mug', 'Update Fields must be an object, not "Mug".'],
		[[{ name: 'Mug' }], 'Update Fields must be an object, not the list [{name: "Mug"}].'],
		[{ name: 'Mug', colour: 'red' }, 'Update Fields has no field "colour". It has: name, price.'],
		[JSON.parse('{"__proto__": {"price": 0}}'), 'Update Fields has no field "__proto__". It has: name, price.'],
	])('with %j is refused', (raw, message) =>
		expect(messages(readAll(fields, { updateFields: raw }))).toEqual([message]),
	);
});

it('every fault of an item is named, each with the outermost value that it is in', () => {
	const fields = [
		required(text('name', 'Name')),
		additionalFields(
			money('price', 'Price'),
			list('images', 'Images', [required(key('image_url', 'Image URL')), id('place', 'Place')]),
			object('custom_url', 'Custom URL', [text('url', 'URL')]),
		),
		updateFields(text('unused', 'Unused')),
	];
	const { faults } = readAll(fields, {
		name: '',
		additionalFields: { price: 'x', images: [{ place: 'first' }], custom_url: { url: [], slug: 1 }, size: 1 },
		updateFields: { unused: '' },
	});
	expect(faults.map(({ root, where, message }) => [root, where, message])).toEqual([
		['name', 'Name', 'Name is empty.'],
		[
			'additionalFields',
			'Additional Fields',
			'Additional Fields has no field "size". It has: custom_url, images, price.',
		],
		['custom_url', 'Custom URL', 'Custom URL has no field "slug". It has: url.'],
		['images', 'Images 1 > Image URL', 'Images 1 > Image URL is empty.'],
		['images', 'Images 1 > Place', 'Images 1 > Place must be a positive whole number, not "first".'],
		['price', 'Price', 'Price must be an amount of money, not "x".'],
		['updateFields', 'Update Fields', 'Update Fields is empty. There is nothing to change.'],
	]);
});

it('values that clear are each item’s own', () => {
	const fields = [updateFields(object('limits', 'Limits', [text('a', 'A')], { cleared: { list: [] } }))];
	const clear = () => readAll(fields, { updateFields: { limits: '' } }, { emptyValues: 'clear' }).values.limits;
	expect(clear()).toEqual({ list: [] });
	expect(clear()).not.toBe(clear());
});
