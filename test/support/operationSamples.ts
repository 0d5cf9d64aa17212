import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { fieldsOf } from '../../nodes/BigCommerce/resources/properties';
import type { Field, FieldGroup, Operation, Resource, Wire } from '../../nodes/BigCommerce/resources/types';

type Value = NodeParameterValueType;
/** Values that must exist in the store, or fit together, by field name. They replace the derived ones. */
export type SampleValues = Readonly<Record<string, Value>>;

export interface SampleOptions {
	/** Which fields to fill in: the required ones, every one, or the required ones and the one named. */
	only: 'required' | 'all' | (string & {});
	/** Optional fields without which the operation refuses to run. */
	always?: readonly string[];
	values?: SampleValues;
}

/** A UUID that nothing in a store has. */
export const SAMPLE_UUID = 'a0000000-0000-4000-8000-00000000000a';

/** Parameters of an operation as a workflow would store them, made from its field definitions. */
export function sampleParameters(
	resource: Resource,
	operation: Operation,
	{ only, always = [], values = {} }: SampleOptions,
): INodeParameters {
	const fields = fieldsOf(operation);
	const parameters: INodeParameters = { resource: resource.value, operation: operation.value };
	const isWanted = ({ name, required, displayOptions }: Field) =>
		only === 'all' || name === only || always.includes(name) || (required === true && !displayOptions);
	const put = (field: Field, into: INodeParameters) => {
		Object.assign(parameters, valuesThatShow(field, fields));
		into[field.name] = values[field.name] ?? sampleValue(field);
	};
	for (const field of fields.filter(({ type }) => type !== 'notice')) {
		if (!standsForItsFields(field)) {
			if (isWanted(field)) put(field, parameters);
			continue;
		}
		const inside = fieldsIn(field);
		const wanted = inside.filter(isWanted);
		// A required collection needs an entry, whichever that is.
		const filled = field.required && wanted.length === 0 ? inside.slice(0, 1) : wanted;
		if (filled.length === 0) continue;
		const collection: INodeParameters = {};
		for (const each of filled) put(each, collection);
		parameters[field.name] = collection;
	}
	// What is required only beside certain values of other fields.
	for (const field of fields.filter(({ required, displayOptions }) => required && displayOptions)) {
		if (!(field.name in parameters) && isShown(field, fields, parameters)) put(field, parameters);
	}
	if (only === 'all' && operation.kind === 'many') parameters.returnAll = true;
	return parameters;
}

/** Names of all fields that may be left out. */
export function optionalFields(operation: Operation): string[] {
	return fieldsOf(operation).flatMap((field) => {
		const fields = standsForItsFields(field) ? fieldsIn(field) : [field];
		return fields
			.filter(({ required, displayOptions, type }) => (!required || displayOptions) && type !== 'notice')
			.map(({ name }) => name);
	});
}

/** Whether the fields in it are fields of the operation, as in Additional Fields. */
export function standsForItsFields({ type, wire }: Field): boolean {
	return type === 'collection' && wire !== 'object';
}

/** The fields in a collection. */
export function fieldsIn({ options = [] }: Field): Field[] {
	return options.filter((option): option is Field => 'type' in option);
}

/** The groups of a fixed collection. */
export function groupsIn({ options = [] }: Field): FieldGroup[] {
	return options.filter((option): option is FieldGroup => 'values' in option);
}

/** What other fields must hold for this one to be in the form. */
function valuesThatShow({ displayOptions }: Field, among: readonly Field[]): INodeParameters {
	const shows = Object.entries(displayOptions?.show ?? {}).flatMap(([name, shown]): Array<[string, Value]> => {
		const [value] = shown ?? [];
		return among.some((field) => field.name === name) && typeof value !== 'object' ? [[name, value]] : [];
	});
	return Object.fromEntries(shows);
}

/** Whether the form shows the field, going by the parameters so far and the defaults of the others. */
function isShown({ displayOptions }: Field, among: readonly Field[], parameters: INodeParameters): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(([name, shown]) => {
		const other = among.find((field) => field.name === name);
		return !other || (shown ?? []).some((value) => value === (parameters[name] ?? other.default));
	});
}

const BY_WIRE: Partial<Record<Wire, string>> = { id: '1', uuid: SAMPLE_UUID, ids: '1, 2', words: 'a, b' };

function sampleValue(field: Field): Value {
	const { type, wire, typeOptions } = field;
	if (type === 'resourceLocator') return { __rl: true, mode: 'id', value: BY_WIRE[wire ?? 'id'] ?? 'x' };
	if (wire !== undefined && BY_WIRE[wire] !== undefined) return BY_WIRE[wire];
	switch (type) {
		case 'string':
			return example(field) ?? 'x';
		case 'number':
			return Math.max(typeOptions?.minValue ?? 1, 1);
		case 'boolean':
			return true;
		case 'dateTime':
			return example(field) ?? '2026-11-20T09:30:00Z';
		case 'json':
			return example(field) ?? (typeof field.default === 'string' && field.default !== '' ? field.default : '{}');
		case 'options':
			return firstChoice(field);
		case 'multiOptions':
			return [firstChoice(field)];
		case 'collection':
			return entryOf(fieldsIn(field));
		case 'fixedCollection': {
			const entries = groupsIn(field).map(({ name, values }): [string, Value] => {
				const entry = entryOf(values);
				return [name, typeOptions?.multipleValues ? [entry] : entry];
			});
			return Object.fromEntries(entries);
		}
		default:
			throw new Error(`There is no sample for fields of type ${type}: ${field.name}`);
	}
}

function entryOf(fields: readonly Field[]): INodeParameters {
	return Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)]));
}

/** What the field's placeholder gives as an example. */
function example({ placeholder }: Field): string | undefined {
	return /^e\.g\. (.+)$/s.exec(placeholder ?? '')?.[1];
}

function firstChoice(field: Field): string | number {
	const first = (field.options ?? []).find((option) => 'value' in option);
	if (!first || !('value' in first)) throw new Error(`${field.name} has no options`);
	return typeof first.value === 'boolean' ? String(first.value) : first.value;
}
