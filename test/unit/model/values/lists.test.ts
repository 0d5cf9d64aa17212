import { additionalFields, updateFields } from '../../../../nodes/BigCommerce/model/collections';
import {
	flag,
	integer,
	key,
	list,
	mixedList,
	money,
	object,
	required,
	text,
} from '../../../../nodes/BigCommerce/model/fields';
import { readAll, readOne } from './support';

const address = [
	required(text('first_name', 'First Name')),
	required(text('address1', 'Address Line 1')),
	required(text('city', 'City')),
	key('postal_code', 'Postal Code'),
	additionalFields(text('phone', 'Phone'), object('custom', 'Custom', [integer('floor', 'Floor')])),
];
const addresses = list('addresses', 'Addresses', address, {
	blankWithout: ['address1', 'city', 'postal_code', 'phone'],
});
const customFields = list('custom_fields', 'Custom Fields', [
	required(text('name', 'Name')),
	required(text('value', 'Value')),
]);

const BERLIN = {
	first_name: 'Jane',
	address1: 'Street 1',
	city: 'Berlin',
	postal_code: "'01234",
	additionalFields: {},
};
const PARIS = {
	first_name: 'Joe',
	address1: 'Rue 2',
	city: 'Paris',
	postal_code: '',
	additionalFields: { phone: '12', custom: { floor: '3' } },
};

describe('a list', () => {
	it('comes from entries of the form, of which collections are a part', () => {
		expect(readOne(addresses, { values: [BERLIN, PARIS] })).toEqual([
			{ first_name: 'Jane', address1: 'Street 1', city: 'Berlin', postal_code: '01234' },
			{ first_name: 'Joe', address1: 'Rue 2', city: 'Paris', phone: '12', custom: { floor: 3 } },
		]);
	});

	it.each<[from: string, raw: unknown]>([
		['one entry', { values: { name: 'Material', value: 'Wool' } }],
		['a list', [{ name: 'Material', value: 'Wool' }]],
		['JSON text of a list', ' [{"name": "Material", "value": "Wool"}]'],
		['a list of the item', { fromItem: [{ list: [{ name: 'Material', value: 'Wool' }] }] }],
		['JSON text of the item', { values: [], fromItem: [{ list: '[{"name": "Material", "value": "Wool"}]' }] }],
		['entries that are JSON texts', ['{"name": "Material", "value": "Wool"}']],
		['a list with blank entries', [{ name: '', value: '' }, { name: 'Material', value: 'Wool' }, {}, null]],
	])('comes from %s', (_, raw) => {
		expect(readOne(customFields, raw)).toEqual([{ name: 'Material', value: 'Wool' }]);
	});

	it('has what the item gives after the entries of the form', () => {
		const raw = {
			values: [{ name: 'a', value: '1' }],
			fromItem: [{ list: [{ name: 'b', value: '2' }] }, { list: '' }, { list: [{ name: 'c', value: '3' }] }],
		};
		expect(readOne(customFields, raw)).toEqual([
			{ name: 'a', value: '1' },
			{ name: 'b', value: '2' },
			{ name: 'c', value: '3' },
		]);
	});

	it('is refused where it was added without an entry: n8n makes this of an expression that gave a list, too', () => {
		const given = { updateFields: { custom_fields: {} } };
		const { faults } = readAll([updateFields(customFields)], given);
		expect(faults.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Custom Fields is empty\. Add an entry/),
		]);
		expect(readAll([updateFields(customFields)], given, { emptyValues: 'clear' }).values).toEqual({});
		expect(readOne(required(customFields), {})).toBe('Custom Fields is empty.');
	});

	it.each<[raw: unknown]>([
		[{ values: [] }],
		[[]],
		['[]'],
		[{ values: [{ name: '', value: ' ' }] }],
		[{ fromItem: [{ list: null }] }],
	])('%j has no entry: it is left out, cleared by the option, refused where it is required', (raw) => {
		expect(readOne(customFields, raw)).toBe('nothing');
		expect(
			readAll([updateFields(customFields)], { updateFields: { custom_fields: raw } }, { emptyValues: 'clear' }).values,
		).toEqual({ custom_fields: [] });
		expect(readOne(required(customFields), raw)).toBe('Custom Fields is empty.');
	});

	it('has fields of its collections without the collection, as BigCommerce has them', () => {
		const flat = { first_name: 'Joe', address1: 'Rue 2', city: 'Paris', phone: '12', custom: { floor: 3 } };
		expect(readOne(addresses, [flat])).toEqual([flat]);
		expect(readOne(addresses, [{ ...flat, address1: '', city: '', phone: '' }])).toBe('nothing');
		expect(readOne(addresses, [{ ...flat, fax: 1 }])).toBe(
			'Addresses 1 has no field "fax". It has: first_name, address1, city, postal_code, custom, phone.',
		);
	});

	it('leaves out an address of which only the names are there', () => {
		const blank = { ...BERLIN, address1: '', city: '', postal_code: '' };
		expect(readOne(addresses, { values: [blank] })).toBe('nothing');
		expect(readOne(addresses, { values: [blank, PARIS] })).toHaveLength(1);
		expect(readOne(addresses, { values: [{ ...blank, additionalFields: { phone: '1' } }] })).toBe(
			'Addresses 1 > Address Line 1 is empty. | Addresses 1 > City is empty.',
		);
	});

	it('leaves out an entry in which only toggles and presets stand', () => {
		const images = list('images', 'Images', [
			key('image_url', 'Image URL'),
			flag('is_thumbnail', 'Is Thumbnail', 'Whether'),
			flag('shown', 'Shown', 'Whether', { preset: true }),
		]);
		const untouched = { image_url: '', is_thumbnail: false, shown: true };
		expect(readOne(images, { values: [untouched] })).toBe('nothing');
		expect(readOne(images, { values: [untouched, { ...untouched, image_url: 'https://x.test/1' }] })).toEqual([
			{ image_url: 'https://x.test/1', is_thumbnail: false, shown: true },
		]);
	});

	it.each<[raw: unknown, message: string]>([
		['Wool', 'Custom Fields must be a list, not "Wool".'],
		[7, 'Custom Fields must be a list, not "7".'],
		[
			{ name: 'Material', value: 'Wool' },
			'Custom Fields must be a list, not the object {name: "Material", value: "Wool"}.',
		],
		[{ values: [5] }, 'Custom Fields 1 must be an object, not "5".'],
		[[{ name: 'a', value: 'b' }, 'Wool'], 'Custom Fields 2 must be an object, not "Wool".'],
		[
			{ values: [{ name: 'a', value: 'b' }], fromItem: [{ list: 'Wool' }] },
			'Custom Fields must be a list, not "Wool".',
		],
		[
			{ values: [{ name: 'a', value: 'b' }], fromItem: [{ list: [{ name: 'c' }] }] },
			'Custom Fields from the item 1 > Value is empty.',
		],
		[[{ name: 'a', value: 'b', colour: 'c' }], 'Custom Fields 1 has no field "colour". It has: name, value.'],
		[
			JSON.parse('[{"__proto__": {"x": 1}, "name": "a", "value": "b"}]'),
			'Custom Fields 1 has no field "__proto__". It has: name, value.',
		],
		[
			[{ name: ['a'], value: 'b' }, { value: { a: 1 } }],
			'Custom Fields 1 > Name must be text, not the list ["a"]. | Custom Fields 2 > Name is empty. | Custom Fields 2 > Value must be text, not the object {a: 1}.',
		],
	])('%j is refused', (raw, message) => expect(readOne(customFields, raw)).toBe(message));

	it('holds lists and objects, whose place is named', () => {
		const items = list('line_items', 'Line Items', [
			integer('quantity', 'Quantity'),
			additionalFields(list('option_selections', 'Option Selections', [required(integer('option_id', 'Option ID'))])),
		]);
		const selections = { values: [{ option_id: '' }, { option_id: 'x' }] };
		expect(readOne(items, { values: [{ quantity: '2', additionalFields: { option_selections: selections } }] })).toBe(
			'Line Items 1 > Option Selections 2 > Option ID must be a whole number, not "x".',
		);
		expect(readOne(addresses, [PARIS, { ...PARIS, additionalFields: { custom: { floor: 'top' } } }])).toBe(
			'Addresses 2 > Custom > Floor must be a whole number, not "top".',
		);
	});

	it('clears nothing in its entries', () => {
		const people = list('people', 'People', [
			text('name', 'Name'),
			object('size', 'Size', [integer('height', 'Height'), integer('width', 'Width')]),
			additionalFields(text('phone', 'Phone')),
		]);
		const entry = { name: '', size: { height: 5, width: '' }, additionalFields: { phone: '' } };
		const raw = { updateFields: { people: { values: [entry] } } };
		expect(readAll([updateFields(people)], raw, { emptyValues: 'clear' }).values).toEqual({
			people: [{ size: { height: 5 } }],
		});
	});
});

describe('a list of entries in several forms', () => {
	const products = mixedList('products', 'Products', [
		{
			name: 'catalog',
			displayName: 'Catalog Product',
			fields: [required(integer('product_id', 'Product ID')), integer('quantity', 'Quantity')],
		},
		{
			name: 'custom',
			displayName: 'Custom Product',
			fields: [required(text('name', 'Name')), required(money('price', 'Price')), integer('quantity', 'Quantity')],
		},
	]);

	it('has those of the first form, then those of the next', () => {
		expect(
			readOne(products, {
				custom: [{ name: 'Engraving', price: '5', quantity: '' }],
				catalog: [{ product_id: 7, quantity: 1 }],
			}),
		).toEqual([
			{ product_id: 7, quantity: 1 },
			{ name: 'Engraving', price: 5 },
		]);
	});

	it('knows the form of an entry of a list by its names', () => {
		expect(readOne(products, [{ name: 'Engraving', price: '5' }, { product_id: 7 }])).toEqual([
			{ name: 'Engraving', price: 5 },
			{ product_id: 7 },
		]);
		expect(readOne(products, [{ price: 5, sku: 'x' }])).toBe(
			'Products 1 has no field "price", "sku". It has: product_id, quantity.',
		);
	});

	it('names form and number of a faulty entry', () => {
		expect(
			readOne(products, {
				catalog: [{ product_id: 7 }],
				custom: [
					{ name: 'a', price: 'x' },
					{ name: '', price: 5 },
				],
			}),
		).toBe(
			'Products > Custom Product 1 > Price must be an amount of money, not "x". | Products > Custom Product 2 > Name is empty.',
		);
	});

	it('takes the form whose required fields are there where the names fit several', () => {
		const id = integer('product_id', 'Product ID');
		const lines = mixedList('lines', 'Lines', [
			{ name: 'product', displayName: 'Product', fields: [required(id), integer('place', 'Place')] },
			{
				name: 'variant',
				displayName: 'Variant',
				fields: [required(integer('variant_id', 'Variant ID')), id, integer('place', 'Place')],
			},
		]);
		const variant = { product_id: '', variant_id: 5, place: 1 };
		expect(readOne(lines, [variant, { product_id: 7 }])).toEqual([{ variant_id: 5, place: 1 }, { product_id: 7 }]);
		expect(readOne(lines, [{ place: 1 }])).toBe('Lines 1 > Product ID is empty.');
	});
});
