import { z } from 'zod';
import { money as moneyText, parseDate } from '../core/format';
import type { Row } from '../core/table';
import type { Store } from '../data/store';
import type { JsonObject } from '../types';
import { Field, isOfStore, schemaOf, type Fields } from './field';

/** The kinds of fields that declarations are made of. */

export function text(maximum = 65_535, pattern?: RegExp): Field {
	const schema = z.string().max(maximum);
	return new Field({ schema: pattern ? schema.regex(pattern) : schema, sample: (n) => `text ${n}`.slice(0, maximum) });
}

export const email = (): Field => new Field({ schema: z.string().email(), sample: (n) => `person.${n}@example.com` });

export const whole = (minimum = -2_147_483_648, maximum = 2_147_483_647): Field =>
	new Field({ schema: z.number().int().min(minimum).max(maximum), sample: (n) => Math.max(minimum, n) });

export const flag = (): Field => new Field({ schema: z.boolean(), sample: () => true });

export const choice = (...values: [string, ...string[]]): Field =>
	new Field({ schema: z.enum(values), sample: () => values[0] });

export const list = (of: Field, maximum = 1000): Field =>
	new Field({ schema: z.array(of.rules.schema).max(maximum), sample: (n) => [of.rules.sample(n)] });

/** An object with these fields; those that are neither required nor have a default may be left out. */
export function object(fields: Fields): Field {
	const shape = Object.entries(schemaOf(fields).shape).map(([name, schema]) => {
		const { constant } = (fields[name] as Field).rules;
		return [name, constant === undefined ? schema : schema.default(constant)];
	});
	return new Field({
		schema: z.object(Object.fromEntries(shape) as z.ZodRawShape),
		sample: (n) => samplesOf(fields, n),
	});
}

/** Anything that JSON can hold. */
export const anything = (): Field => new Field({ schema: z.unknown(), sample: (n) => n });

/** An object of whose content nothing is known. */
export const bag = (): Field => new Field({ schema: z.record(z.unknown()), sample: () => ({}) });

/** The ID of another record: a number, or a text such as a UUID. */
export const key = (): Field => new Field({ schema: z.union([z.number().int(), z.string()]), sample: () => 1 });

/** A number, or the text of one. */
export const numeric = (): Field =>
	new Field({ schema: z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]), sample: (n) => n });

/** An amount of v2: a number or its text goes in, a text with four decimals comes out. */
export const money = (): Field =>
	new Field({
		schema: z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform(Number),
		sample: (n) => `${n}.50`,
		shown: (value) => moneyText(value as number),
	});

/** A time as RFC 2822 or ISO 8601; kept as milliseconds, written by `format`. An empty text clears it. */
export const date = (format: (time: number | undefined) => unknown): Field =>
	new Field({
		schema: z
			.string()
			.refine((value) => value === '' || !Number.isNaN(parseDate(value)), 'is not a date')
			.transform((value) => (value === '' ? undefined : parseDate(value))),
		sample: () => '2026-02-03T04:05:06Z',
		shown: (value) => format(value as number | undefined),
	});

/** When the record was made. */
export const madeOn = (format: (time: number) => unknown): Field =>
	new Field({
		schema: z.unknown(),
		sample: () => undefined,
		access: 'read-only',
		initial: (_input, { now }) => format(now),
	});

/** When the record was last changed. */
export function changedOn(format: (time: number) => unknown): Field {
	const { rules } = madeOn(format);
	return new Field({ ...rules, changed: ({ now }) => format(now) });
}

/** What is worked out whenever the record is shown. */
export const computed = (read: (record: Row, store: Store) => unknown): Field =>
	new Field({ schema: z.unknown(), sample: () => undefined, access: 'read-only', computed: read });

/** Values for every field that may be sent. */
export function samplesOf(fields: Fields, n: number): JsonObject {
	const writable = Object.entries(fields).filter(([, { rules }]) => !isOfStore(rules.access));
	return Object.fromEntries(writable.map(([name, { rules }]) => [name, rules.sample(n)]));
}
