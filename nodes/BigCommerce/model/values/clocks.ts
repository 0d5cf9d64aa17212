import { DateTime } from 'luxon';

/** What a clock and a calendar on the wall show; without an hour it is the whole day. */
export interface Clock {
	year: number;
	/** 1 to 12 */
	month: number;
	day: number;
	hour?: number;
	minute?: number;
	second?: number;
}

/**
 * The moment at which clocks show this.
 * @param zone `Z` or an offset; without one they stand in `timezone`
 * @returns milliseconds since 1970; `missing`: there is no such date; `skipped`: where clocks go forward, it is left out
 */
export function instantOf(clock: Clock, zone: string | undefined, timezone: string): number | 'missing' | 'skipped' {
	return zone === undefined ? inZone(clock, timezone) : atOffset(clock, zone);
}

function atOffset({ year, month, day, hour = 0, minute = 0, second = 0 }: Clock, zone: string): number | 'missing' {
	const [, sign, hours = '0', minutes = '0'] = /^([-+])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
	if (Number(hours) > 14 || Number(minutes) > 59) return 'missing';
	const shown = Date.UTC(year, month - 1, day, hour, minute, second);
	// Date counts on, 31 February would be 3 March; and takes the year 26 for 1926.
	const date = new Date(shown);
	const isThatDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	if (!isThatDay || hour > 23 || minute > 59 || second > 59) return 'missing';
	const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return sign === '-' ? shown + offset : shown - offset;
}

function inZone(clock: Clock, timezone: string): number | 'missing' | 'skipped' {
	const moment = DateTime.fromObject(clock, { zone: timezone });
	if (!moment.isValid) return 'missing';
	// Luxon moves such a time on by an hour. A whole day may well begin at one.
	const isSkipped = clock.hour !== undefined && (moment.hour !== clock.hour || moment.minute !== clock.minute);
	return isSkipped ? 'skipped' : moment.toMillis();
}
