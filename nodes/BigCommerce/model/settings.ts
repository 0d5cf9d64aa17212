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
		['dayFirst', 'Day First'],
		['iso', 'ISO 8601'],
		['monthFirst', 'Month First'],
		['spreadsheet', 'Spreadsheet Number'],
		['unixSeconds', 'Unix Seconds'],
	],
	{ preset: 'iso', description: 'ISO 8601 is always understood; Day First takes 31/12/2026' },
);

const numberFormat = choice(
	'numberFormat',
	'Number Format',
	[
		['decimalComma', 'Decimal Comma'],
		['decimalPoint', 'Decimal Point'],
		['strict', 'Only What Is Certain'],
	],
	{ preset: 'strict', description: 'Decimal Comma takes 1.299,50 and Decimal Point 1,299.50' },
);

const emptyValues = choice(
	'emptyValues',
	'Empty Values',
	[
		['clear', 'Clear'],
		['leaveOut', 'Leave Out'],
	],
	{ preset: 'leaveOut', description: 'Whether added fields without a value are emptied or stay as they are' },
);

const lists = choice('lists', 'Lists', ['add', 'remove', 'replace'], {
	preset: 'replace',
	description: 'Whether entries are added to those of the record, removed or replace them',
});

const whenNotFound = choice(
	'whenNotFound',
	'When Not Found',
	[
		['fail', 'Fail'],
		['returnNothing', 'Return Nothing'],
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
