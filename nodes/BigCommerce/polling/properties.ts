import type { INodeProperties } from 'n8n-workflow';

import { POLLED_EVENTS } from './events';
import { filtersProperty } from './filters';

export const pollingProperties: INodeProperties[] = [
	{
		displayName:
			'For an n8n that cannot be reached from outside. Where it can, the BigCommerce Trigger is faster and needs fewer requests.',
		name: 'webhookNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		options: POLLED_EVENTS.map(({ value, name, description }) => ({ name, value, description })),
		default: 'orderCreated',
		description: 'What to look for in the store at every poll',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: false,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	filtersProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Look Back at First Poll (Hours)',
				name: 'lookBack',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 24,
				description:
					'How far the very first poll looks into the past. Without this option it begins when the workflow is activated.',
			},
		],
	},
];
