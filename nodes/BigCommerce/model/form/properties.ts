import type { INodeProperties } from 'n8n-workflow';

import { fieldsOf } from '../facts';
import type { Field } from '../field';
import { isCollection } from '../field';
import type { Operation, Resource } from '../operation';
import { requestOptions } from '../settings';
import type { Shown } from './merge';
import { mergeAcross, mergeWithin } from './merge';
import { limit, outputFields, returnAll } from './output';
import { toProperty } from './property';

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);

/** Everything that the form of a node shows, made from its resources. */
export function propertiesOf(resources: readonly Resource[], defaultResource: string): INodeProperties[] {
	const places = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => ({ resource: value, operation: operation.value, definition: operation })),
	);
	const across = (zone: (operation: Operation) => readonly INodeProperties[]) =>
		mergeAcross(
			places.map(({ definition, ...place }) => ({ ...place, properties: zone(definition) })),
			places,
		);
	const within = (zone: (operation: Operation) => readonly INodeProperties[]) =>
		resources.flatMap(({ value, operations }) => {
			const shown = operations.map((operation): Shown => ({
				resource: value,
				operation: operation.value,
				properties: zone(operation),
			}));
			return mergeWithin(value, shown);
		});
	return [
		resourceProperty(resources, defaultResource),
		...resources.map(operationProperty),
		...within(ownFields),
		...across(({ kind }) => (kind === 'list' ? [returnAll, limit] : [])),
		...across(({ simplify }) => (simplify ? outputFields : [])),
		...within(collections),
		...across((operation) => [settingsOf(operation)]),
	];
}

/** The properties of one operation alone, in the order of the form. What merging must not change. */
export function propertiesOfOperation(operation: Operation): INodeProperties[] {
	return [
		...ownFields(operation),
		...(operation.kind === 'list' ? [returnAll, limit] : []),
		...(operation.simplify ? outputFields : []),
		...collections(operation),
		settingsOf(operation),
	];
}

const ownFields = (operation: Operation): INodeProperties[] =>
	fieldsOf(operation)
		.filter((field: Field) => !isCollection(field))
		.map(toProperty);

/** What a person may leave closed stands below everything else. */
const collections = (operation: Operation): INodeProperties[] =>
	fieldsOf(operation).filter(isCollection).map(toProperty);

function resourceProperty(resources: readonly Resource[], value: string): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [...resources].sort(byName).map((each) => ({
			name: each.name,
			value: each.value,
			description: each.description,
		})),
		default: value,
	};
}

function operationProperty({ value: resource, operations: unsorted }: Resource): INodeProperties {
	const operations = [...unsorted].sort(byName);
	const { value: first = '' } = operations.find(({ value }) => value === 'getAll') ?? operations[0] ?? {};
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ name, value, action, description }) => ({ name, value, action, description })),
		default: first,
	};
}

/** Made once for each set of options. */
const settings = new WeakMap<Field, INodeProperties>();

/** Settings are the same for all items, and nothing for a model to choose. */
function settingsOf(operation: Operation): INodeProperties {
	const field = requestOptions(operation);
	let property = settings.get(field);
	if (!property) {
		const { options = [], ...collection } = toProperty(field);
		property = { ...collection, options: options.map((option) => ({ ...option, noDataExpression: true })) };
		settings.set(field, property);
	}
	return property;
}
