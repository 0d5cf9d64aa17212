import { bodyFields, fieldsOf, mayMiss, overwritesLists, writes } from './facts';
import type { Field, FieldsField } from './field';
import { choice, flag, integer, number, text } from './fields';
import type { Operation } from './operation';

/** What the engine reads of every operation besides the operation's own fields. */

export const LONGEST_WAIT = number('longestWait', 'Longest Wait (Minutes)', {
	min: 0,
	max: 1440,
	preset: 60,
	description: 'For the request quota of the store, all waits together',
});

export const TIMEOUT = number('timeout', 'Timeout (Seconds)', {
	min: 1,
	max: 600,
	preset: 60,
	description: 'For one answer of BigCommerce',
});

const dateFormat = choice(
	'dateFormat',
	'Date Format',
	[
		{ name: 'Day First', value: 'dayFirst', description: 'Such as 31/12/2026' },
		{ name: 'ISO 8601', value: 'iso', description: 'Such as 2026-12-31 or 2026-12-31T09:30:00Z' },
		{ name: 'Month First', value: 'monthFirst', description: 'Such as 12/31/2026' },
		{ name: 'Spreadsheet Number', value: 'spreadsheet', description: 'Days since 1900, such as 46387.5' },
		{ name: 'Unix Seconds', value: 'unixSeconds', description: 'Seconds since 1970' },
	],
	{ preset: 'iso', description: 'ISO 8601 is always understood' },
);

const numberFormat = choice(
	'numberFormat',
	'Number Format',
	[
		{ name: 'Decimal Comma', value: 'decimalComma', description: 'Such as 1.299,50' },
		{ name: 'Decimal Point', value: 'decimalPoint', description: 'Such as 1,299.50' },
		{ name: 'Only What Is Certain', value: 'strict', description: 'Refuse 12,50 and 1.299 as doubtful' },
	],
	{ preset: 'strict', description: 'Of numbers in texts' },
);

const emptyValues = choice(
	'emptyValues',
	'Empty Values',
	[
		{ name: 'Clear', value: 'clear', description: 'Empty the field in BigCommerce' },
		{ name: 'Leave Out', value: 'leaveOut', description: 'Leave the field in BigCommerce as it is' },
	],
	{
		preset: 'leaveOut',
		description: 'What added fields without a value do',
	},
);

const lists = choice(
	'lists',
	'Lists',
	[
		{ name: 'Add', value: 'add', description: 'Keep what the record has, and add to it' },
		{ name: 'Remove', value: 'remove', description: 'Take these entries out of what the record has' },
		{ name: 'Replace', value: 'replace', description: 'The record has just these entries afterwards' },
	],
	{ preset: 'replace', description: 'What lists do to what the record has' },
);

const whenNotFound = choice(
	'whenNotFound',
	'When Not Found',
	[
		{ name: 'Fail', value: 'fail', description: 'The item fails with status 404' },
		{ name: 'Return Nothing', value: 'returnNothing', description: 'The item has no output' },
	],
	{ preset: 'fail', description: 'If there is no such record' },
);

const FORMATTED = ['date', 'number', 'integer', 'money', 'amount'] as const;

/** Kinds of all fields, those in objects and entries too. */
function kindsIn(fields: readonly Field[], into = new Set<Field['kind']>()): ReadonlySet<Field['kind']> {
	for (const field of fields) {
		into.add(field.kind);
		if (field.kind === 'object' || field.kind === 'fields') kindsIn(field.fields, into);
		if (field.kind === 'list') for (const entry of field.entries) kindsIn(entry.fields, into);
	}
	return into;
}

/** Whether a write has fields that may stay empty. */
const hasOptional = (operation: Operation): boolean =>
	writes(operation) && bodyFields(operation).some((field) => field.kind === 'fields' || !field.required);

/** Made once for each set of options: operations that have the same ones share the property. */
const madeOptions = new Map<string, FieldsField>();

/** How values are understood and requests are sent: one collection for all operations of a kind. */
export function requestOptions(operation: Operation): FieldsField {
	const writesValues = hasOptional(operation);
	const formats = writesValues || FORMATTED.some((kind) => kindsIn(fieldsOf(operation)).has(kind));
	const fields = [
		...(formats ? [dateFormat] : []),
		...(writesValues ? [emptyValues] : []),
		...(overwritesLists(operation) ? [lists] : []),
		LONGEST_WAIT,
		...(formats ? [numberFormat] : []),
		TIMEOUT,
		...(mayMiss(operation) ? [whenNotFound] : []),
	];
	const key = fields.map(({ name }) => name).join();
	let made = madeOptions.get(key);
	if (!made) {
		made = { kind: 'fields', role: 'options', name: 'requestOptions', displayName: 'Request Options', fields };
		madeOptions.set(key, made);
	}
	return made;
}

/** How much of a list is returned, and what of each row. Their look is in form/output. */
export const OUTPUT_FIELDS: readonly Field[] = [
	flag('returnAll', 'Return All', ''),
	integer('limit', 'Limit', { min: 1 }),
	flag('simplify', 'Simplify', ''),
	choice('output', 'Output', [
		['simplified', 'Simplified'],
		['raw', 'Raw'],
		['selectedFields', 'Selected Fields'],
	]),
	text('selectedFields', 'Fields'),
];
