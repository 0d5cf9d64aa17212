import type { INodeProperties } from 'n8n-workflow';

import { ORDER_STATUSES } from '../resources/order/statuses';

const orderStatusOptions = ORDER_STATUSES.map(([value, name]) => ({ name, value })).sort((one, other) =>
	one.name.localeCompare(other.name),
);

export const filtersProperty: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [
		{
			displayName: 'Channel Names or IDs',
			name: 'channels',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getChannels' },
			default: [],
			description:
				'Only events of these channels. Events of orders, carts and categories are then asked of BigCommerce for these channels alone; of other events it is looked up in the event or its record, and those that name none pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Only Last of Burst',
			name: 'burstWindow',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 300 },
			default: 10,
			description:
				'How many seconds to wait for a newer event of the same record; the last one alone is put out. Best effort: with several n8n workers each of them may put one out. Test runs do not wait.',
		},
		{
			displayName: 'Order Status From',
			name: 'orderStatusFrom',
			type: 'multiOptions',
			options: orderStatusOptions,
			default: [],
			description: 'Only status changes away from these. Other events are not concerned.',
		},
		{
			displayName: 'Order Status To',
			name: 'orderStatusTo',
			type: 'multiOptions',
			options: orderStatusOptions,
			default: [],
			description: 'Only orders that have one of these statuses when the event is handled, or changed to one of them',
		},
		{
			displayName: 'Skip Incomplete Orders',
			name: 'skipIncompleteOrders',
			type: 'boolean',
			default: true,
			description:
				'Whether to leave out orders that were begun but not placed, for example because the payment failed. BigCommerce reports them as created, too.',
		},
		{
			displayName: 'Skip New Orders From Source',
			name: 'skipExternalSource',
			type: 'string',
			default: '',
			placeholder: 'e.g. ERP (Acumatica)',
			description:
				'Leaves out Order Created for orders whose External Source is this text. Give it to the orders that your own workflows create, so that these do not start them again.',
		},
	],
};
