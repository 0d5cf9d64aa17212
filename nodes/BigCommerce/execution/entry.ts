import type { JsonObject } from '../transport/types';
import type { ItemPlan } from './itemPlan';

/** What one item wants written, ready to be sent: planned, looked up and compared. */
export interface Entry {
	plan: ItemPlan;
	path: Readonly<Record<string, string>>;
	record: JsonObject;
}

export const entryOf = (plan: ItemPlan): Entry => ({ plan, path: plan.path, record: plan.body });
