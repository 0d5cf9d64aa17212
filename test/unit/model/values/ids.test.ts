import { choice, choices, id, ids, uuid, words } from '../../../../nodes/BigCommerce/model/fields';
import { readOne } from './support';

const UUID = 'bc218c65-7a32-4ab7-8082-68730c074d02';

describe('one ID', () => {
	const brand = id('brand_id', 'Brand ID');

	it.each<[raw: unknown, travels: number]>([
		[12, 12],
		['12', 12],
		[' 12\u00a0', 12],
		["'12", 12],
		['118.0', 118],
	])('%p travels as %p', (raw, travels) => expect(readOne(brand, raw)).toBe(travels));

	it.each<[raw: unknown, shown: string]>([
		['1e0', '"1e0"'],
		['12.5', '"12.5"'],
		['12.000', '"12.000"'],
		['#118', '"#118"'],
		['1,2', '"1,2"'],
		['0x10', '"0x10"'],
		['../../v2/orders', '"../../v2/orders"'],
		['9007199254740993', '"9007199254740993"'],
		[0, '"0"'],
		[-1, '"-1"'],
		[1.5, '"1.5"'],
		[true, '"true"'],
		[[111], 'the list [111]'],
		[{ id: 1 }, 'the object {id: 1}'],
	])('%p is refused', (raw, shown) =>
		expect(readOne(brand, raw)).toBe(`Brand ID must be a positive whole number, not ${shown}.`),
	);

	it('may be 0 where that means something', () => {
		const withZero = id('brand_id', 'Brand ID', { zero: 'no brand' });
		expect(readOne(withZero, '0')).toBe(0);
		expect(readOne(withZero, 0)).toBe(0);
		expect(readOne(withZero, -1)).toBe('Brand ID must be a positive whole number or 0, not "-1".');
	});

	it('may be a UUID', () => {
		expect(readOne(uuid('cart_id', 'Cart ID'), ` ${UUID.toUpperCase()}`)).toBe(UUID);
		expect(readOne(uuid('cart_id', 'Cart ID'), '12')).toBe('Cart ID must be a UUID, not "12".');
		expect(readOne(uuid('cart_id', 'Cart ID'), [UUID])).toBe(`Cart ID must be a UUID, not the list ["${UUID}"].`);
	});
});

describe('several IDs', () => {
	const categories = ids('categories', 'Category IDs');

	it.each<[raw: unknown, travels: number[]]>([
		['1;2', [1, 2]],
		['1, 2,3', [1, 2, 3]],
		['1|2', [1, 2]],
		['1\r\n2', [1, 2]],
		['7', [7]],
		[7, [7]],
		['[1, "2"]', [1, 2]],
		[
			['1', 2, '', null],
			[1, 2],
		],
		['1,,2,', [1, 2]],
	])('%p travels as %p', (raw, travels) => expect(readOne(categories, raw)).toEqual(travels));

	it.each<[raw: unknown, message: string]>([
		['1e0', 'Category IDs must hold whole numbers only, not "1e0".'],
		['1;Shop All/Shirts', 'Category IDs must hold whole numbers only, not "Shop All/Shirts".'],
		[
			'Shop All/Shirts;Shop All/Sale',
			'Category IDs must hold whole numbers only, not the list ["Shop All/Shirts", "Shop All/Sale"].',
		],
		['1 2', 'Category IDs must hold whole numbers only, not "1 2".'],
		['-1', 'Category IDs must hold whole numbers only, not "-1".'],
		[[[1]], 'Category IDs must hold whole numbers only, not the list [1].'],
		[{ id: 1 }, 'Category IDs must hold whole numbers only, not the object {id: 1}.'],
		[true, 'Category IDs must hold whole numbers only, not "true".'],
	])('%p is refused', (raw, message) => expect(readOne(categories, raw)).toBe(message));

	it('says why a JSON list is none', () => {
		expect(readOne(categories, '[1, 2')).toMatch(/^Category IDs must be valid JSON, not "\[1, 2"\. The reason: .+\.$/);
	});

	it('of which none is left count as no value', () => {
		expect(readOne(categories, ' , ;')).toBe('nothing');
		expect(readOne(categories, '[]', {}, 'filter')).toBe(
			'Category IDs is empty. A filter without a value narrows nothing: give it one, or remove it.',
		);
	});

	it('may be negative where BigCommerce gives that a meaning', () => {
		expect(readOne(ids('related', 'Related', { mayBeNegative: true }), '-1')).toEqual([-1]);
	});
});

describe('several texts', () => {
	const tags = words('tags', 'Tags');

	it.each<[raw: unknown, travels: string[]]>([
		['red, blue ;green', ['red', 'blue', 'green']],
		['red\nblue', ['red', 'blue']],
		['["red, dark", "blue"]', ['red, dark', 'blue']],
		[
			['red', 5, ''],
			['red', '5'],
		],
	])('%p travels as %p', (raw, travels) => expect(readOne(tags, raw)).toEqual(travels));

	it.each<[raw: unknown, message: string]>([
		[['red', ['blue']], 'Tags must hold texts only, not the list ["blue"].'],
		[['red', { a: 1 }, true], 'Tags must hold texts only, not the list [{a: 1}, true].'],
	])('%p is refused', (raw, message) => expect(readOne(tags, raw)).toBe(message));
});

describe('choices', () => {
	const status = choice('status_id', 'Status', [
		[0, 'Incomplete'],
		[2, 'Shipped'],
		[3, 'Partially Shipped'],
	]);
	const type = choice('type', 'Type', ['free_shipping', 'per_item_discount']);

	it.each<[raw: unknown, travels: number]>([
		[2, 2],
		['2', 2],
		['Shipped', 2],
		[' shipped ', 2],
		['partially-shipped', 3],
		[0, 0],
	])('%p travels as %p', (raw, travels) => expect(readOne(status, raw)).toBe(travels));

	it.each(['free_shipping', 'Free Shipping', 'FREE-SHIPPING', 'freeshipping'])('%p is free_shipping', (raw) =>
		expect(readOne(type, raw)).toBe('free_shipping'),
	);

	it.each<[raw: unknown, shown: string]>([
		['Sent', '"Sent"'],
		[4, '"4"'],
		[[2], 'the list [2]'],
		['__proto__', '"__proto__"'],
		[true, '"true"'],
	])('%p is refused', (raw, shown) =>
		expect(readOne(status, raw)).toBe(`Status must be one of Incomplete, Shipped, Partially Shipped, not ${shown}.`),
	);

	it('names twelve of many, and refuses a name that two have', () => {
		const many = choice('c', 'Country', [
			...Array.from({ length: 14 }, (_, n): [string, string] => [`c${n}`, `Country ${n}`]),
			['x', 'Both'],
			['y', 'both'],
		]);
		expect(readOne(many, 'Atlantis')).toBe(
			`Country must be one of ${Array.from({ length: 12 }, (_, n) => `Country ${n}`).join(', ')}, …, not "Atlantis".`,
		);
		expect(readOne(many, 'BOTH')).toBe('Country must be a name that only one choice has, not "BOTH".');
	});

	it('take other values where BigCommerce knows more', () => {
		const carrier = choice(
			'provider',
			'Carrier',
			[
				['', 'Other'],
				['dhl', 'DHL'],
			],
			{ isOpen: true },
		);
		expect(readOne(carrier, 'Dhl')).toBe('dhl');
		expect(readOne(carrier, ' Yodel ')).toBe('Yodel');
		expect(readOne(carrier, ['Yodel'])).toBe('Carrier must be text, not the list ["Yodel"].');
		expect(readOne(carrier, '..', {}, 'path')).toBe('Carrier must not hold any of / \\ ? #, not "..".');
	});

	it('several of them come from a list or a text', () => {
		const include = choices('include', 'Include', [
			['images', 'Images'],
			['custom_fields', 'Custom Fields'],
			['a', 'Big, Red'],
		]);
		expect(readOne(include, ['images', 'Custom Fields', 'images'])).toEqual(['images', 'custom_fields']);
		expect(readOne(include, 'images; custom_fields')).toEqual(['images', 'custom_fields']);
		expect(readOne(include, '["images"]')).toEqual(['images']);
		expect(readOne(include, 'big, red')).toEqual(['a']);
		expect(readOne(include, 'images, videos')).toBe(
			'Include must hold some of Images, Custom Fields, Big, Red only, not "videos".',
		);
	});
});
