import type { NumberField } from '../field';
import { Refusal } from './fault';
import type { NumberTraits } from './numberText';
import { numberFromText } from './numberText';
import type { Decode } from './reading';

const NOUNS = {
	number: 'a number',
	integer: 'a whole number',
	money: 'an amount of money',
	amount: 'an amount of money',
} as const;

/** Above this, a number cannot hold four decimals. */
const MOST_MONEY = 1e11;

const LOST = new Refusal('must have at most 15 digits');

/** Numbers and amounts of money, within the bounds of the field. An `amount` travels as text. */
export function numberDecoder({ kind, min, max, isPercent = false }: NumberField): Decode {
	const noun = NOUNS[kind];
	const isMoney = kind === 'money' || kind === 'amount';
	const traits: NumberTraits = { isMoney, isWhole: kind === 'integer', isPercent, noun };
	const settle = isMoney ? settleMoney : kind === 'integer' ? settleWhole : settleNumber;
	return (raw, { numberFormat }) => {
		const given =
			typeof raw === 'number' ? raw : typeof raw === 'string' ? numberFromText(raw, numberFormat, traits) : NaN;
		if (given instanceof Refusal) return given;
		if (!Number.isFinite(given)) return new Refusal(`must be ${noun}`, raw);
		const value = settle(given);
		if (value instanceof Refusal) return new Refusal(value.must, raw);
		if (min !== undefined && value < min) return new Refusal(`must be at least ${min}`, raw);
		if (max !== undefined && value > max) return new Refusal(`must be at most ${max}`, raw);
		return kind === 'amount' ? decimalText(value) : value;
	};
}

/** Without what binary arithmetic adds: 0.1 + 0.2 is 0.3. */
export function withoutNoise(value: number): number {
	if (Number.isInteger(value)) return value === 0 ? 0 : value;
	return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(15));
}

const settleNumber = (value: number): number | Refusal =>
	Math.abs(value) > Number.MAX_SAFE_INTEGER ? LOST : withoutNoise(value);

function settleWhole(value: number): number | Refusal {
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return LOST;
	const whole = Math.round(value);
	return Math.abs(value - whole) < 1e-9 ? whole + 0 : WHOLE;
}

const WHOLE = new Refusal('must be a whole number');

function settleMoney(value: number): number | Refusal {
	if (Math.abs(value) >= MOST_MONEY) return LARGE;
	const rounded = Math.round(value * 1e4) / 1e4;
	const noise = Math.max(1e-9, Math.abs(value) * 8 * Number.EPSILON);
	return Math.abs(value - rounded) < noise ? rounded + 0 : FOUR;
}

const LARGE = new Refusal(`must be below ${MOST_MONEY}`);
const FOUR = new Refusal('must have at most four decimals');

/** Three decimals get a fourth, so that nobody takes the point for a mark of thousands. */
function decimalText(value: number): string {
	const text = String(value);
	return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
