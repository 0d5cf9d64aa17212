import fc from 'fast-check';
import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { textOf } from '../../../nodes/BigCommerce/transport/textOf';
import { AT_MOST, fieldsOf } from '../../../nodes/BigCommerce/model/facts';
import type { Field } from '../../../nodes/BigCommerce/model/field';
import { isCollection } from '../../../nodes/BigCommerce/model/field';
import { OUTPUT_FIELDS, requestOptions } from '../../../nodes/BigCommerce/model/settings';
import type { Reading, Role } from '../../../nodes/BigCommerce/model/values/reader';
import { makeReader } from '../../../nodes/BigCommerce/model/values/reader';
import { sampleValue } from '../../support/operationSamples';
import { markedItems, markedParameters } from './markedItems';
import { plausibleAnswer } from './plausibleStore';
import { REGISTERED } from './registry';
import { stubStore } from '../../support/stubStore';
import type { WriteCase } from './writeCases';
import { runWith, WRITE_CASES } from './writeCases';

/** Bad input never travels: values of the wrong kind are refused by the name of their field, or understood. */
const inner = (field: Field): readonly Field[] => {
	if (field.kind === 'list') return field.entries.flatMap(({ fields }) => fields);
	return field.kind === 'object' || field.kind === 'fields' ? field.fields : [];
};
const deep = (field: Field): Field[] => [field, ...inner(field).flatMap(deep)];

/** Every definition of the registry, each once, those inside others too. */
const DEFINITIONS: readonly Field[] = [
	...new Map(
		[
			...REGISTERED.flatMap(({ operation }) => [...fieldsOf(operation), requestOptions(operation)]),
			...OUTPUT_FIELDS,
			AT_MOST,
		]
			.flatMap(deep)
			.map((field) => [JSON.stringify(field), field]),
	).values(),
];

const READING: Reading = {
	timezone: 'Europe/Berlin',
	dates: 'iso',
	dateFormat: 'iso',
	numberFormat: 'strict',
	emptyValues: 'leaveOut',
	fromTool: false,
};

const ROLES: readonly Role[] = ['write', 'path', 'listFilter', 'plain'];
const readers = DEFINITIONS.map((field) => ({ field, read: ROLES.map((role) => makeReader([field], role)) }));

const POLLUTING: unknown = JSON.parse(
	'{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
);

const NASTY = fc.constantFrom<unknown>(
	'some text',
	[111],
	[['a'], ['b']],
	[{ invented_name: 1 }],
	{ invented_name: 'x' },
	POLLUTING,
	[POLLUTING],
	'{"__proto__": {"polluted": true}}',
	{ values: [111] },
	{ values: 'text' },
	{ fromItem: [{ list: 'text' }] },
	{ mode: 'invented', value: 1, __rl: true },
	{ mode: 'id', value: ['a'], __rl: true },
	'\ud83d',
	['a\udc00'],
	'../../v2/orders',
	'..%2f..%2fv2%2forders',
	NaN,
	Infinity,
	-Infinity,
	'1e5',
	'9.4E+21',
	9.4e21,
	'0x10',
	-1,
	1.5,
	true,
	'\u0000',
	new Date(NaN),
	'[1, 2',
	'{"a":',
);

/** What n8n may hand over: anything an expression can give. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
	anything: fc.oneof(
		{ maxDepth: 3, depthSize: 'small' },
		{ weight: 4, arbitrary: NASTY },
		fc.string({ unit: 'binary' }),
		fc.double(),
		fc.constantFrom<unknown>(null, undefined, '', 0),
		fc.array(tie('anything'), { maxLength: 3 }),
		fc.dictionary(fc.string({ maxLength: 8 }), tie('anything'), { maxKeys: 3 }),
	),
}));

/** Half a character, or a name by which an object could change all others, anywhere in a value. */
function holdsHarm(value: unknown): boolean {
	if (typeof value === 'string') return /\p{Cs}/u.test(value);
	if (typeof value === 'number') return !Number.isFinite(value);
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(
		([name, each]) => ['__proto__', 'constructor', 'prototype'].includes(name) || holdsHarm(name) || holdsHarm(each),
	);
}

const isSentence = (text: string): boolean => /^[^\p{Cc}\p{Cs}]+[.…]$/u.test(text);

/** What is wrong with how a value is read, for one of the roles. */
function wrongWith({ field, read }: (typeof readers)[number], raw: unknown): string[] {
	return read.flatMap((each) => {
		const { values, faults } = each({ [field.name]: raw }, READING);
		const names = isCollection(field) ? field.fields.map(({ displayName }) => displayName) : [];
		const isNamed = (where: string) => [field.displayName, ...names].some((name) => where.startsWith(name));
		const unclear = faults.find(
			({ where, message }) => !isNamed(where) || !message.startsWith(where) || !isSentence(message),
		);
		if (unclear) return [`${field.displayName}: ${unclear.message}`];
		return faults.length === 0 && holdsHarm(values) ? [`${field.displayName} takes ${JSON.stringify(values)}`] : [];
	});
}

describe('Each field of the registry', () => {
	it('is tried, also those inside others', () => {
		expect(DEFINITIONS.length).toBeGreaterThan(300);
	});

	it('understands a value or refuses it by its name, and throws for none', () => {
		fc.assert(
			fc.property(anything, (raw) => {
				expect(readers.flatMap((reader) => wrongWith(reader, raw))).toEqual([]);
			}),
			{ numRuns: 60 },
		);
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});

	const OF_JSON: ReadonlyArray<Field['kind']> = ['json', 'value', 'optionValue', 'jsonText'];
	const OF_SEVERAL: ReadonlyArray<Field['kind']> = [...OF_JSON, 'ids', 'words', 'choices'];
	const OF_NUMBERS: ReadonlyArray<Field['kind']> = ['number', 'integer', 'money', 'amount', 'id', 'ids'];
	const isMany = (field: Field) => OF_SEVERAL.includes(field.kind) || (field.kind === 'record' && field.many === true);

	const NEVER: ReadonlyArray<[what: string, raw: unknown, role: Role, of: (field: Field) => boolean]> = [
		['a calculation that failed', NaN, 'write', () => true],
		['an endless number', Infinity, 'write', () => true],
		['half a character', '\ud83d', 'write', () => true],
		[
			'a way out of the path',
			'../../v2/orders',
			'path',
			({ kind }) => !['words', 'value', 'optionValue'].includes(kind),
		],
		['names of prototypes', POLLUTING, 'write', () => true],
		['a name that it does not have', { invented_name: 'x' }, 'write', ({ kind }) => !OF_JSON.includes(kind)],
		['a list for one value', [111], 'write', (field) => !isMany(field)],
		['a text for a list or an object', 'some text', 'write', ({ kind }) => ['list', 'object', 'fields'].includes(kind)],
		['a number with an exponent', '1e5', 'write', ({ kind }) => OF_NUMBERS.includes(kind)],
	];

	it.each(NEVER)('refuses %s', (_, raw, role, of) => {
		const fields = DEFINITIONS.filter(of);
		expect(fields.length).toBeGreaterThan(10);
		const taking = fields.filter(
			(field) => makeReader([field], role)({ [field.name]: raw }, READING).faults.length === 0,
		);
		expect(taking.map(({ name, displayName, kind }) => `${name} (${displayName}), ${kind}`)).toEqual([]);
	});
});

/** Values that a kind does not take. */
function wrongFor(field: Field): readonly unknown[] {
	switch (field.kind) {
		case 'json':
		case 'jsonText':
			return ['some text', '{"a":', NaN, '\ud83d'];
		case 'value':
		case 'optionValue':
			return [NaN, '\ud83d'];
		case 'ids':
		case 'words':
		case 'choices':
			return [NaN, ['\ud83d'], [{ invented_name: 1 }]];
		case 'list':
			return ['some text', [111], [{ invented_name: 1 }], [POLLUTING]];
		case 'object':
		case 'fields':
			return [];
		default:
			return [[111], NaN, '\ud83d', { invented_name: 1 }];
	}
}

/** The stored value of a field that takes what the item holds. */
function byItem(field: Field): NodeParameterValueType {
	const value = '={{ $json.value }}';
	if (field.kind === 'record') return { __rl: true, mode: 'id', value };
	return field.kind === 'list' ? { fromItem: [{ list: value }] } : value;
}

/** What an item holds for a field that is right. */
function rightFor(field: Field): unknown {
	const sample = sampleValue(field);
	if (field.kind === 'record') return (sample as INodeParameters).value;
	return field.kind === 'list' ? (sample as INodeParameters)[field.entries[0]!.name] : sample;
}

interface Place {
	given: WriteCase;
	field: Field;
	collection: string | undefined;
	kind: string;
}

/** Fields of writes that stand for themselves, by kind. */
const PLACES: readonly Place[] = WRITE_CASES.filter(({ knows }) => knows).flatMap((given) =>
	fieldsOf(given.operation).flatMap((field): Place[] => {
		const fields = isCollection(field) ? field.fields : [field];
		const collection = isCollection(field) ? field.name : undefined;
		return fields
			.filter((each) => !each.showFor && wrongFor(each).length > 0 && !(given.operation.path ?? []).includes(each))
			.map((each) => ({ given, field: each, collection, kind: each.kind }));
	}),
);

async function runAt(
	{ given, field, collection }: Place,
	values: readonly unknown[],
	onError: 'stopWorkflow' | 'continueRegularOutput',
) {
	const store = stubStore((request) => plausibleAnswer(given, request, true));
	const own = markedParameters(given);
	const beside = (collection === undefined ? own : (own[collection] ?? {})) as INodeParameters;
	const put = { ...beside, [field.name]: byItem(field) };
	const parameters = collection === undefined ? put : { ...own, [collection]: put };
	const items = markedItems(values.length).map((item, index) => ({ ...item, value: values[index] }));
	return await runWith(given, store, { parameters, items, onError });
}

/** The first place of a kind where a right value is taken as well: rules of others may forbid it here and there. */
async function placeOf(kind: string): Promise<Place> {
	for (const place of PLACES.filter((each) => each.kind === kind)) {
		const { error } = await runAt(place, [rightFor(place.field)], 'stopWorkflow');
		if (!error) return place;
	}
	throw new Error(`No field of the kind ${kind} takes what is right`);
}

const KINDS = [...new Set(PLACES.map(({ kind }) => kind))].sort();

describe('A value of the wrong kind in a running node', () => {
	it('is tried for the kinds that there are', () => {
		expect(KINDS.length).toBeGreaterThan(12);
	});

	it.each(KINDS)('harms no other item, and is refused by name: %s', async (kind) => {
		const place = await placeOf(kind);
		const wrong = wrongFor(place.field);
		const right = rightFor(place.field);
		const { store: unharmed } = await runAt(place, [right], 'continueRegularOutput');
		const { items, store } = await runAt(place, [right, ...wrong], 'continueRegularOutput');
		const failed = items.filter(({ json }) => 'error' in json);
		expect(failed.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
			wrong.map((_, index) => index + 1),
		);
		for (const { json } of failed) {
			expect(textOf(json.error).startsWith(`${place.field.displayName} `)).toBe(true);
			expect(json.outcome).toBe('not written');
		}
		expect(store.received).toEqual(unharmed.received);
		expect(store.received.length).toBeGreaterThan(0);
	});

	it.each(KINDS)('keeps all back where the node stops: %s', async (kind) => {
		const place = await placeOf(kind);
		const [wrong] = wrongFor(place.field);
		const { error, store } = await runAt(place, [rightFor(place.field), wrong], 'stopWorkflow');
		expect(error?.message).toContain(place.field.displayName);
		expect(error?.context?.itemIndex).toBe(1);
		expect(store.received).toEqual([]);
	});
});

describe('130,000 faulty items', () => {
	const count = 130_000;
	const status = WRITE_CASES.find(({ at }) => at === 'order.updateStatus')!;
	const parameters = {
		order_id: { __rl: true, mode: 'id', value: '../../v2/orders' },
		status_id: 11,
	} as INodeParameters;
	const items = Array.from({ length: count }, () => ({}));

	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'are refused, all of them: %s',
		async (onError) => {
			const store = stubStore(() => ({ status: 500 }));
			const result = await runWith(status, store, { parameters, items, onError });
			expect(store.received).toEqual([]);
			const said = [result.error?.description, ...result.hints.map(({ message }) => message)].join(' ');
			expect(said).toContain('Items 0–129999 were refused. Nothing was written.');
			if (onError === 'stopWorkflow') expect(result.error?.message).toContain('Order must be the ID of an order');
			else expect(result.items).toHaveLength(count);
		},
		60_000,
	);
});
