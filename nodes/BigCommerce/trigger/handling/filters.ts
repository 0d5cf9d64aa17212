import { z } from 'zod';

import type { Delivery } from '../catalogue/delivery';
import { channelOf } from '../catalogue/events';
import type { Filters } from '../catalogue/filterForm';

type Fields = Readonly<Record<string, unknown>>;

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
export function needsRecord(filters: Filters, { scope }: Delivery, data: Fields): boolean {
	const { channels, orderStatusTo, skipIncompleteOrders = false, skipExternalSource } = filters;
	const asksStatus = skipIncompleteOrders || orderStatusTo !== undefined;
	const namesStatus = statusChange.safeParse(data).success;
	return (
		(channels !== undefined && channelOf(scope) === undefined) ||
		(asksStatus && isOrderEvent(scope) && !namesStatus) ||
		(skipExternalSource !== undefined && isNewOrder(scope)) ||
		(skipsNewCartUpdates(filters) && isCartUpdate(scope))
	);
}

/** Of a burst one event is left, so there is nothing doubled, and the doubled one may be the one that is left. */
const skipsNewCartUpdates = ({ skipNewCartUpdates = false, burstWindow }: Filters): boolean =>
	skipNewCartUpdates && burstWindow === undefined;

/**
 * Whether an event passes. One of which neither the event nor the record says what a filter asks passes:
 * no event is dropped on a guess.
 * @param record what was fetched, if anything was
 */
export function passes(filters: Filters, delivery: Delivery, data: Fields, record: Fields | undefined): boolean {
	const { scope } = delivery;
	if (isOrderEvent(scope)) {
		const change = statusChange.safeParse(data).data?.status;
		const status = change?.new_status_id ?? record?.status_id;
		if (filters.skipIncompleteOrders && status === INCOMPLETE) return false;
		if (!allows(filters.orderStatusTo, status)) return false;
		if (!allows(filters.orderStatusFrom, change?.previous_status_id)) return false;
	}
	const createdBy = isNewOrder(scope) ? record?.external_source : undefined;
	if (typeof createdBy === 'string' && createdBy.toLowerCase() === filters.skipExternalSource?.toLowerCase()) {
		return false;
	}
	if (skipsNewCartUpdates(filters) && isCartUpdate(scope) && isSoonAfter(delivery, record?.created_time)) return false;
	return filters.channels === undefined || isInChannels(filters.channels, scope, data, record);
}

const allows = (wanted: readonly number[] | undefined, status: unknown): boolean =>
	wanted === undefined || typeof status !== 'number' || wanted.includes(status);

/** The update that comes with the creation of a cart has the time of the creation, give or take a second. */
function isSoonAfter({ created_at: time }: Delivery, created: unknown): boolean {
	const at = typeof created === 'string' ? Date.parse(created) / 1000 : Number.NaN;
	return time !== undefined && Math.abs(time - at) < 2;
}

function isInChannels(wanted: readonly number[], scope: string, ...sources: Array<Fields | undefined>): boolean {
	const named = channelOf(scope);
	if (named !== undefined) return wanted.includes(named);
	const channels = sources.flatMap((source) => {
		const { channel_id: one, origin_channel_id: origin, channel_ids: many } = channelFields.parse(source ?? {});
		return [one, origin, ...many].filter((id) => id !== undefined);
	});
	return channels.length === 0 || channels.some((channel) => wanted.includes(channel));
}
