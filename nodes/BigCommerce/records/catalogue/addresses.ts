import type { RecordKind } from '../../model/record';

/**
 * Addresses that hold a number, as a regular expression with one group. The number ends where the part of
 * the path does: a storefront's own `/products/2024-calendar/` names no product.
 * @param before what stands in front of the number, as regular expressions; the first that fits counts
 */
export const addressWith = (...before: string[]): string =>
	`\\s*https?://\\S*?(?:${before.join('|')})(\\d+)(?:[/?#&]\\S*)?\\s*$`;

/** How the control panel writes the address of a store. */
const PANEL = 'https://store-abc123.mybigcommerce.com';

/** @param panel a path of the control panel, with `{id}` */
export const pageAt = (panel: string, exampleId: string, ...before: string[]): NonNullable<RecordKind['page']> => ({
	pattern: addressWith(...before),
	example: `${PANEL}${panel.replace('{id}', exampleId)}`,
});
