import type { JsonObject, JsonValue } from '../../transport/types';
import type { Field, RecordField } from '../field';
import type { NaturalKey } from '../record';
import type { FieldFault, Refusal } from './fault';

/** How values are written, and what an empty one means. */
export interface Reading {
	/** IANA name of the workflow's time zone, for dates without an offset. */
	timezone: string;
	/** How dates travel: v2 bodies want RFC 2822, all else ISO 8601. Both in UTC, to the second. */
	dates: 'iso' | 'rfc2822';
	/** How dates may be written besides the forms that leave no doubt. */
	dateFormat: 'iso' | 'dayFirst' | 'monthFirst' | 'spreadsheet' | 'unixSeconds';
	/** `strict`: texts that could be two numbers are refused. */
	numberFormat: 'strict' | 'decimalPoint' | 'decimalComma';
	/** What an empty value of an optional field of a write does. */
	emptyValues: 'leaveOut' | 'clear';
	/** Whether an AI agent filled the parameters in; such a one sends empty values for what nobody asked. */
	fromTool: boolean;
}

/**
 * What values are for, and so what an empty one means. `path`: refused. `filter`: refused. `listFilter`:
 * refused, left out and named where an agent gave it. `write`: left out or cleared. `plain`: left out.
 */
export type Role = 'path' | 'filter' | 'listFilter' | 'write' | 'plain';

/** A record that was named by a natural key and must be looked up. */
export interface Reference {
	field: RecordField;
	key: NaturalKey;
	/** The key as it was given, without the blanks around it. */
	text: string;
	/** Puts the ID where it belongs in the values; until then the place is not filled. */
	put(id: number | string): void;
}

export interface ReadValues {
	/** What travels, by the names of fields. */
	values: JsonObject;
	/** Everything that is wrong. With a fault nothing may be sent. */
	faults: FieldFault[];
	/** Display names of filters that an agent gave without a value and that do not apply. */
	leftOut: string[];
	references: Reference[];
}

/** Values as n8n holds them, by the names of fields. */
export type Raw = Readonly<Record<string, unknown>>;

/** Understands one value that is not empty. `undefined`: it was empty after all, a list without a part for example. */
export type Decode = (raw: unknown, reading: Reading) => JsonValue | undefined | Refusal;

/** @returns the values of one item; never throws for a value */
export type Reader = (raw: Raw, reading: Reading) => ReadValues;

/** All kinds whose values stand alone. */
export type PlainField = Exclude<Field, { kind: 'record' | 'object' | 'list' | 'fields' }>;
