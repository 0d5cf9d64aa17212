import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { fieldsOf } from '../../nodes/BigCommerce/model/facts';
import type { Field } from '../../nodes/BigCommerce/model/field';
import { isCollection } from '../../nodes/BigCommerce/model/field';
import type { Operation, Resource } from '../../nodes/BigCommerce/model/operation';

type Value = NodeParameterValueType;
/** Values that must exist in the store, or fit together, by field name. They replace the derived ones. */
export type SampleValues = Readonly<Record<string, Value>>;

export interface SampleOptions {
	/** Which fields to fill in. */
	only: 'required' | 'all';
	/** Names of optional fields to fill in besides. */
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
	const isNeeded = (field: Field) => field.required === true || (operation.path ?? []).includes(field);
	const isWanted = (field: Field) =>
		only === 'all' || always.includes(field.name) || field.name in values || (isNeeded(field) && !field.showFor);
	const put = (field: Field, into: INodeParameters) => {
		Object.assign(parameters, valuesThatShow(field, fields));
		into[field.name] = values[field.name] ?? sampleValue(field);
	};
	for (const field of fields) {
		if (!isCollection(field)) {
			if (isWanted(field)) put(field, parameters);
			continue;
		}
		const wanted = field.fields.filter(isWanted);
		// A required collection needs an entry, whichever that is.
		const filled = field.required && wanted.length === 0 ? field.fields.slice(0, 1) : wanted;
		if (filled.length === 0) continue;
		const collection: INodeParameters = {};
		for (const each of filled) put(each, collection);
		parameters[field.name] = collection;
	}
	// What is required only beside certain values of other fields.
	for (const field of fields.filter((each) => isNeeded(each) && each.showFor)) {
		if (!(field.name in parameters) && isShown(field, fields, parameters)) put(field, parameters);
	}
	if (only === 'all' && operation.kind === 'list') parameters.returnAll = true;
	return parameters;
}

/** Names of all fields that may be left out. */
export function optionalFields(operation: Operation): string[] {
	return fieldsOf(operation).flatMap((field) =>
		(isCollection(field) ? field.fields : [field])
			.filter(({ required, showFor }) => !required || showFor)
			.map(({ name }) => name),
	);
}

/** What other fields must hold for this one to be in the form. */
function valuesThatShow({ showFor = {} }: Field, among: readonly Field[]): INodeParameters {
	const shows = Object.entries(showFor).flatMap(([name, [value]]): Array<[string, Value]> =>
		among.some((field) => field.name === name) && value !== undefined ? [[name, value]] : [],
	);
	return Object.fromEntries(shows);
}

/** Whether the form shows the field, going by the parameters so far and the presets of the others. */
function isShown({ showFor = {} }: Field, among: readonly Field[], parameters: INodeParameters): boolean {
	return Object.entries(showFor).every(([name, values]) => {
		const other = among.find((field) => field.name === name);
		if (!other) return true;
		const preset = 'preset' in other ? other.preset : undefined;
		return values.some((value) => value === (parameters[name] ?? preset));
	});
}

/** A value that the field takes, as a workflow stores it. */
export function sampleValue(field: Field): Value {
	switch (field.kind) {
		case 'text':
		case 'key':
		case 'value':
		case 'optionValue':
			return example(field) ?? 'x';
		case 'number':
		case 'integer':
		case 'money':
		case 'amount':
			return Math.max(field.min ?? 1, 1);
		case 'flag':
			return true;
		case 'date':
			return example(field) ?? '2026-11-20T09:30:00Z';
		case 'id':
			return '1';
		case 'uuid':
			return SAMPLE_UUID;
		case 'ids':
			return '1, 2';
		case 'words':
			return example(field) ?? 'a, b';
		case 'json':
		case 'jsonText':
			return example(field) ?? '{}';
		case 'choice':
			return field.choices[0]!.value;
		case 'choices':
			return [field.choices[0]!.value] as Value;
		case 'binary':
			return 'data';
		case 'record':
			return { __rl: true, mode: 'id', value: ID_OF[field.record.idKind] };
		case 'object':
		case 'fields':
			return entryOf(field.fields);
		case 'list':
			return Object.fromEntries(field.entries.map(({ name, fields }) => [name, [entryOf(fields)]]));
	}
}

const ID_OF = { id: '1', uuid: SAMPLE_UUID, text: 'x' } as const;

function entryOf(fields: readonly Field[]): INodeParameters {
	return Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)]));
}

/** What the field's placeholder gives as an example. */
function example({ placeholder }: Field): string | undefined {
	return /^e\.g\. (.+)$/s.exec(placeholder ?? '')?.[1];
}
