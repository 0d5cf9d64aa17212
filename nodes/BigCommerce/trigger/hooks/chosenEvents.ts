import type { IHookFunctions } from 'n8n-workflow';

import { EVENTS, inOneChannel, isChannelEvent, scopeIn } from '../catalogue/events';
import type { Filters } from '../catalogue/filterForm';
import { readTriggerFilters } from '../catalogue/filterForm';
import { SetupFault } from '../faults';

/** Choice of those who name events themselves. */
export const OTHER_EVENT = 'other';

const SCOPE = /^store(\/(\w+|\*))+$/;

/**
 * The scopes to listen for, from the node's parameters: an event of the whole store, or one for each channel
 * of the filter where BigCommerce keeps them apart.
 * @throws SetupFault for a name that cannot be one, a channel's event without a channel, and a filter without a value
 */
export function chosenScopes(context: IHookFunctions): string[] {
	const events = context.getNodeParameter('events', []) as string[];
	const filters = readTriggerFilters(context.getNodeParameter('filters', {}));
	const scopes = events.flatMap((event) => (event === OTHER_EVENT ? namedScopes(context) : scopesFor(event, filters)));
	return [...new Set(scopes)];
}

function scopesFor(event: string, filters: Filters): string[] {
	const { channels } = filters;
	if (isChannelEvent(event)) {
		if (channels === undefined) {
			const name = EVENTS.find(({ scope }) => scope === event)?.displayName ?? event;
			throw new SetupFault(`"${name}" is an event of single channels`, 'Choose the channels: Filters > Channels.');
		}
		return channels.map((channel) => scopeIn(channel, event));
	}
	const twin = inOneChannel(event);
	if (twin === undefined || channels === undefined || needsWholeStore(event, filters)) return [event];
	return channels.map((channel) => scopeIn(channel, twin));
}

/** Only the event of the whole store carries the former status of an order. */
const needsWholeStore = (event: string, { orderStatusFrom }: Filters): boolean =>
	orderStatusFrom !== undefined && ['store/order/*', 'store/order/statusUpdated'].includes(event);

function namedScopes(context: IHookFunctions): string[] {
	const names = (context.getNodeParameter('otherEvents', '') as string).split(/[,\s]+/).filter((name) => name !== '');
	const wrong = names.find((name) => !SCOPE.test(name));
	if (wrong === undefined) return names;
	throw new SetupFault(
		`"${wrong}" cannot be the name of an event`,
		'Names of events begin with "store/" and have no slash at the end, for example "store/order/created" or "store/order/*".',
	);
}
