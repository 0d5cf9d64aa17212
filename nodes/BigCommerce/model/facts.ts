import type { ScopeNeed } from '../transport/scopes';
import type { Endpoint } from './endpoint';
import { allOf } from './endpoint';
import type { Field } from './field';
import { flatFields } from './field';
import type { Effect, GetOperation, ListOperation, Operation } from './operation';

/** Every endpoint that an operation may call. */
export function endpointsOf(operation: Operation): readonly Endpoint[] {
	switch (operation.kind) {
		case 'get':
			return [
				...allOf(operation.endpoint),
				...(operation.parts ?? []).map(({ endpoint }) => endpoint),
				...restOf(operation),
			];
		case 'lookUp':
			return [operation.endpoint, ...(operation.below ? [operation.below.endpoint] : [])];
		case 'list':
			return [...allOf(operation.endpoint), ...restOf(operation)];
		case 'call':
		case 'batch':
			return allOf(operation.endpoint);
		case 'merge':
			return [...allOf(operation.read), ...allOf(operation.endpoint)];
		case 'byFilter':
			return [operation.find, operation.endpoint];
		case 'upsert':
			return [...allOf(operation.find.endpoint), ...endpointsOf(operation.create), ...endpointsOf(operation.update)];
		case 'sequence':
			return operation.endpoints;
	}
}

const restOf = ({ rest }: GetOperation | ListOperation): readonly Endpoint[] => (rest ? [rest.endpoint] : []);

/** What the operation does to the store. */
export function effectOf(operation: Operation): Effect | 'none' {
	switch (operation.kind) {
		case 'get':
		case 'list':
		case 'lookUp':
			return 'none';
		case 'upsert':
			return 'update';
		case 'call':
		case 'batch':
		case 'merge':
		case 'byFilter':
		case 'sequence':
			return operation.effect;
	}
}

export const writes = (operation: Operation): boolean => effectOf(operation) !== 'none';

/** The scope that an operation needs for all it does. */
export function needOf(operation: Operation): ScopeNeed {
	return {
		scopes: Array.isArray(operation.scope) ? operation.scope : [operation.scope],
		access: operation.access ?? (writes(operation) ? 'modify' : 'read'),
	};
}

/** Fields of the body, or of the records of a batch. */
export const bodyFields = (operation: Operation): readonly Field[] =>
	'body' in operation ? (operation.body ?? []) : [];

/**
 * Fields whose lists replace what the record has: an update can add to them or take from them instead,
 * after it has read the record.
 */
export const overwritingFields = (operation: Operation): readonly Field[] =>
	'readBack' in operation && operation.readBack && effectOf(operation) === 'update'
		? flatFields(bodyFields(operation)).filter(
				(field) =>
					field.kind === 'ids' ||
					field.kind === 'words' ||
					(field.kind === 'record' && field.many === true) ||
					(field.kind === 'list' && field.entryKey !== undefined),
			)
		: [];

/** An upsert does so where it updates. */
export const overwritesLists = (operation: Operation): boolean =>
	overwritingFields(operation.kind === 'upsert' ? operation.update : operation).length > 0;

/** Kinds of fields that name the record that is changed. */
const NAMING: readonly Field['kind'][] = ['record', 'id', 'uuid', 'key'];

/** The optional fields of an update that needs at least one of them; `undefined` where it needs none. */
export function changesOf(operation: Operation): readonly string[] | undefined {
	if (effectOf(operation) !== 'update' || !('readBack' in operation || operation.kind === 'merge')) return undefined;
	const fields = flatFields(bodyFields(operation));
	const isNamed = (operation.path ?? []).length > 0;
	if (fields.some(({ required, kind }) => required && (isNamed || !NAMING.includes(kind)))) return undefined;
	const changes = fields.filter(({ required }) => !required).map(({ name }) => name);
	return changes.length > 0 ? changes : undefined;
}

/** Whether the operation can find nothing where a record is named. */
export const mayMiss = (operation: Operation): boolean =>
	operation.kind === 'lookUp' ||
	(operation.kind === 'get' && allOf(operation.endpoint).some((each) => each.includes('{')));

/** The number that a person gives to a call by filter: above it nothing is done. */
export const AT_MOST: Field = {
	kind: 'integer',
	name: 'atMost',
	displayName: 'At Most',
	min: 1,
	required: true,
	placeholder: 'e.g. 100',
	description: 'The most records that may be concerned; when the filters find more, nothing is done',
};

/** All fields of an operation, in the order of the form. */
export function fieldsOf(operation: Operation): readonly Field[] {
	const key = operation.kind === 'lookUp' ? [operation.key] : [];
	const atMost = operation.kind === 'byFilter' ? [AT_MOST] : [];
	const path = operation.path ?? [];
	// Options that stand outside a collection may decide which of the following are shown.
	const options = operation.options ?? [];
	const choosesPath = ({ name }: Field) => path.some(({ showFor = {} }) => name in showFor);
	return [
		...options.filter(choosesPath),
		...path,
		...options.filter((field) => !choosesPath(field)),
		...key,
		...bodyFields(operation),
		...atMost,
		...(operation.query ?? []),
	];
}
