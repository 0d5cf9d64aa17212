import type { INodeProperties, INodePropertyCollection, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

import type { Choice, Field, ListField, RecordField } from '../field';
import { FROM_ITEM } from '../field';

/** Name of the list search behind a record's locator. */
export const searchMethodOf = (recordName: string): string =>
	`search${recordName.charAt(0).toUpperCase()}${recordName.slice(1)}`;

type Look = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>;

/** Definitions are shared by many operations; each looks the same everywhere. */
const known = new WeakMap<Field, INodeProperties>();

/** The property that the form shows for a field. Nothing has a value before somebody gives it one. */
export function toProperty(field: Field): INodeProperties {
	let property = known.get(field);
	if (!property) known.set(field, (property = propertyOf(field)));
	return property;
}

function propertyOf(field: Field): INodeProperties {
	const { type, default: value, ...more } = lookOf(field);
	const { name, displayName, placeholder, required, showFor } = field;
	const description = descriptionOf(field);
	return {
		displayName,
		name,
		type,
		...(required ? { required } : {}),
		default: value,
		...(placeholder === undefined ? {} : { placeholder }),
		...(description === undefined ? {} : { description }),
		...more,
		...(showFor ? { displayOptions: { show: showFor as Record<string, Array<string | number | boolean>> } } : {}),
	};
}

/** n8n's AI builder sees every locator as optional, since its default is an object. */
function descriptionOf(field: Field): string | undefined {
	const { description, required, kind } = field;
	if (kind !== 'record' || !required) return description;
	return description === undefined ? 'Required' : `${description}. Required.`;
}

function lookOf(field: Field): Look {
	switch (field.kind) {
		case 'text':
		case 'key':
			return {
				type: 'string',
				default: '',
				...(field.rows ? { typeOptions: { rows: field.rows } } : {}),
				...(field.isSecret ? { typeOptions: { password: true } } : {}),
			};
		case 'number':
		case 'integer':
		case 'money':
		case 'amount':
			return { type: 'number', default: field.preset ?? '', ...numberOptions(field) };
		case 'flag':
			return { type: 'boolean', default: field.preset ?? false };
		case 'choice':
			return { type: 'options', options: optionsOf(field.choices, field.preset), default: field.preset ?? '' };
		case 'choices':
			return { type: 'multiOptions', options: optionsOf(field.choices, 'any'), default: [] };
		case 'date':
			return { type: 'dateTime', default: '' };
		case 'id':
		case 'uuid':
			return { type: 'string', default: field.preset ?? '' };
		case 'ids':
		case 'words':
		case 'value':
		case 'optionValue':
			return { type: 'string', default: '' };
		case 'json':
		case 'jsonText':
			return { type: 'json', default: '' };
		case 'binary':
			return { type: 'string', default: 'data' };
		case 'record':
			return { type: 'resourceLocator', default: { mode: 'list', value: '' }, modes: modesOf(field) };
		case 'list':
			return listLook(field);
		case 'object':
		case 'fields':
			return collectionLook(field.fields, field.shown, field.kind === 'fields' ? ADD[field.role] : 'Add field');
	}
}

const ADD = {
	additional: 'Add field',
	update: 'Add field',
	filters: 'Add filter',
	sort: 'Add sorting',
	options: 'Add option',
} as const;

function numberOptions({ min, max, kind }: { min?: number; max?: number; kind: string }): Partial<INodeProperties> {
	const typeOptions = {
		...(min === undefined ? {} : { minValue: min }),
		...(max === undefined ? {} : { maxValue: max }),
		...(kind === 'integer' ? { numberPrecision: 0 } : {}),
	};
	return Object.keys(typeOptions).length > 0 ? { typeOptions } : {};
}

export const NOTHING_CHOSEN: INodePropertyOptions = { name: 'Choose …', value: '' };

function optionsOf(choices: readonly Choice[], preset: unknown): INodePropertyOptions[] {
	const sorted = [...choices].sort((one, other) => one.name.localeCompare(other.name));
	const options = sorted.map(({ name, value, description }) => ({
		name,
		value,
		...(description === undefined ? {} : { description }),
	}));
	return preset === undefined ? [NOTHING_CHOSEN, ...options] : options;
}

/** n8n asks for required fields of collections even where nobody added them. */
const optional = (field: Field): Field => (field.required ? { ...field, required: false } : field);

function collectionLook(fields: readonly Field[], shown: readonly string[] | undefined, placeholder: string): Look {
	const inside = fields.map((field) => toProperty(optional(field)));
	const isShown = ({ name }: INodeProperties) => shown?.includes(name) ?? false;
	return {
		type: 'collection',
		placeholder,
		default: Object.fromEntries(inside.filter(isShown).map(({ name, default: value }) => [name, value])),
		options: inside,
	};
}

function listLook({ entries, placeholder }: ListField): Look {
	const groups: INodePropertyCollection[] = entries.map(({ name, displayName: title, fields }) => ({
		name,
		displayName: title,
		values: fields.map(toProperty),
	}));
	const fromItem: INodePropertyCollection = {
		name: FROM_ITEM.group,
		displayName: 'List From Item',
		values: [
			{
				displayName: 'List',
				name: FROM_ITEM.field,
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.lines }}',
				description: 'Objects, one for each entry',
			},
		],
	};
	return {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: placeholder ?? 'Add entry',
		default: {},
		options: [...groups, fromItem],
	};
}

const typed: Pick<INodePropertyMode, 'type'> = { type: 'string' };

function modesOf({ record }: RecordField): INodePropertyMode[] {
	const { name, exampleId, keys = [], page } = record;
	const search = { searchListMethod: searchMethodOf(name), searchable: true };
	return [
		{ name: 'list', displayName: 'From List', ...fromList, typeOptions: search },
		{ name: 'id', displayName: 'By ID', ...typed, placeholder: `e.g. ${exampleId}` },
		...keys.map(({ mode, displayName, placeholder }) => ({ name: mode, displayName, ...typed, placeholder })),
		...(page ? [{ name: 'url', displayName: 'By URL', ...typed, placeholder: `e.g. ${page.example}` }] : []),
	];
}

const fromList: Pick<INodePropertyMode, 'type'> = { type: 'list' };
