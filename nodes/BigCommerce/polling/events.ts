import type { Source } from './source';
import { SOURCES } from './source';

/** What the trigger can wait for. */
export interface PolledEvent {
	/** What the workflow stores. Never change it. */
	value: string;
	name: string;
	description: string;
	source: Source;
	/** `new`: each record once. `changed`: each record whenever it changed since the last poll. */
	kind: 'new' | 'changed';
	/** In BigCommerce's words, as the webhook trigger gives it. */
	scope: string;
}

const pair = (source: Source, name: string, records: string): PolledEvent[] => [
	{
		value: `${source.type}Created`,
		name: `${name} Created`,
		description: `Each ${source.type} once, when it is new`,
		source,
		kind: 'new',
		scope: `store/${source.type}/created`,
	},
	{
		value: `${source.type}CreatedOrUpdated`,
		name: `${name} Created or Updated`,
		description: `New ${records}, and those that changed since the last poll, as they are now`,
		source,
		kind: 'changed',
		scope: `store/${source.type}/*`,
	},
];

export const POLLED_EVENTS: readonly PolledEvent[] = [
	...pair(SOURCES.customer, 'Customer', 'customers'),
	...pair(SOURCES.order, 'Order', 'orders'),
	...pair(SOURCES.product, 'Product', 'products'),
];
