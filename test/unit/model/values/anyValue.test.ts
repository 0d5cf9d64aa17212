import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import type { Field, JsonField, RecordField } from '../../../../nodes/BigCommerce/model/field';
import { additionalFields } from '../../../../nodes/BigCommerce/model/collections';
import {
	amount,
	binary,
	choice,
	choices,
	date,
	flag,
	id,
	ids,
	integer,
	key,
	list,
	mixedList,
	money,
	number,
	object,
	required,
	text,
	uuid,
	words,
} from '../../../../nodes/BigCommerce/model/fields';
import type { Role } from '../../../../nodes/BigCommerce/model/values/reader';
import { makeReader } from '../../../../nodes/BigCommerce/model/values/reader';
import { PLAIN } from './support';

const json = (kind: JsonField['kind']): JsonField => ({ kind, name: 'value', displayName: 'Some JSON' });
const record: RecordField = {
	kind: 'record',
	name: 'value',
	displayName: 'Some Record',
	record: { name: 'brand', displayName: 'Brand', idKind: 'id', exampleId: '1' },
};
const inner = [
	text('name', 'Name'),
	money('price', 'Price'),
	additionalFields(ids('ids', 'IDs'), flag('on', 'On', 'Whether')),
];

/** A field of every kind. */
const KINDS: readonly Field[] = [
	text('value', 'Some Text', { most: 20 }),
	key('value', 'Some Key'),
	binary('value', 'Some File'),
	number('value', 'Some Number'),
	integer('value', 'Some Integer', { min: 0, max: 1e6 }),
	money('value', 'Some Money'),
	amount('value', 'Some Amount', { isPercent: true }),
	flag('value', 'Some Flag', 'Whether'),
	choice('value', 'Some Choice', ['free_shipping', 'other']),
	choice(
		'value',
		'Some Open Choice',
		[
			[1, 'One'],
			[2, 'Two'],
		],
		{ isOpen: true },
	),
	choices('value', 'Some Choices', ['free_shipping', 'other']),
	date('value', 'Some Date'),
	id('value', 'Some ID', { zero: 'none' }),
	uuid('value', 'Some UUID'),
	ids('value', 'Some IDs', { mayBeNegative: true }),
	words('value', 'Some Words'),
	json('json'),
	json('value'),
	json('optionValue'),
	json('jsonText'),
	record,
	{ ...record, many: true, displayName: 'Some Records' },
	object('value', 'Some Object', inner),
	list('value', 'Some List', inner),
	mixedList('value', 'Some Mixed List', [
		{ name: 'named', displayName: 'Named', fields: [required(text('name', 'Name'))] },
		{
			name: 'priced',
			displayName: 'Priced',
			fields: [required(money('price', 'Price')), object('more', 'More', inner)],
		},
	]),
];

const HALVES = fc.constantFrom('\ud83d', '\udc00', 'a\ud800b', '\u0000', '\u200b', '\u00a0');
const TELLING = fc.constantFrom(
	'1e0',
	'0x1F',
	'NaN',
	'1,299.00',
	'1.299',
	'12,50',
	'$5',
	'10%',
	"'012",
	'9.4E+21',
	'2026-02-30',
	'2026-04-13',
	'04/10/2026',
	'Mon, 13 Apr 2026 10:00:00 +0000',
	'yes',
	'false',
	'[1, 2]',
	'{"name": "x"}',
	'[{"price": "5"}]',
	'[',
	'1;2',
	'../..',
	'Free Shipping',
	'{"__proto__": {"a": 1}}',
	'bc218c65-7a32-4ab7-8082-68730c074d02',
);
const NAMES = fc.constantFrom(
	'__proto__',
	'constructor',
	'prototype',
	'__rl',
	'mode',
	'value',
	'values',
	'fromItem',
	'list',
	'name',
	'price',
	'ids',
	'on',
	'named',
	'priced',
	'more',
	'additionalFields',
	'toISO',
);

/** Like JSON.parse, it makes even `__proto__` a name of its own. */
const objectOf = (pairs: Array<[string, unknown]>): unknown =>
	JSON.parse(`{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`);

/** Any JSON value, with many of the shapes and texts that matter here. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
	anything: fc.oneof(
		{ maxDepth: 4, depthSize: 'small' },
		fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 9007199254740993, 9400111899e12, -2.7e-17),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.integer(),
		TELLING,
		fc.string({ unit: 'binary' }),
		fc.tuple(fc.string(), HALVES, fc.string()).map((parts) => parts.join('')),
		fc.array(tie('anything'), { maxLength: 4 }),
		fc.array(fc.tuple(fc.oneof(NAMES, fc.string({ maxLength: 5 })), tie('anything')), { maxLength: 4 }).map(objectOf),
	),
}));

interface Found {
	texts: string[];
	names: string[];
}

/** Everything that is text in a value, and every name. */
function within(value: unknown, found: Found = { texts: [], names: [] }): Found {
	if (typeof value === 'string') found.texts.push(value);
	if (typeof value !== 'object' || value === null) return found;
	for (const [name, each] of Object.entries(value)) {
		found.names.push(name);
		within(each, found);
	}
	return found;
}

const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype'];
const ROLES: readonly Role[] = ['write', 'filter', 'path', 'listFilter', 'plain'];
const readers = KINDS.map((field) => ({ field, read: ROLES.map((role) => makeReader([field], role)) }));

const isSentence = (where: string, message: string): boolean =>
	message.startsWith(`${where} `) && message.length < 500 && /^[^\p{Cc}\p{Cs}]+\.$/u.test(message);

/** What is wrong with how one value was read. */
function wrongWith({ field, read: [read] }: (typeof readers)[number], raw: unknown): string | undefined {
	const { values, faults } = read!({ value: raw }, PLAIN);
	const unclear = faults.find(
		({ where, message }) => !where.startsWith(field.displayName) || !isSentence(where, message),
	);
	if (unclear) return unclear.message;
	if (faults.length > 0) return undefined;
	const { texts, names } = within(values);
	if ([...texts, ...names].some((each) => /\p{Cs}/u.test(each)))
		return `${field.displayName} lets half a character through`;
	if (names.some((name) => PROTOTYPE_NAMES.includes(name))) return `${field.displayName} lets a prototype through`;
	const again = read!(values, PLAIN);
	const isSame = isDeepStrictEqual(again, { values, faults: [], leftOut: [], references: [] });
	return isSame ? undefined : `${field.displayName} gave ${JSON.stringify(values)} and then ${JSON.stringify(again)}`;
}

it('every kind takes a value or says why not, and takes what it gave', () => {
	fc.assert(
		fc.property(anything, (raw) => {
			expect(readers.map((reader) => wrongWith(reader, raw)).filter((wrong) => wrong !== undefined)).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});

it('no kind throws, whatever it is for and however values are written', () => {
	const readings = fc.record({
		numberFormat: fc.constantFrom('strict' as const, 'decimalPoint' as const, 'decimalComma' as const),
		dateFormat: fc.constantFrom(
			'iso' as const,
			'dayFirst' as const,
			'monthFirst' as const,
			'spreadsheet' as const,
			'unixSeconds' as const,
		),
		dates: fc.constantFrom('iso' as const, 'rfc2822' as const),
		emptyValues: fc.constantFrom('leaveOut' as const, 'clear' as const),
		fromTool: fc.boolean(),
	});
	fc.assert(
		fc.property(anything, readings, (raw, reading) => {
			const strange = readers.flatMap(({ field, read }) => {
				const reads = read.map((each) => each({ value: raw }, { ...PLAIN, ...reading }));
				const isFine = reads.every(({ values }) => Object.keys(values).every((name) => name === 'value'));
				return isFine ? [] : [field.displayName];
			});
			expect(strange).toEqual([]);
		}),
		{ numRuns: 100 },
	);
});

it('what no JSON can say is refused as well', () => {
	for (const { field, read } of readers) {
		for (const raw of [() => 1, Symbol('x'), 10n ** 30n, NaN, Infinity]) {
			const { values, faults } = read[0]!({ value: raw }, PLAIN);
			expect([field.displayName, faults.length, values]).toEqual([field.displayName, 1, {}]);
		}
	}
});
