import fc from 'fast-check';

import { amount, integer, money, number } from '../../../../nodes/BigCommerce/model/fields';
import { readOne } from './support';

const price = money('price', 'Price');
const weight = number('weight', 'Weight');
const quantity = integer('quantity', 'Quantity', { min: 1, max: 1000 });
const discount = amount('amount', 'Amount', { min: 0 });

describe('money', () => {
	it.each<[raw: unknown, travels: number]>([
		[1299, 1299],
		[12.5, 12.5],
		['1299', 1299],
		['12.50', 12.5],
		['.5', 0.5],
		['  12.50\u00a0', 12.5],
		['1,299.00', 1299],
		['1,234,567', 1234567],
		['1,234,567.891', 1234567.891],
		['$12.50', 12.5],
		['US$ 12.50', 12.5],
		['12.50 USD', 12.5],
		['$12.50 USD', 12.5],
		['€ 1,299.00', 1299],
		['1,299.00\u00a0€', 1299],
		["'12.50", 12.5],
		['-12.50', -12.5],
		['−$12.50', -12.5],
		['$-12.50', -12.5],
		['+5', 5],
		['1 299.00', 1299],
		['1\u202f299,50', 1299.5],
		['1\u00a0299', 1299],
		["1'299.00", 1299],
		['1.299,00', 1299],
		['1.234.567', 1234567],
		['0.125', 0.125],
		['1234.567', 1234.567],
		['12.5000000', 12.5],
		[1.2100000000000002, 1.21],
		['1.2100000000000002', 1.21],
		[-2.7e-17, 0],
		[99999999.99 * 3, 299999999.97],
	])('%p travels as %p', (raw, travels) => expect(readOne(price, raw)).toBe(travels));

	it.each<[raw: unknown, message: string]>([
		['abc', 'Price must be an amount of money, not "abc".'],
		['12.50 each 2', 'Price must be an amount of money, not "12.50 each 2".'],
		['1.5 kg', 'Price must be an amount of money without the unit "kg", not "1.5 kg".'],
		['10%', 'Price must be an amount of money without a percent sign, not "10%".'],
		['0x1F', 'Price must be an amount of money in decimal digits, not "0x1F".'],
		['1e0', 'Price must be an amount of money without an exponent, not "1e0".'],
		[
			'1,2345',
			'Price must be an amount of money with a decimal point, not "1,2345". Give 1.2345, or choose Decimal Comma in the option Number Format.',
		],
		[
			'12,50',
			'Price must be an amount of money with a decimal point, not "12,50". Give 12.5, or choose Decimal Comma in the option Number Format.',
		],
		[
			'1.299',
			'Price must be an amount of money that can be understood in one way only, not "1.299". It could be 1.299 or 1299: give one of them, or choose how numbers are written in the option Number Format.',
		],
		[
			'$1,299',
			'Price must be an amount of money that can be understood in one way only, not "$1,299". It could be 1.299 or 1299: give one of them, or choose how numbers are written in the option Number Format.',
		],
		['1,2,3', 'Price must be an amount of money, not "1,2,3".'],
		['1.2.3', 'Price must be an amount of money, not "1.2.3".'],
		['12 50', 'Price must be an amount of money, not "12 50".'],
		['5-', 'Price must be an amount of money, not "5-".'],
		['--5', 'Price must be an amount of money, not "--5".'],
		['(5.00)', 'Price must be an amount of money, not "(5.00)".'],
		['½', 'Price must be an amount of money, not "½".'],
		['1.23456', 'Price must have at most four decimals, not "1.23456".'],
		[1.00001, 'Price must have at most four decimals, not "1.00001".'],
		[NaN, 'Price must be an amount of money, not "NaN".'],
		[-Infinity, 'Price must be an amount of money, not "-Infinity".'],
		[1e21, 'Price must be below 100000000000, not "1e+21".'],
		[true, 'Price must be an amount of money, not "true".'],
		[[12.5], 'Price must be an amount of money, not the list [12.5].'],
		[{ value: 'a' }, 'Price must be an amount of money, not the object {value: "a"}.'],
		['9'.repeat(80), `Price must be an amount of money, not "${'9'.repeat(59)}…".`],
	])('%p is refused', (raw, message) => expect(readOne(price, raw)).toBe(message));

	it.each<[raw: string, point: unknown, comma: unknown]>([
		['12,50', 'Price must be an amount of money with a decimal point, not "12,50".', 12.5],
		['12.50', 12.5, 'Price must be an amount of money with a decimal comma, not "12.50".'],
		['1,299', 1299, 1.299],
		['1.299', 1.299, 1299],
		['1.299,50', 'Price must be an amount of money with a decimal point, not "1.299,50".', 1299.5],
		['$1,299.50', 1299.5, 'Price must be an amount of money with a decimal comma, not "$1,299.50".'],
		['1 299', 1299, 1299],
	])('%p with Decimal Point, and with Decimal Comma', (raw, point, comma) => {
		expect(readOne(price, raw, { numberFormat: 'decimalPoint' })).toBe(point);
		expect(readOne(price, raw, { numberFormat: 'decimalComma' })).toBe(comma);
	});

	it('a number that is no text is never doubtful', () => {
		expect(readOne(price, 1.299, { numberFormat: 'decimalComma' })).toBe(1.299);
		expect(readOne(price, 1.299)).toBe(1.299);
	});
});

describe('amounts', () => {
	it.each<[raw: unknown, travels: string]>([
		[12.5, '12.5'],
		['1,299.00', '1299'],
		[0.0001, '0.0001'],
		[1.299, '1.2990'],
		[1.2100000000000002, '1.21'],
		[-2.7e-17, '0'],
		[-0, '0'],
	])('%p travels as the text %p', (raw, travels) => expect(readOne(discount, raw)).toBe(travels));

	it('keep to the bounds of the field', () => {
		expect(readOne(discount, '-0.01')).toBe('Amount must be at least 0, not "-0.01".');
	});

	it('take a percent sign where the number is a percentage', () => {
		const percentage = amount('amount', 'Percentage', { isPercent: true });
		expect(readOne(percentage, '10%')).toBe('10');
		expect(readOne(percentage, '7.5 %')).toBe('7.5');
	});
});

describe('numbers', () => {
	it.each<[raw: unknown, travels: number]>([
		['1.299', 1.299],
		['1', 1],
		['007', 7],
		[0.1 + 0.2, 0.3],
		[-2.7e-17, 0],
		['1,299.5', 1299.5],
	])('%p travels as %p', (raw, travels) => expect(readOne(weight, raw)).toBe(travels));

	it.each<[raw: unknown, message: string]>([
		['1.5 kg', 'Weight must be a number without the unit "kg", not "1.5 kg".'],
		['$5', 'Weight must be a number without the currency "$", not "$5".'],
		['5 USD', 'Weight must be a number without the unit "USD", not "5 USD".'],
		[
			'12,5',
			'Weight must be a number with a decimal point, not "12,5". Give 12.5, or choose Decimal Comma in the option Number Format.',
		],
		[
			'1,299',
			'Weight must be a number that can be understood in one way only, not "1,299". It could be 1.299 or 1299: give one of them, or choose how numbers are written in the option Number Format.',
		],
		['12345678901234567890', 'Weight must have at most 15 digits, not "12345678901234567890".'],
	])('%p is refused', (raw, message) => expect(readOne(weight, raw)).toBe(message));
});

describe('whole numbers', () => {
	it.each<[raw: unknown, travels: number]>([
		[3, 3],
		['3', 3],
		['12.0', 12],
		['12.00', 12],
		[12.000000000000002, 12],
		['1 000', 1000],
	])('%p travels as %p', (raw, travels) => expect(readOne(quantity, raw)).toBe(travels));

	it.each<[raw: unknown, message: string]>([
		['1.5', 'Quantity must be a whole number, not "1.5".'],
		[0, 'Quantity must be at least 1, not "0".'],
		['-2', 'Quantity must be at least 1, not "-2".'],
		['1001', 'Quantity must be at most 1000, not "1001".'],
		[
			'12.000',
			'Quantity must be a whole number that can be understood in one way only, not "12.000". It could be 12 or 12000: give one of them, or choose how numbers are written in the option Number Format.',
		],
		[9007199254740993, 'Quantity must have at most 15 digits, not "9007199254740992".'],
	])('%p is refused', (raw, message) => expect(readOne(quantity, raw)).toBe(message));
});

describe('amounts as shops all over the world write them', () => {
	const LOCALES: ReadonlyArray<[locale: string, option: 'decimalPoint' | 'decimalComma']> = [
		['en-US', 'decimalPoint'],
		['en-GB', 'decimalPoint'],
		['de-CH', 'decimalPoint'],
		['de-DE', 'decimalComma'],
		['fr-FR', 'decimalComma'],
		['pt-BR', 'decimalComma'],
		['sv-SE', 'decimalComma'],
	];
	const amounts = fc.integer({ min: -1e10, max: 1e10 }).map((n) => n / 1000);
	const digits = fc.integer({ min: 0, max: 3 });

	it.each(LOCALES)('%s is right with its option, and right or refused without', (locale, numberFormat) => {
		fc.assert(
			fc.property(amounts, digits, fc.boolean(), (value, minimumFractionDigits, hasCurrency) => {
				const style = hasCurrency ? ({ style: 'currency', currency: 'EUR' } as const) : {};
				const written = new Intl.NumberFormat(locale, {
					...style,
					minimumFractionDigits,
					maximumFractionDigits: 3,
				}).format(value);
				expect([written, readOne(price, written, { numberFormat })]).toEqual([written, value]);
				const strictly = readOne(price, written);
				expect([written, typeof strictly === 'string' ? value : strictly]).toEqual([written, value]);
			}),
			{ numRuns: 100 },
		);
	});
});
