import type { INodeProperties } from 'n8n-workflow';

/** What the model adds to operations by itself; equal ones are one property for all of them. */

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

export const outputFields: readonly INodeProperties[] = [
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
		placeholder: 'e.g. name, price, billing_address.email',
		description: 'Names, separated by commas',
		displayOptions: { show: { '@tool': [true], output: ['selectedFields'] } },
	},
];
