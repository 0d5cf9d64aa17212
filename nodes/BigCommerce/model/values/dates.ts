import { cellText } from './blanks';
import type { Clock } from './clocks';
import { instantOf } from './clocks';
import { Refusal } from './fault';
import type { Decode, Reading } from './reading';

/** ISO 8601 and the forms of SQL databases. */
const ISO =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(Z|UTC|[-+]\d{2}(?::?\d{2})?))?)?$/i;

const RFC_2822 =
	/^(?:(mon|tue|wed|thu|fri|sat|sun), ?)?(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? (Z|UTC?|GMT|[-+]\d{4})$/i;

/** `31/12/2026`, with a time, of 12 or 24 hours. */
const NUMBERED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?)?$/i;

const DIGITS = /^\d+(?:\.\d+)?$/;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = 86_400;

/** Day 0 of spreadsheets. Before day 61 the programs disagree: one of them has a 29 February 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_SURE_DAY = 61;

const EXAMPLES = 'such as 2026-11-20 or 2026-11-20T09:30:00Z';

/** Milliseconds since 1970; or that it is written in another way. */
type Moment = ReturnType<typeof instantOf> | 'unlike';

/** @param timezone what dates without offset mean */
type Understand = (text: string, timezone: string) => Moment;

/** Understands a moment, and gives it in UTC, to the second. */
export const date: Decode = (raw, { timezone, dates, dateFormat }) => {
	const moment = momentOf(raw, timezone, dateFormat);
	if (moment === 'missing') return new Refusal('must be a date that exists', raw);
	if (moment === 'skipped') return new Refusal(`must be a time that clocks in ${timezone} show on that day`, raw);
	if (moment === 'unlike') return unlikeDate(raw, dateFormat);
	if (Number.isNaN(moment) || moment < EARLIEST || moment > LATEST) {
		return new Refusal('must be a date between the years 1900 and 2100', raw);
	}
	const utc = new Date(moment);
	return dates === 'iso' ? `${utc.toISOString().slice(0, 19)}Z` : utc.toUTCString().replace('GMT', '+0000');
};

const EARLIEST = Date.UTC(1900, 0, 1) - DAY * 1000;
const LATEST = Date.UTC(2101, 0, 1) + DAY * 1000;

function momentOf(raw: unknown, timezone: string, format: Reading['dateFormat']): Moment {
	if (typeof raw === 'object' && raw !== null) return isMoment(raw) ? fromMoment(raw) : 'unlike';
	const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? cellText(raw) : '';
	if (DIGITS.test(text)) return FORMATS[format](text, timezone);
	const certain = fromIso(text, timezone);
	if (certain !== 'unlike') return certain;
	const mail = fromRfc2822(text, timezone);
	return mail === 'unlike' ? FORMATS[format](text, timezone) : mail;
}

/** A Date, or a DateTime of Luxon, which `{{ $now }}` gives; not always of the classes known here. */
const isMoment = (raw: object): boolean =>
	('toISO' in raw && typeof raw.toISO === 'function') ||
	('toISOString' in raw && typeof raw.toISOString === 'function');

function fromMoment(raw: object): Moment {
	const milliseconds = Number(raw.valueOf());
	return Number.isNaN(milliseconds) ? 'missing' : milliseconds;
}

function unlikeDate(raw: unknown, format: Reading['dateFormat']): Refusal {
	const isOther = typeof raw === 'number' || (typeof raw === 'string' && /^\d/.test(cellText(raw)));
	return new Refusal(
		`must be a date ${EXAMPLES}`,
		raw,
		isOther && format === 'iso'
			? 'If it is right as it is, choose in the option Date Format how dates are written.'
			: undefined,
	);
}

const fromIso: Understand = (text, timezone) => {
	const [, year, month, day, hour, minute, second, zone] = ISO.exec(text) ?? [];
	if (year === undefined) return 'unlike';
	return instantOf(clock(year, month, day, hour, minute, second), zone, timezone);
};

const fromRfc2822: Understand = (text, timezone) => {
	const [, weekday, day, month, year, hour, minute, second, zone] = RFC_2822.exec(text) ?? [];
	if (month === undefined) return 'unlike';
	const written = clock(year, String(MONTHS.indexOf(month.toLowerCase()) + 1), day, hour, minute, second);
	const isThatDay = weekday === undefined || DAYS[dayOfWeek(written)] === weekday.toLowerCase();
	return isThatDay ? instantOf(written, zone, timezone) : 'missing';
};

const dayOfWeek = ({ year, month, day }: Clock): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

const numbered =
	(isDayFirst: boolean): Understand =>
	(text, timezone) => {
		const [, one, , other, year, hour, minute, second, half] = NUMBERED.exec(text) ?? [];
		if (year === undefined) return 'unlike';
		const [day, month] = isDayFirst ? [one, other] : [other, one];
		if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return 'missing';
		const hours = half === undefined ? hour : String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0));
		return instantOf(clock(year, month, day, hours, minute, second), undefined, timezone);
	};

const fromSpreadsheet: Understand = (text, timezone) => {
	const days = DIGITS.test(text) ? Number(text) : NaN;
	if (Number.isNaN(days)) return 'unlike';
	if (days < FIRST_SURE_DAY || days > DAY) return NaN;
	const shown = new Date(DAY_ZERO + Math.round(days * DAY) * 1000);
	const time = { hour: shown.getUTCHours(), minute: shown.getUTCMinutes(), second: shown.getUTCSeconds() };
	const day = { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() };
	return instantOf({ ...day, ...(Number.isInteger(days) ? undefined : time) }, undefined, timezone);
};

const FORMATS: Record<Reading['dateFormat'], Understand> = {
	iso: () => 'unlike',
	dayFirst: numbered(true),
	monthFirst: numbered(false),
	spreadsheet: fromSpreadsheet,
	unixSeconds: (text) => (DIGITS.test(text) ? Math.floor(Number(text)) * 1000 : 'unlike'),
};

const clock = (
	year: string | undefined,
	month: string | undefined,
	day: string | undefined,
	hour: string | undefined,
	minute: string | undefined,
	second = '0',
): Clock => ({
	year: Number(year),
	month: Number(month),
	day: Number(day),
	...(hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute), second: Number(second) }),
});
