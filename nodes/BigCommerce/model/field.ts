import type { JsonObject, JsonValue } from '../transport/types';
import type { RecordKind } from './record';

/**
 * What an operation asks for. `name` is BigCommerce's own name of it; its kind decides how the form shows
 * it, how values are understood and how they travel. No field has a value until somebody gives it one.
 */
export type Field =
	| TextField
	| NumberField
	| FlagField
	| ChoiceField
	| ChoicesField
	| DateField
	| IdField
	| TextsField
	| JsonField
	| RecordField
	| BinaryField
	| ObjectField
	| ListField
	| FieldsField;

interface Base {
	name: string;
	displayName: string;
	description?: string;
	placeholder?: string;
	/** Refused by its name when it has no value. In an upsert: once it is known that the record is new, see `newOnly`. */
	required?: boolean;
	/** Shown, and meant, only while other fields have one of these values. */
	showFor?: Readonly<Record<string, ReadonlyArray<string | number | boolean>>>;
	/** What to do where it must have a value and has none; a sentence or two that follow the refusal. */
	advice?: string;
	/** What Empty Values: Clear sends. Default: `''` for texts, `[]` for lists, else `null`. */
	cleared?: JsonValue;
}

/**
 * `text`: as given. `key`: a code, name or address that records are found by (SKU, email): blanks around it
 * and characters that nobody sees are dropped. Both refuse numbers that have lost digits.
 */
export interface TextField extends Base {
	kind: 'text' | 'key';
	/** Lines that the form shows. */
	rows?: number;
	isSecret?: boolean;
	/** Most characters that BigCommerce keeps. */
	most?: number;
}

/**
 * `number`: any. `integer`: whole. `money`: four decimals at most. `amount`: money that travels as text, as
 * v2 and promotions want it.
 */
export interface NumberField extends Base {
	kind: 'number' | 'integer' | 'money' | 'amount';
	min?: number;
	max?: number;
	/** Only for settings of the node itself, which travel nowhere. */
	preset?: number;
	/** Whether the text `10%` is 10 here. Elsewhere a percent sign is refused. */
	isPercent?: boolean;
}

/** Yes or no. In a collection it counts as soon as it is added. */
export interface FlagField extends Base {
	kind: 'flag';
	preset?: boolean;
}

export interface Choice {
	name: string;
	value: string | number;
	description?: string;
	/** For Include: the field of a row that it comes in, where that has another name. */
	field?: string;
}

/** One of a few, by value or by name. Nothing is chosen at first, unless it decides no write (`preset`). */
export interface ChoiceField extends Base {
	kind: 'choice';
	choices: readonly Choice[];
	/** Only where it decides nothing that is written: how a record is named, what is shown. */
	preset?: string | number;
	/** Whether other values are taken as well, as text, because BigCommerce knows more than these. */
	isOpen?: boolean;
}

/** Several of a few; a list in a body, comma-joined in a query. */
export interface ChoicesField extends Base {
	kind: 'choices';
	choices: readonly Choice[];
}

/** Takes any ISO 8601 date and time; without an offset it is in the time zone of the workflow. */
export interface DateField extends Base {
	kind: 'date';
}

/** `id`: a positive whole number (`zero`: 0 as well, which means none). `uuid`. */
export interface IdField extends Base {
	kind: 'id' | 'uuid';
	/** What 0 means, where it is allowed. */
	zero?: string;
	/** What the field shows at first; for records that every store has, such as the first location. */
	preset?: string;
}

/** `ids`: whole numbers. `words`: texts. From text separated by commas, semicolons or lines, or from a list. */
export interface TextsField extends Base {
	kind: 'ids' | 'words';
	/** `ids` that may be negative, where BigCommerce gives that a meaning. */
	mayBeNegative?: boolean;
}

/**
 * `json`: any JSON. `value`: text, or a list or an object. `optionValue`: what a shopper chooses or enters: a
 * whole number names a value by its ID, the rest is like `value`. `jsonText`: text that holds JSON.
 */
export interface JsonField extends Base {
	kind: 'json' | 'value' | 'optionValue' | 'jsonText';
}

/** One record, picked from a list, by ID, by a natural key or by its address; or several (`many`). */
export interface RecordField extends Base {
	kind: 'record';
	record: RecordKind;
	many?: boolean;
	/** What 0 means, where it is allowed. */
	zero?: string;
}

/** Name of n8n's binary data that is uploaded. */
export interface BinaryField extends Base {
	kind: 'binary';
}

/** One object, of which only the fields that are added travel. */
export interface ObjectField extends Base {
	kind: 'object';
	fields: readonly Field[];
	/** Fields that the form shows from the start. */
	shown?: readonly string[];
}

/** One form of a list's entries. */
export interface EntryKind {
	name: string;
	displayName: string;
	fields: readonly Field[];
}

/** Entries of several fields each, from the form or from one list of the item; travels as a list of objects. */
export interface ListField extends Base {
	kind: 'list';
	entries: readonly EntryKind[];
	/** An entry in which none of these has a value is left out. Default: one in which nothing has a value. */
	blankWithout?: readonly string[];
	/** What names an entry, for Add and Remove. Without it the list can only be replaced. */
	entryKey?: readonly string[];
	/**
	 * What travels of an entry that the record has when the list is added to or taken from; `given` is what
	 * the item says of it. Default: all of the entry, with the given fields in place of its own.
	 */
	merge?: (before: JsonObject, given?: JsonObject) => JsonObject;
}

/** The group of a list field that takes a whole list instead of single entries, and its only field. */
export const FROM_ITEM = { group: 'fromItem', field: 'list' } as const;

/** A collection that stands for the fields in it. */
export interface FieldsField extends Base {
	kind: 'fields';
	/** What they are for; decides title and place in the form. */
	role: 'additional' | 'update' | 'filters' | 'sort' | 'options';
	fields: readonly Field[];
	/** For sorting: `direction` travels within `sort`, as `sort=name:asc`. */
	joinsDirection?: boolean;
	/** Fields that the form shows from the start. */
	shown?: readonly string[];
}

/** The fields of a collection are those of the operation itself. */
export const isCollection = (field: Field): field is FieldsField => field.kind === 'fields';

/** All fields that stand for themselves, in their order. */
export const flatFields = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => (isCollection(field) ? flatFields(field.fields) : [field]));
