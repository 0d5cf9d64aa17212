import { flag, key, text } from '../../../../nodes/BigCommerce/model/fields';
import { readOne } from './support';

const name = text('name', 'Name', { most: 10 });
const sku = key('sku', 'SKU');

describe('texts', () => {
	it.each<[raw: unknown, travels: string]>([
		['Mug', 'Mug'],
		[' Mug ', ' Mug '],
		['a\tb\r\nc', 'a\tb\r\nc'],
		['👍👍👍👍👍👍', '👍👍👍👍👍👍'],
		["'t Mug", "'t Mug"],
		[12.5, '12.5'],
		[0.1 + 0.2, '0.3'],
		[-0, '0'],
	])('%p travels as %p', (raw, travels) => expect(readOne(name, raw)).toBe(travels));

	it.each<[raw: unknown, message: string]>([
		[true, 'Name must be text, not "true".'],
		[[111], 'Name must be text, not the list [111].'],
		[{ en: 'Mug' }, 'Name must be text, not the object {en: "Mug"}.'],
		[NaN, 'Name must be text, not "NaN".'],
		[
			9400111899000000000000,
			'Name must be given as text, not "9.400111899e+21". Its digits are lost: in this form only the first of them are left.',
		],
		[
			1e-9,
			'Name must be given as text, not "1e-9". Its digits are lost: in this form only the first of them are left.',
		],
		[
			'9.40011E+21',
			'Name must be given in full, not "9.40011E+21". Its digits are lost: in this form only the first of them are left.',
		],
		[
			'Mug\u0000',
			'Name must not hold control characters or halves of characters, not "Mug ". Such characters come from a damaged file or a wrong encoding.',
		],
		[
			'Mug\ud83d',
			'Name must not hold control characters or halves of characters, not "Mug�". Such characters come from a damaged file or a wrong encoding.',
		],
		['12345678901', 'Name must have at most 10 characters, not 11.'],
	])('%p is refused', (raw, message) => expect(readOne(name, raw)).toBe(message));

	it('a secret is not shown', () => {
		const password = text('password', 'Password', { isSecret: true });
		expect(readOne(password, ['hunter2'])).toBe('Password must be text.');
		expect(readOne(password, 'hunter2\u0007')).not.toContain('hunter2');
	});
});

describe('keys', () => {
	it.each<[raw: unknown, travels: string]>([
		['TS-1 ', 'TS-1'],
		['\u00a0TS-1\u200b', 'TS-1'],
		['TS\u200b-1', 'TS-1'],
		['\ufeffnathan@example.com', 'nathan@example.com'],
		['Smith & Co', 'Smith & Co'],
		['می\u200cخواهم', 'می\u200cخواهم'],
		["'01234", '01234'],
		["'12-AB", '12-AB'],
		["'+49 30 1234", '+49 30 1234'],
		["'t Hooft", "'t Hooft"],
		["'47 Brand", "'47 Brand"],
		[12345, '12345'],
	])('%p travels as %p', (raw, travels) => expect(readOne(sku, raw)).toBe(travels));

	it.each<[raw: unknown, message: string]>([
		[
			'TS\n1',
			'SKU must not hold control characters or halves of characters, not "TS 1". Such characters come from a damaged file or a wrong encoding.',
		],
		[
			12345678901234567890,
			'SKU must be given as text, not "12345678901234567000". Its digits are lost: in this form only the first of them are left.',
		],
		[false, 'SKU must be text, not "false".'],
	])('%p is refused', (raw, message) => expect(readOne(sku, raw)).toBe(message));

	it.each(['..', '.', '../../v2/orders', 'a\\b', 'a?b=c', 'a#b'])('%p is no part of a path', (raw) => {
		expect(readOne(key('code', 'Code'), raw, {}, 'path')).toBe(`Code must not hold any of / \\ ? #, not "${raw}".`);
	});
});

describe('yes and no', () => {
	const visible = flag('is_visible', 'Is Visible', 'Whether shoppers see it');

	it.each([true, 'true', 'TRUE', ' Yes', 'y', 'Y', 'on', '1', 1, "'1"])('%p is true', (raw) =>
		expect(readOne(visible, raw)).toBe(true),
	);

	it.each([false, 'false', 'FALSE', 'no', 'N', 'Off ', '0', 0])('%p is false', (raw) =>
		expect(readOne(visible, raw)).toBe(false),
	);

	it('"false" of an agent is false', () => expect(readOne(visible, 'false', { fromTool: true })).toBe(false));

	it.each<[raw: unknown, message: string]>([
		['maybe', 'Is Visible must be true or false, not "maybe".'],
		[2, 'Is Visible must be true or false, not "2".'],
		[[true], 'Is Visible must be true or false, not the list [true].'],
		['constructor', 'Is Visible must be true or false, not "constructor".'],
	])('%p is refused', (raw, message) => expect(readOne(visible, raw)).toBe(message));
});
