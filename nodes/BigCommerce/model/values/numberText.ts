import { cellText } from './blanks';
import { Refusal } from './fault';
import type { Reading } from './reading';
import { oneLine } from './shown';

/** What a text may say besides its digits, and which separators it may have, depends on the kind of field. */
export interface NumberTraits {
	/** May name a currency. */
	isMoney: boolean;
	isWhole: boolean;
	/** Whether `10%` is 10 here. */
	isPercent: boolean;
	/** `a number`, `a whole number`. */
	noun: string;
}

/** What stands before the digits, the digits with their separators, what stands behind them. */
const SHAPE = /^(\D*?)([.,]?\d(?:[\d.,\s'’]*\d)?)(\D*)$/u;
const SIGN_AND_CURRENCY = /^([-−+]?)\s*([^-−+\s]*)\s*([-−+]?)$/u;
const CURRENCY_SIGN = /^[A-Z]{0,3}\p{Sc}$/iu;
const EXPONENT = /^[-+]?[\d.,]+e[-+]?\d+$/i;
const OTHER_BASE = /^[-+]?0[xob][\da-f]+$/i;

/** The digits with a decimal point, groups of three set apart by one kind of mark; and with a decimal comma. */
const POINT = /^(?:\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\s\d{3})+|(?:['’]\d{3})+))?(?:\.\d+)?$/u;
const COMMA = /^(?:\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:\s\d{3})+|(?:['’]\d{3})+))?(?:,\d+)?$/u;
const ONE_COMMA = /^\d*,\d+$/;

/** No number with all its marks is longer. */
const LONGEST = 60;

const OPTION = 'the option Number Format';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Understands a number as people, shops and spreadsheets write it, as far as it leaves no doubt. */
export function numberFromText(
	raw: string,
	format: Reading['numberFormat'],
	{ isMoney, isWhole, isPercent, noun }: NumberTraits,
): number | Refusal {
	const text = cellText(raw);
	const [, before, digits, after] = (text.length > LONGEST ? null : SHAPE.exec(text)) ?? [];
	if (before === undefined || digits === undefined || after === undefined) return unlikeNumber(raw, text, noun);
	const [, sign, currency, innerSign] = SIGN_AND_CURRENCY.exec(before) ?? [];
	const unit = after.trim();
	if (sign === undefined || currency === undefined || (sign !== '' && innerSign !== '')) {
		return new Refusal(`must be ${noun}`, raw);
	}
	if (unit === '%' && !isPercent) return new Refusal(`must be ${noun} without a percent sign`, raw);
	for (const mark of [currency, unit === '%' ? '' : unit]) {
		if (mark !== '' && !(isMoney && isCurrency(mark))) return strayMark(raw, mark, noun);
	}
	const size = sizeOf(digits, raw, format, isMoney || isWhole, noun);
	return typeof size !== 'number' || `${sign}${innerSign}`.replace('+', '') === '' ? size : -size;
}

const isCurrency = (mark: string): boolean => CURRENCY_SIGN.test(mark) || CURRENCIES.has(mark.toUpperCase());

function unlikeNumber(raw: string, text: string, noun: string): Refusal {
	if (EXPONENT.test(text)) return new Refusal(`must be ${noun} without an exponent`, raw);
	if (OTHER_BASE.test(text)) return new Refusal(`must be ${noun} in decimal digits`, raw);
	return new Refusal(`must be ${noun}`, raw);
}

const strayMark = (raw: string, mark: string, noun: string): Refusal =>
	/^[\p{L}\p{Sc}]/u.test(mark)
		? new Refusal(
				`must be ${noun} without ${/^\p{Sc}/u.test(mark) ? 'the currency' : 'the unit'} "${oneLine(mark)}"`,
				raw,
			)
		: new Refusal(`must be ${noun}`, raw);

/** @param doubtsGroups whether three digits behind the only point may be a group of thousands */
function sizeOf(
	digits: string,
	raw: string,
	format: Reading['numberFormat'],
	doubtsGroups: boolean,
	noun: string,
): number | Refusal {
	const byPoint = POINT.test(digits) ? withoutGroups(digits, '.') : undefined;
	const byComma = COMMA.test(digits) ? withoutGroups(digits, ',') : undefined;
	if (format === 'decimalPoint') return byPoint ?? new Refusal(`must be ${noun} with a decimal point`, raw);
	if (format === 'decimalComma') return byComma ?? new Refusal(`must be ${noun} with a decimal comma`, raw);
	if (byPoint === undefined && byComma === undefined) return new Refusal(`must be ${noun}`, raw);
	if (byPoint === undefined || byComma === undefined) {
		// A single comma could be a slip as well; another mark beside it, or several points, say what it is.
		if (byComma === undefined || !ONE_COMMA.test(digits)) return (byPoint ?? byComma)!;
		return new Refusal(
			`must be ${noun} with a decimal point`,
			raw,
			`Give ${byComma}, or choose Decimal Comma in ${OPTION}.`,
		);
	}
	if (byPoint === byComma || (!doubtsGroups && !ONE_COMMA.test(digits))) return byPoint;
	return new Refusal(
		`must be ${noun} that can be understood in one way only`,
		raw,
		`It could be ${Math.min(byPoint, byComma)} or ${Math.max(byPoint, byComma)}: give one of them, or choose how numbers are written in ${OPTION}.`,
	);
}

const withoutGroups = (digits: string, decimal: '.' | ','): number =>
	Number(decimal === '.' ? digits.replace(/[,\s'’]/gu, '') : digits.replace(/[.\s'’]/gu, '').replace(',', '.'));
