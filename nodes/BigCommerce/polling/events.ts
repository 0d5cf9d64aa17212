import type { ChangeKind } from '../changes/reading';
import type { Source } from '../changes/sources';
import { SOURCES } from '../changes/sources';
import { CUSTOMER_SUMMARY, ORDER_SUMMARY, PRODUCT_SUMMARY } from '../records/simplifiedFields';

/** What the trigger can wait for. */
export interface PolledEvent {
	/** What the workflow stores. Never change it. */
	value: string;
	name: string;
	description: string;
	source: Source;
	kind: ChangeKind;
	/** What Simplify keeps. */
	summary: readonly string[];
	/** In BigCommerce's words, as the webhook trigger gives it. */
	scope: string;
}

const pair = (source: Source, name: string, records: string, summary: readonly string[]): PolledEvent[] => [
	{
		value: `${source.type}Created`,
		name: `${name} Created`,
		description: `Each ${source.type} once, when it is new`,
		source,
		kind: 'new',
		summary,
		scope: `store/${source.type}/created`,
	},
	{
		value: `${source.type}CreatedOrUpdated`,
		name: `${name} Created or Updated`,
		description: `New ${records}, and those that changed since the last poll, as they are now`,
		source,
		kind: 'changed',
		summary,
		scope: `store/${source.type}/*`,
	},
];

export const POLLED_EVENTS: readonly PolledEvent[] = [
	...pair(SOURCES.customer, 'Customer', 'customers', CUSTOMER_SUMMARY),
	...pair(SOURCES.order, 'Order', 'orders', ORDER_SUMMARY),
	...pair(SOURCES.product, 'Product', 'products', PRODUCT_SUMMARY),
];
