import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { Wish } from '../changes/reading';
import { ORDER_STATUS_OPTIONS } from '../records/orderStatuses';
import type { JsonObject } from '../transport/types';
import { CHANNELS, filterReader, STATUSES } from '../trigger/catalogue/filterValues';
import type { PolledEvent } from './events';
import { POLLED_EVENTS } from './events';

const INCOMPLETE = 0;

export const filtersProperty: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	displayOptions: {
		show: { event: POLLED_EVENTS.filter(({ source }) => source.type === 'order').map(({ value }) => value) },
	},
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
			options: ORDER_STATUS_OPTIONS,
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
};

const readPollingFilters = filterReader(
	filtersProperty,
	{ channels: CHANNELS, orderStatusTo: STATUSES, skipIncompleteOrders: { kind: 'flag' } },
	z.object({
		channels: z.array(z.number()).optional(),
		orderStatusTo: z.array(z.number()).optional(),
		skipIncompleteOrders: z.boolean().optional(),
	}),
);

/**
 * Which records are wanted.
 * @param parameter value of the node's parameter `filters`; it concerns orders only
 * @throws SetupFault for a filter that would not narrow
 */
export function wishOf({ source }: PolledEvent, parameter: unknown): Wish {
	if (source.type !== 'order') return { passes: () => true, mayPassLater: () => false };
	const { channels, orderStatusTo, skipIncompleteOrders = false } = readPollingFilters(parameter);
	const isInChannel = ({ channel_id: channel }: JsonObject) =>
		channels === undefined || typeof channel !== 'number' || channels.includes(channel);
	const hasStatus = ({ status_id: status }: JsonObject) =>
		typeof status !== 'number' ||
		((orderStatusTo === undefined || orderStatusTo.includes(status)) &&
			!(skipIncompleteOrders && status === INCOMPLETE));
	return {
		passes: (record) => isInChannel(record) && hasStatus(record),
		mayPassLater: isInChannel,
	};
}
