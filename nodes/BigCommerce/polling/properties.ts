import type { INodeProperties } from 'n8n-workflow';

import { ORDER_STATUSES } from '../resources/order/statuses';
import { POLLED_EVENTS } from './events';

const ORDER_EVENTS = POLLED_EVENTS.filter(({ source }) => source.type === 'order').map(({ value }) => value);

export const pollingProperties: INodeProperties[] = [
	{
		displayName:
			'For an n8n that cannot be reached from outside. Where it can, the BigCommerce Trigger is faster and asks the store for less.',
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
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		displayOptions: { show: { event: ORDER_EVENTS } },
		options: [
			{
				displayName: 'Channel Names or IDs',
				name: 'channels',
				type: 'multiOptions',
				typeOptions: { loadOptionsMethod: 'getChannels' },
				default: [],
				description:
					'Only orders of these channels. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Order Status',
				name: 'orderStatusTo',
				type: 'multiOptions',
				options: ORDER_STATUSES.map(([value, name]) => ({ name, value })).sort((one, other) =>
					one.name.localeCompare(other.name),
				),
				default: [],
				description: 'Only orders in one of these. A new order starts the workflow once it is in one of them.',
			},
			{
				displayName: 'Skip Incomplete Orders',
				name: 'skipIncompleteOrders',
				type: 'boolean',
				default: true,
				description:
					'Whether to leave out orders that were begun but not placed. A new order starts the workflow once it is placed.',
			},
		],
	},
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
