import type { INodeProperties } from 'n8n-workflow';

import { EVENTS } from './catalogue/events';
import { filtersProperty } from './catalogue/filterForm';
import { OTHER_EVENT } from './hooks/chosenEvents';
import { settingsProperty } from './settings';

export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			'Without a Client Secret in the credential, deliveries are protected by a secret header alone. With it, their signature is checked as well.',
		name: 'originNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['accessToken'] } },
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: [
			...EVENTS.map(({ scope, displayName, description }) => ({ name: displayName, value: scope, description })),
			{ name: 'Other Event', value: OTHER_EVENT, description: 'An event that is not in this list, by its name' },
		].sort((one, other) => one.name.localeCompare(other.name)),
		default: [],
		required: true,
		description: 'The events to listen for',
	},
	{
		displayName: 'Event Names',
		name: 'otherEvents',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. store/order/created',
		description:
			'BigCommerce\'s names of the events, separated by commas. With a number for an event of one channel: "store/channel/1/order/created".',
		displayOptions: { show: { events: [OTHER_EVENT] } },
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Event Only',
				value: 'event',
				description: 'What BigCommerce sends: the ID of the record, and little more',
			},
			{ name: 'Record', value: 'record', description: 'Also the record as it is now' },
			{
				name: 'Record with Related',
				value: 'recordWithRelated',
				description: 'Also what belongs to it, for example the products and addresses of an order',
			},
		],
		default: 'record',
		description: 'How much to fetch for each event',
	},
	filtersProperty,
	settingsProperty,
];
