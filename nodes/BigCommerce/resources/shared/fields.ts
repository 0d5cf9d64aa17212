import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field, FieldGroup } from '../types';

/**
 * Short forms for the fields of operations. `name` is BigCommerce's own name of the field, `displayName` is
 * title case. Anything else a property may have goes into `extra`.
 */
type Extra = Partial<Omit<Field, 'name' | 'displayName' | 'type' | 'options'>>;

export const text = (name: string, displayName: string, extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...extra,
});

/** Text of several lines, or HTML. */
export const longText = (name: string, displayName: string, extra: Extra = {}): Field =>
	text(name, displayName, { typeOptions: { rows: 4 }, ...extra });

export const number = (name: string, displayName: string, extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'number',
	default: 0,
	...extra,
});

/** An amount of money, without currency; BigCommerce keeps four decimals. */
export const money = number;

/** An amount of money that travels as text: orders, coupons, gift certificates, promotions. */
export const amount = (name: string, displayName: string, extra: Extra = {}): Field =>
	money(name, displayName, { wire: 'decimal', ...extra });

/** The ID of one record. */
export const id = (name: string, displayName: string, extra: Extra = {}): Field =>
	text(name, displayName, { wire: 'id', placeholder: 'e.g. 12', ...extra });

/** IDs, separated by commas or as a list. */
export const ids = (name: string, displayName: string, extra: Extra = {}): Field =>
	text(name, displayName, { wire: 'ids', placeholder: 'e.g. 12, 15', ...extra });

/** Words, separated by commas or as a list. */
export const words = (name: string, displayName: string, extra: Extra = {}): Field =>
	text(name, displayName, { wire: 'words', placeholder: 'e.g. red, blue', ...extra });

/** @param description begins with "Whether" */
export const flag = (name: string, displayName: string, description: string, extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
	...extra,
});

/** Takes any ISO 8601 date; without an offset it is in the time zone of the workflow. */
export const date = (name: string, displayName: string, extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	...extra,
});

/** An object or a list, as JSON text or from an expression. */
export const json = (name: string, displayName: string, extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'json',
	default: '',
	...extra,
});

/** `['New', 'Used']`, or pairs of value and shown name. */
type Choices = ReadonlyArray<string | [value: string | number, name: string]>;

const optionsOf = (choices: Choices): INodePropertyOptions[] =>
	choices.map((choice) =>
		typeof choice === 'string' ? { name: titleOf(choice), value: choice } : { name: choice[1], value: choice[0] },
	);

/** `per_item_discount` becomes `Per Item Discount`. */
const titleOf = (value: string) =>
	value
		.split(/[_ ]/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

export const choice = (name: string, displayName: string, choices: Choices, extra: Extra = {}): Field => {
	const of = optionsOf(choices);
	return { ...text(name, displayName), type: 'options', options: of, default: of[0]?.value ?? '', ...extra };
};

/** Several of a few; a list in a body, comma-joined in a query. */
export const choices = (name: string, displayName: string, of: Choices, extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'multiOptions',
	options: optionsOf(of),
	default: [],
	...extra,
});

/** Fields that need not be set, in alphabetical order. */
const optional = (name: string, displayName: string, placeholder: string, fields: readonly Field[]): Field => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	options: [...fields].sort((one, other) => one.displayName.localeCompare(other.displayName)),
});

export const additionalFields = (...fields: Field[]): Field =>
	optional('additionalFields', 'Additional Fields', 'Add field', fields);

/** An update without any field is refused. */
export const updateFields = (...fields: Field[]): Field =>
	required(optional('updateFields', 'Update Fields', 'Add field', fields));

export const filters = (...fields: Field[]): Field => optional('filters', 'Filters', 'Add filter', fields);

export const sorting = (...fields: Field[]): Field => optional('sorting', 'Sort', 'Add sorting', fields);

export const options = (...fields: Field[]): Field => optional('options', 'Options', 'Add option', fields);

/** Entries of several fields each; travels as a list of objects. */
export const list = (name: string, displayName: string, values: Field[], extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add entry',
	default: {},
	options: [{ name: 'values', displayName, values }],
	...extra,
});

/** Entries of several forms; the list holds those of the first form, then those of the next. */
export const mixedList = (name: string, displayName: string, groups: FieldGroup[], extra: Extra = {}): Field => ({
	...list(name, displayName, [], extra),
	options: groups,
});

/** One object of which only the fields that are added travel. */
export const object = (name: string, displayName: string, fields: Field[], extra: Extra = {}): Field => ({
	...optional(name, displayName, 'Add field', fields),
	wire: 'object',
	...extra,
});

/** One object of several fields, all of which travel. */
export const group = (name: string, displayName: string, values: Field[], extra: Extra = {}): Field => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: 'Add fields',
	default: {},
	options: [{ name: 'values', displayName, values }],
	...extra,
});

/** The same field where it must be filled in. */
export const required = (field: Field): Field => ({ ...field, required: true });
