import { parent } from '../collections/declaration';
import type { Field } from '../collections/field';
import { changedOn, flag, madeOn, object, text } from '../collections/kinds';
import { iso8601, rfc3339 } from '../core/format';

/** Ways to ask for a field that many endpoints have in common. */
export const IDS = 'is in not_in min max greater less';
export const TEXT = 'is like';
export const DATES = 'is min max';

/** The same ways to ask for several fields, whose names are separated by blanks. */
export const by = (ways: string, names: string): Record<string, string> =>
	Object.fromEntries(names.split(' ').map((name) => [name, ways]));

/** Dates of creation and last change as most v3 endpoints name and write them. */
export const TIMES = { date_created: madeOn(rfc3339), date_modified: changedOn(rfc3339) };
/** The same as the catalog writes them. */
export const CATALOG_TIMES = { date_created: madeOn(iso8601), date_modified: changedOn(iso8601) };

/** Below a product. */
export const OF_PRODUCT = { product_id: parent('product', ({ products }, id) => products.get(id)) };

/** Path on the storefront. */
export const customUrl = (): Field =>
	object({ url: text(), is_customized: flag().default(true) }).sample({ url: '/my-own-path/', is_customized: true });
