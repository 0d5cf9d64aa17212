import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { ORDER_STATUS_OPTIONS } from '../../records/orderStatuses';
import type { FilterKind } from './filterValues';
import { CHANNELS, filterReader, STATUSES } from './filterValues';

/** In seconds. An execution waits that long; longer ones would fill up n8n. */
const LONGEST_BURST_WINDOW = 300;
const SHORTEST_BURST_WINDOW = 0.1;

const KINDS: Record<keyof Filters, FilterKind> = {
	channels: CHANNELS,
	orderStatusFrom: STATUSES,
	orderStatusTo: STATUSES,
	skipIncompleteOrders: { kind: 'flag' },
	skipNewCartUpdates: { kind: 'flag' },
	skipExternalSource: { kind: 'key' },
	burstWindow: { kind: 'number', min: SHORTEST_BURST_WINDOW, max: LONGEST_BURST_WINDOW },
};

const filters = z.object({
	channels: z.array(z.number()).optional(),
	orderStatusFrom: z.array(z.number()).optional(),
	orderStatusTo: z.array(z.number()).optional(),
	skipIncompleteOrders: z.boolean().optional(),
	skipNewCartUpdates: z.boolean().optional(),
	/** Name that an order carries of the system that created it. */
	skipExternalSource: z.string().optional(),
	/** Seconds. */
	burstWindow: z.number().optional(),
});

/** The filters of the trigger that were added. */
export type Filters = z.infer<typeof filters>;

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
				'Only events of these channels. For orders, carts and categories, BigCommerce is asked for the events of these channels alone. For other events the channel is looked up in the event or its record, and those that name none pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Only Last of Burst (Seconds)',
			name: 'burstWindow',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: LONGEST_BURST_WINDOW },
			default: 10,
			description:
				'How long to wait for a newer event of the same record; only the last one starts the workflow. Best effort: with several n8n workers each of them may let one pass. Test runs do not wait.',
		},
		{
			displayName: 'Order Status From',
			name: 'orderStatusFrom',
			type: 'multiOptions',
			options: ORDER_STATUS_OPTIONS,
			default: [],
			description: 'Only status changes away from these. Other events are not concerned.',
		},
		{
			displayName: 'Order Status To',
			name: 'orderStatusTo',
			type: 'multiOptions',
			options: ORDER_STATUS_OPTIONS,
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

/**
 * Reads the value of the node's parameter `filters`.
 * @throws SetupFault for a filter that does not narrow
 */
export const readTriggerFilters = filterReader(filtersProperty, KINDS, filters);
