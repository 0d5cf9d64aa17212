import { z } from 'zod';

import type { Delivery } from './delivery';
import { channelOf } from './events';

type Fields = Readonly<Record<string, unknown>>;

/** An execution waits that long; longer ones would fill up n8n. */
const LONGEST_BURST_WINDOW_S = 300;

const ids = z.array(z.coerce.number()).catch([]);

const filters = z.object({
	channels: ids,
	orderStatusFrom: ids,
	orderStatusTo: ids,
	skipIncompleteOrders: z.boolean().catch(false),
	skipNewCartUpdates: z.boolean().catch(false),
	/** Name that an order carries of the system that created it. */
	skipExternalSource: z.string().trim().catch(''),
	/** Seconds; 0 for all events. */
	burstWindow: z
		.number()
		.min(0)
		.transform((seconds) => Math.min(seconds, LONGEST_BURST_WINDOW_S))
		.catch(0),
});

export type Filters = z.infer<typeof filters>;

/** @param parameter value of the node's parameter `filters` */
export const readFilters = (parameter: unknown): Filters => filters.catch(filters.parse({})).parse(parameter);

const INCOMPLETE = 0;

const statusChange = z.object({
	status: z.object({ previous_status_id: z.number().optional(), new_status_id: z.number().optional() }),
});
const channelFields = z.object({
	channel_id: z.number().optional().catch(undefined),
	origin_channel_id: z.number().optional().catch(undefined),
	channel_ids: z.array(z.number()).catch([]),
});

const isOrderEvent = (scope: string) =>
	/^store\/(channel\/\d+\/)?order\/(created|updated|archived|statusUpdated)$/.test(scope);

const isNewOrder = (scope: string) => isOrderEvent(scope) && scope.endsWith('/created');

const isCartUpdate = (scope: string) => /^store\/(channel\/\d+\/)?cart\/updated$/.test(scope);

/** Whether the record has to be fetched before the filters can say all about the event. */
export function needsRecord(filter: Filters, { scope }: Delivery, data: Fields): boolean {
	const asksStatus = filter.skipIncompleteOrders || filter.orderStatusTo.length > 0;
	const tellsStatus = statusChange.safeParse(data).success;
	return (
		(filter.channels.length > 0 && channelOf(scope) === undefined) ||
		(asksStatus && isOrderEvent(scope) && !tellsStatus) ||
		(filter.skipExternalSource !== '' && isNewOrder(scope)) ||
		(skipsNewCartUpdates(filter) && isCartUpdate(scope))
	);
}

/** Of a burst one event is left, so there is nothing doubled, and the doubled one may be the one that is left. */
const skipsNewCartUpdates = (filter: Filters): boolean => filter.skipNewCartUpdates && filter.burstWindow === 0;

/**
 * Whether an event passes. One of which neither the event nor the record tells what a filter asks passes:
 * no event is dropped on a guess.
 * @param record what was fetched, if anything was
 */
export function passes(filter: Filters, delivery: Delivery, data: Fields, record: Fields | undefined): boolean {
	const { scope } = delivery;
	if (isOrderEvent(scope)) {
		const change = statusChange.safeParse(data).data?.status;
		const status = change?.new_status_id ?? record?.status_id;
		if (filter.skipIncompleteOrders && status === INCOMPLETE) return false;
		if (!allows(filter.orderStatusTo, status)) return false;
		if (!allows(filter.orderStatusFrom, change?.previous_status_id)) return false;
	}
	const source = filter.skipExternalSource.toLowerCase();
	const createdBy = isNewOrder(scope) ? record?.external_source : undefined;
	if (source !== '' && typeof createdBy === 'string' && createdBy.toLowerCase() === source) return false;
	if (skipsNewCartUpdates(filter) && isCartUpdate(scope) && isSoonAfter(delivery, record?.created_time)) return false;
	return filter.channels.length === 0 || inChannels(filter.channels, scope, data, record);
}

const allows = (wanted: readonly number[], status: unknown): boolean =>
	wanted.length === 0 || typeof status !== 'number' || wanted.includes(status);

/** The update that comes with the creation of a cart has the time of the creation, give or take a second. */
function isSoonAfter({ created_at: time }: Delivery, created: unknown): boolean {
	const seconds = typeof created === 'string' ? Date.parse(created) / 1000 : Number.NaN;
	return time !== undefined && Math.abs(time - seconds) < 2;
}

function inChannels(wanted: readonly number[], scope: string, ...sources: Array<Fields | undefined>): boolean {
	const named = channelOf(scope);
	if (named !== undefined) return wanted.includes(named);
	const channels = sources.flatMap((source) => {
		const { channel_id: one, origin_channel_id: origin, channel_ids: many } = channelFields.parse(source ?? {});
		return [one, origin, ...many].filter((id) => id !== undefined);
	});
	return channels.length === 0 || channels.some((channel) => wanted.includes(channel));
}
