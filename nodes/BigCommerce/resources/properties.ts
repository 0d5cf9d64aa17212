import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import type { Field, FieldGroup, Operation, Resource } from './types';

/** Everything the node's form shows, made from the registry. */
export function propertiesOf(resources: readonly Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources
				.map(({ name, value }) => ({ name, value }))
				.sort((one, other) => one.name.localeCompare(other.name)),
			default: 'order',
		},
		...resources.flatMap(resourceProperties),
	];
}

function resourceProperties(resource: Resource): INodeProperties[] {
	const operations = [...resource.operations].sort((one, other) => one.name.localeCompare(other.name));
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [resource.value] } },
			options: operations.map(({ name, value, action, description }) => ({ name, value, action, description })),
			default: defaultOperation(operations),
		},
		...operations.flatMap((operation) =>
			updateDisplayOptions(
				{ show: { resource: [resource.value], operation: [operation.value] } },
				operationProperties(operation),
			),
		),
	];
}

const defaultOperation = (operations: readonly Operation[]): string =>
	(operations.find(({ value }) => value === 'getAll') ?? operations[0])?.value ?? '';

/** All fields of an operation, in the order of the form. */
export function fieldsOf(operation: Operation): readonly Field[] {
	const body = 'body' in operation ? (operation.body ?? []) : [];
	const query = operation.query ?? [];
	const filter = operation.kind === 'batch' && operation.filter ? [operation.filter.record] : [];
	// Options that stand outside a collection may decide which of the following are shown.
	return [...(operation.path ?? []), ...(operation.options ?? []), ...filter, ...body, ...query];
}

function operationProperties(operation: Operation): INodeProperties[] {
	const fields = fieldsOf(operation);
	return [
		...fields.filter((field) => !holdsOptions(field)).map(toProperty),
		...(operation.kind === 'many' ? [returnAll, limit] : []),
		...(operation.simplify ? outputFields : []),
		...fields.filter(holdsOptions).map(toProperty),
		longestWait,
	];
}

/** What a person may leave closed stands below everything else. */
const holdsOptions = ({ type, wire }: Field): boolean => type === 'collection' && wire !== 'object';

/** A field without what only the engine reads. */
function toProperty({ wire: _wire, options, ...property }: Field): INodeProperties {
	if (options === undefined) return property;
	return { ...property, options: options.map(property.type === 'collection' ? toOptionalProperty : toOption) };
}

/** n8n asks for required fields of collections even where nobody added them, or the collection is hidden. */
function toOptionalProperty(option: INodePropertyOptions | Field | FieldGroup) {
	if (!('type' in option)) return toOption(option);
	const { required: _required, ...field } = option;
	return toProperty(field);
}

function toOption(
	option: INodePropertyOptions | Field | FieldGroup,
): INodePropertyOptions | INodeProperties | { name: string; displayName: string; values: INodeProperties[] } {
	if ('values' in option) return { ...option, values: option.values.map(toProperty) };
	return 'type' in option ? toProperty(option) : option;
}

const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

const outputFields: INodeProperties[] = [
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { hide: { '@tool': [true] } },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{ name: 'Simplified', value: 'simplified', description: 'The most useful fields' },
			{ name: 'Raw', value: 'raw', description: 'All fields, as BigCommerce returns them' },
			{ name: 'Selected Fields', value: 'selectedFields', description: 'Only the fields that you name' },
		],
		default: 'simplified',
		displayOptions: { show: { '@tool': [true] } },
	},
	{
		displayName: 'Fields',
		name: 'selectedFields',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. name, price, billing_address.email',
		description: 'Names of the fields to return, separated by commas',
		displayOptions: { show: { '@tool': [true], output: ['selectedFields'] } },
	},
];

/** In minutes, as people enter it. */
export const LONGEST_WAIT_DEFAULT = 60;

const longestWait: INodeProperties = {
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Longest Wait (Minutes)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1440 },
			default: LONGEST_WAIT_DEFAULT,
			description: 'How long this node may wait for the request quota of the store, all waits together',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 600 },
			default: 60,
			description: 'How long BigCommerce may take for one answer',
		},
	],
};
