import type { JsonField } from '../../../../nodes/BigCommerce/model/field';
import { readOne } from './support';

const field = (kind: JsonField['kind']): JsonField => ({ kind, name: 'data', displayName: 'Data' });

describe('JSON', () => {
	it.each<[raw: unknown, travels: unknown]>([
		[{ a: [1, null, 'x'] }, { a: [1, null, 'x'] }],
		['{"a": 1}', { a: 1 }],
		['\ufeff[1, 2]', [1, 2]],
		[
			{ a: undefined, b: 2 },
			{ a: undefined, b: 2 },
		],
		[5, 5],
		['[]', 'nothing'],
	])('%p travels as %p', (raw, travels) => expect(readOne(field('json'), raw)).toEqual(travels));

	it.each<[raw: unknown, message: string]>([
		['"text"', 'Data must be a JSON object or list, not ""text"".'],
		[{ a: { constructor: 1 } }, 'Data must not hold the name "constructor".'],
		['{"a": [{"__proto__": {"admin": true}}]}', 'Data must not hold the name "__proto__".'],
		[{ a: 'x\ud83d' }, 'Data must not hold halves of characters, not "x�".'],
		[{ a: NaN }, 'Data must be JSON, which cannot say NaN.'],
		[[undefined], 'Data must be JSON, which cannot say undefined.'],
		[{ at: new Date(0) }, 'Data must hold dates as text, not as objects, not "1970-01-01T00:00:00.000Z".'],
	])('%p is refused', (raw, message) => expect(readOne(field('json'), raw)).toBe(message));

	it('is refused with the reason when it is none', () => {
		expect(readOne(field('json'), 'Wool')).toMatch(/^Data must be valid JSON, not "Wool"\. The reason: .*Wool.*\.$/);
		expect(readOne(field('json'), '{"a":1,}')).toMatch(
			/^Data must be valid JSON, not "\{"a":1,\}"\. The reason: .+\.$/,
		);
	});

	it('is refused when it never ends', () => {
		const ring: Record<string, unknown> = {};
		ring.ring = ring;
		expect(readOne(field('json'), ring)).toBe('Data must not be nested more than 100 levels deep.');
		expect(readOne(field('json'), '['.repeat(5000) + ']'.repeat(5000))).toBe(
			'Data must not be nested more than 100 levels deep.',
		);
	});
});

describe('texts that may be JSON', () => {
	it.each<[raw: unknown, travels: unknown]>([
		['Green', 'Green'],
		[' Green ', ' Green '],
		['["Green", "Blue"]', ['Green', 'Blue']],
		['[sic] Green', '[sic] Green'],
		[['Green'], ['Green']],
		[5, 5],
		[true, true],
		['103', '103'],
	])('%p travels as %p', (raw, travels) => expect(readOne(field('value'), raw)).toEqual(travels));

	it.each<[raw: unknown, message: string]>([
		[
			9400111899000000000000,
			'Data must be given as text, not "9.400111899e+21". Its digits are lost: in this form only the first of them are left.',
		],
		['{"prototype": 1}', 'Data must not hold the name "prototype".'],
	])('%p is refused', (raw, message) => expect(readOne(field('value'), raw)).toBe(message));
});

it.each<[raw: unknown, travels: unknown]>([
	['103', 103],
	[103, 103],
	['0103', '0103'],
	['Engraved: Jane', 'Engraved: Jane'],
	['{"month": 5}', { month: 5 }],
])('an option value %p travels as %p', (raw, travels) => expect(readOne(field('optionValue'), raw)).toEqual(travels));

it.each<[raw: unknown, travels: unknown]>([
	[' {"a": 1} ', '{"a": 1}'],
	[{ a: 1 }, '{"a":1}'],
	['"text"', '"text"'],
	[{ a: { ['__proto__']: 1 } }, 'Data must not hold the name "__proto__".'],
])('JSON that travels as text: %p as %p', (raw, travels) => expect(readOne(field('jsonText'), raw)).toBe(travels));
