import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { EVENTS, inOneChannel, isChannelEvent, scopeIn } from './events';
import type { Filters } from './filters';
import { readFilters } from './filters';

/** Choice of those who name events themselves. */
export const OTHER_EVENT = 'other';

const SCOPE = /^store(\/(\w+|\*))+$/;

/**
 * The scopes to listen for, from the node's parameters: an event of the whole store, or one for each channel
 * of the filter where BigCommerce tells them apart.
 * @throws NodeOperationError for a name that cannot be one, and for a channel's event without a channel
 */
export function chosenScopes(context: IHookFunctions): string[] {
	const events = context.getNodeParameter('events', []) as string[];
	const filters = readFilters(context.getNodeParameter('filters', {}));
	const scopes = events.flatMap((event) =>
		event === OTHER_EVENT ? namedScopes(context) : scopesFor(context, event, filters),
	);
	return [...new Set(scopes)];
}

function scopesFor(context: IHookFunctions, event: string, filters: Filters): string[] {
	const { channels } = filters;
	if (isChannelEvent(event)) {
		if (channels.length === 0) {
			const name = EVENTS.find(({ scope }) => scope === event)?.displayName ?? event;
			throw new NodeOperationError(context.getNode(), `"${name}" is an event of single channels`, {
				description: 'Choose the channels: Filters > Channels.',
			});
		}
		return channels.map((channel) => scopeIn(channel, event));
	}
	const twin = inOneChannel(event);
	if (twin === undefined || channels.length === 0 || needsWholeStore(event, filters)) return [event];
	return channels.map((channel) => scopeIn(channel, twin));
}

/** The former status of an order is told by the event of the whole store only. */
const needsWholeStore = (event: string, { orderStatusFrom }: Filters): boolean =>
	orderStatusFrom.length > 0 && ['store/order/*', 'store/order/statusUpdated'].includes(event);

function namedScopes(context: IHookFunctions): string[] {
	const names = (context.getNodeParameter('otherEvents', '') as string).split(/[,\s]+/).filter((name) => name !== '');
	const wrong = names.find((name) => !SCOPE.test(name));
	if (wrong === undefined) return names;
	throw new NodeOperationError(context.getNode(), `"${wrong}" cannot be the name of an event`, {
		description:
			'Names of events begin with "store/" and have no slash at the end, for example "store/order/created" or "store/order/*".',
	});
}
