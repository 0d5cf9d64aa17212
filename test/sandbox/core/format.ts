/** How BigCommerce writes money and dates. Times are kept as milliseconds since the epoch. */

/** v2 money: a string with four decimals. */
export const money = (amount: number): string => amount.toFixed(4);

/** Rounded to cents. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** v2 dates: RFC 2822 in UTC. An absent date is the empty string. */
export const rfc2822 = (time: number | undefined): string =>
	time === undefined ? '' : new Date(time).toUTCString().replace('GMT', '+0000');

/** v3 dates: RFC 3339 to the second. */
export const rfc3339 = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** Catalog dates: the same instant written with an offset. */
export const iso8601 = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}+00:00`;

/** Unix time in seconds. */
export const unixSeconds = (time: number): number => Math.floor(time / 1000);

/** Reads RFC 2822 or ISO 8601, both of which v2 filters accept; NaN when it is neither. */
export const parseDate = (text: string): number => Date.parse(text);
