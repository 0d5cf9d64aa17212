import fc from 'fast-check';
import { DateTime } from 'luxon';

import { date } from '../../../../nodes/BigCommerce/model/fields';
import type { Reading } from '../../../../nodes/BigCommerce/model/values/reader';
import { readOne } from './support';

const expires = date('expires', 'Expires');
const AS = 'Expires must be a date such as 2026-11-20 or 2026-11-20T09:30:00Z, not';
const OPTION = 'If it is right as it is, choose in the option Date Format how dates are written.';

describe('dates that leave no doubt', () => {
	it.each<[raw: unknown, travels: string]>([
		['2026-04-13T10:00:00Z', '2026-04-13T10:00:00Z'],
		['2026-04-13T10:00:00.123456+02:00', '2026-04-13T08:00:00Z'],
		['2026-04-13T10:00-0330', '2026-04-13T13:30:00Z'],
		['2026-04-13T10:00:00', '2026-04-13T08:00:00Z'],
		['2026-04-13 10:00:00', '2026-04-13T08:00:00Z'],
		['2026-04-13 10:00:00 UTC', '2026-04-13T10:00:00Z'],
		['2026-04-13 10:00:00 +0100', '2026-04-13T09:00:00Z'],
		['2026-12-31', '2026-12-30T23:00:00Z'],
		[" '2026-12-31", '2026-12-30T23:00:00Z'],
		['Mon, 13 Apr 2026 10:00:00 +0200', '2026-04-13T08:00:00Z'],
		['13 Apr 2026 10:00 GMT', '2026-04-13T10:00:00Z'],
		[new Date('2026-04-13T10:00:00.999Z'), '2026-04-13T10:00:00Z'],
		[DateTime.fromISO('2026-04-13T10:00:00', { zone: 'America/New_York' }), '2026-04-13T14:00:00Z'],
		['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
	])('%p travels as %p', (raw, travels) => expect(readOne(expires, raw)).toBe(travels));

	it('travel as RFC 2822 to v2', () => {
		expect(readOne(expires, '2026-04-03', { dates: 'rfc2822' })).toBe('Thu, 02 Apr 2026 22:00:00 +0000');
		expect(readOne(expires, 'Thu, 02 Apr 2026 22:00:00 +0000', { dates: 'rfc2822' })).toBe(
			'Thu, 02 Apr 2026 22:00:00 +0000',
		);
	});

	it('begin with the day where clocks skip its midnight', () => {
		expect(readOne(expires, '2026-09-06', { timezone: 'America/Santiago' })).toBe('2026-09-06T04:00:00Z');
	});

	it.each<[raw: unknown, message: string]>([
		['2026-02-30', 'Expires must be a date that exists, not "2026-02-30".'],
		['2026-02-29T00:00:00Z', 'Expires must be a date that exists, not "2026-02-29T00:00:00Z".'],
		['2026-13-01', 'Expires must be a date that exists, not "2026-13-01".'],
		['2026-04-13T25:00:00Z', 'Expires must be a date that exists, not "2026-04-13T25:00:00Z".'],
		['2026-04-13T10:00:00+25:00', 'Expires must be a date that exists, not "2026-04-13T10:00:00+25:00".'],
		['0000-00-00 00:00:00', 'Expires must be a date that exists, not "0000-00-00 00:00:00".'],
		['Tue, 13 Apr 2026 10:00:00 +0200', 'Expires must be a date that exists, not "Tue, 13 Apr 2026 10:00:00 +0200".'],
		[
			'2026-03-29 02:30',
			'Expires must be a time that clocks in Europe/Berlin show on that day, not "2026-03-29 02:30".',
		],
		['0026-04-13T00:00:00Z', 'Expires must be a date that exists, not "0026-04-13T00:00:00Z".'],
		['1899-12-30', 'Expires must be a date between the years 1900 and 2100, not "1899-12-30".'],
		['9999-12-31', 'Expires must be a date between the years 1900 and 2100, not "9999-12-31".'],
		[new Date(NaN), 'Expires must be a date that exists, not "Invalid Date".'],
		['04/10/2026', `${AS} "04/10/2026". ${OPTION}`],
		['13/04/2026', `${AS} "13/04/2026". ${OPTION}`],
		['13.04.2026 10:00', `${AS} "13.04.2026 10:00". ${OPTION}`],
		['46387', `${AS} "46387". ${OPTION}`],
		[1767225600, `${AS} "1767225600". ${OPTION}`],
		['20260413', `${AS} "20260413". ${OPTION}`],
		['tomorrow', `${AS} "tomorrow".`],
		['SM-13', `${AS} "SM-13".`],
		[true, `${AS} "true".`],
		[['2026-04-13'], `${AS} the list ["2026-04-13"].`],
		[{ year: 2026 }, `${AS} the object {year: 2026}.`],
	])('%p is refused', (raw, message) => expect(readOne(expires, raw)).toBe(message));
});

describe('the option Date Format', () => {
	it.each<[raw: unknown, dayFirst: string, monthFirst: string]>([
		['04/10/2026', '2026-10-03T22:00:00Z', '2026-04-09T22:00:00Z'],
		['4.10.2026 13:05', '2026-10-04T11:05:00Z', '2026-04-10T11:05:00Z'],
		['4-10-2026, 1:05:09 PM', '2026-10-04T11:05:09Z', '2026-04-10T11:05:09Z'],
		['4/10/2026 12:00 a.m.', '2026-10-03T22:00:00Z', '2026-04-09T22:00:00Z'],
		['2026-04-10', '2026-04-09T22:00:00Z', '2026-04-09T22:00:00Z'],
		['13/04/2026', '2026-04-12T22:00:00Z', 'Expires must be a date that exists, not "13/04/2026".'],
		['12/31/2026', 'Expires must be a date that exists, not "12/31/2026".', '2026-12-30T23:00:00Z'],
		['4/10/26', `${AS} "4/10/26".`, `${AS} "4/10/26".`],
		[
			'4/10/2026 13:05 PM',
			'Expires must be a date that exists, not "4/10/2026 13:05 PM".',
			'Expires must be a date that exists, not "4/10/2026 13:05 PM".',
		],
		['4/10.2026', `${AS} "4/10.2026".`, `${AS} "4/10.2026".`],
		[46387, `${AS} "46387".`, `${AS} "46387".`],
	])('%p with Day First, and with Month First', (raw, dayFirst, monthFirst) => {
		expect(readOne(expires, raw, { dateFormat: 'dayFirst' })).toBe(dayFirst);
		expect(readOne(expires, raw, { dateFormat: 'monthFirst' })).toBe(monthFirst);
	});

	it.each<[raw: unknown, travels: string]>([
		[46387, '2026-12-30T23:00:00Z'],
		['46387.5', '2026-12-31T11:00:00Z'],
		[46387.75, '2026-12-31T17:00:00Z'],
		['2026-12-31', '2026-12-30T23:00:00Z'],
		[60, 'Expires must be a date between the years 1900 and 2100, not "60".'],
		[1767225600, 'Expires must be a date between the years 1900 and 2100, not "1767225600".'],
		['04/10/2026', `${AS} "04/10/2026".`],
	])('%p with Spreadsheet Number', (raw, travels) =>
		expect(readOne(expires, raw, { dateFormat: 'spreadsheet' })).toBe(travels),
	);

	it.each<[raw: unknown, travels: string]>([
		[1767225600, '2026-01-01T00:00:00Z'],
		['1767225600.9', '2026-01-01T00:00:00Z'],
		['2026-12-31', '2026-12-30T23:00:00Z'],
		[1767225600000, 'Expires must be a date between the years 1900 and 2100, not "1767225600000".'],
		[-5, `${AS} "-5".`],
	])('%p with Unix Seconds', (raw, travels) =>
		expect(readOne(expires, raw, { dateFormat: 'unixSeconds' })).toBe(travels),
	);

	it('holds for filters as well', () => {
		expect(readOne(expires, '04/10/2026', {}, 'filter')).toBe(`${AS} "04/10/2026". ${OPTION}`);
		expect(readOne(expires, '04/10/2026', { dateFormat: 'dayFirst' }, 'filter')).toBe('2026-10-03T22:00:00Z');
	});
});

it('any day and time means the same in every way of writing it', () => {
	const moments = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });
	const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC');
	fc.assert(
		fc.property(moments, zones, (moment, timezone) => {
			// An hour that clocks show twice could be either.
			const local = DateTime.fromJSDate(moment, { zone: timezone }).set({ month: 7, millisecond: 0 });
			const travels = local.toUTC().toISO({ suppressMilliseconds: true });
			const ways: Array<[written: string, dateFormat: Reading['dateFormat']]> = [
				[local.toISO(), 'iso'],
				[local.toRFC2822(), 'iso'],
				[local.toSQL({ includeOffset: false }), 'iso'],
				[local.toFormat('d/M/yyyy HH:mm:ss'), 'dayFirst'],
				[local.toFormat('dd.MM.yyyy, h:mm:ss a', { locale: 'en-US' }), 'dayFirst'],
				[local.toFormat('M/d/yyyy h:mm:ss a', { locale: 'en-US' }), 'monthFirst'],
				[String(local.toSeconds()), 'unixSeconds'],
			];
			for (const [written, dateFormat] of ways) {
				expect([written, readOne(expires, written, { timezone, dateFormat })]).toEqual([written, travels]);
			}
		}),
		{ numRuns: 50 },
	);
});
