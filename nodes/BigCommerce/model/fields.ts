import type {
	BinaryField,
	Choice,
	ChoiceField,
	ChoicesField,
	DateField,
	EntryKind,
	Field,
	FlagField,
	IdField,
	JsonField,
	ListField,
	NumberField,
	ObjectField,
	TextField,
	TextsField,
} from './field';

/**
 * Short forms for the fields of operations. `name` is BigCommerce's own name of the field, `displayName` is
 * title case. Anything else a field may say goes into `more`.
 */
type More<F extends Field> = Partial<Omit<F, 'name' | 'displayName' | 'kind'>>;

export const text = (name: string, displayName: string, more: More<TextField> = {}): TextField => ({
	kind: 'text',
	name,
	displayName,
	...more,
});

/** Text of several lines, or HTML. */
export const longText = (name: string, displayName: string, more: More<TextField> = {}): TextField =>
	text(name, displayName, { rows: 4, ...more });

/** A code, a name or an address that records are found by: blanks around it mean nothing. */
export const key = (name: string, displayName: string, more: More<TextField> = {}): TextField => ({
	kind: 'key',
	name,
	displayName,
	...more,
});

export const email = (name = 'email', displayName = 'Email', more: More<TextField> = {}): TextField =>
	key(name, displayName, { placeholder: 'e.g. nathan@example.com', ...more });

export const number = (name: string, displayName: string, more: More<NumberField> = {}): NumberField => ({
	kind: 'number',
	name,
	displayName,
	...more,
});

export const integer = (name: string, displayName: string, more: More<NumberField> = {}): NumberField => ({
	kind: 'integer',
	name,
	displayName,
	...more,
});

/** An amount of money, without currency; BigCommerce keeps four decimals. */
export const money = (name: string, displayName: string, more: More<NumberField> = {}): NumberField => ({
	kind: 'money',
	name,
	displayName,
	...more,
});

/** An amount of money that travels as text: orders, coupons, gift certificates, promotions. */
export const amount = (name: string, displayName: string, more: More<NumberField> = {}): NumberField => ({
	kind: 'amount',
	name,
	displayName,
	...more,
});

/** @param description begins with "Whether" */
export const flag = (
	name: string,
	displayName: string,
	description: string,
	more: More<FlagField> = {},
): FlagField => ({ kind: 'flag', name, displayName, description, ...more });

/** `['new', 'used']`, or pairs of value and shown name. */
export type Choices = ReadonlyArray<string | readonly [value: string | number, name: string] | Choice>;

const isPair = (choice: Choices[number]): choice is readonly [string | number, string] => Array.isArray(choice);

const choicesOf = (choices: Choices): Choice[] =>
	choices.map((choice) => {
		if (typeof choice === 'string') return { name: titleOf(choice), value: choice };
		return isPair(choice) ? { name: choice[1], value: choice[0] } : choice;
	});

/** `per_item_discount` becomes `Per Item Discount`. */
const titleOf = (value: string) =>
	value
		.split(/[_ ]/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

/** One of a few; nothing is chosen at first. */
export const choice = (
	name: string,
	displayName: string,
	choices: Choices,
	more: More<ChoiceField> = {},
): ChoiceField => ({ kind: 'choice', name, displayName, choices: choicesOf(choices), ...more });

/** Yes or no where nothing chosen is a third answer: filters. @param values how BigCommerce writes them */
export const yesNo = (
	name: string,
	displayName: string,
	description: string,
	values: readonly [yes: string | number, no: string | number] = ['true', 'false'],
	more: More<ChoiceField> = {},
): ChoiceField =>
	choice(
		name,
		displayName,
		[
			[values[0], 'Yes'],
			[values[1], 'No'],
		],
		{ description, ...more },
	);

/** Several of a few; a list in a body, comma-joined in a query. */
export const choices = (
	name: string,
	displayName: string,
	of: Choices,
	more: More<ChoicesField> = {},
): ChoicesField => ({ kind: 'choices', name, displayName, choices: choicesOf(of), ...more });

export const date = (name: string, displayName: string, more: More<DateField> = {}): DateField => ({
	kind: 'date',
	name,
	displayName,
	...more,
});

/** The ID of one record. */
export const id = (name: string, displayName: string, more: More<IdField> = {}): IdField => ({
	kind: 'id',
	name,
	displayName,
	placeholder: 'e.g. 12',
	...more,
});

export const uuid = (name: string, displayName: string, more: More<IdField> = {}): IdField => ({
	kind: 'uuid',
	name,
	displayName,
	placeholder: 'e.g. bc218c65-7a32-4ab7-8082-68730c074d02',
	...more,
});

/** IDs, separated by commas or as a list. */
export const ids = (name: string, displayName: string, more: More<TextsField> = {}): TextsField => ({
	kind: 'ids',
	name,
	displayName,
	placeholder: 'e.g. 12, 15',
	...more,
});

/** Words, separated by commas or as a list. */
export const words = (name: string, displayName: string, more: More<TextsField> = {}): TextsField => ({
	kind: 'words',
	name,
	displayName,
	placeholder: 'e.g. red, blue',
	...more,
});

/** An object or a list, as JSON text or from an expression. */
export const json = (name: string, displayName: string, more: More<JsonField> = {}): JsonField => ({
	kind: 'json',
	name,
	displayName,
	...more,
});

/** Name of n8n's binary data that is uploaded. */
export const binary = (name: string, displayName: string, more: More<BinaryField> = {}): BinaryField => ({
	kind: 'binary',
	name,
	displayName,
	placeholder: 'e.g. data',
	...more,
});

/** One object of which only the fields that are added travel. */
export const object = (
	name: string,
	displayName: string,
	fields: readonly Field[],
	more: More<ObjectField> = {},
): ObjectField => ({ kind: 'object', name, displayName, fields: alphabetical(fields), ...more });

/** Entries of several fields each; travels as a list of objects. */
export const list = (
	name: string,
	displayName: string,
	fields: readonly Field[],
	more: More<ListField> = {},
): ListField => ({
	kind: 'list',
	name,
	displayName,
	entries: [{ name: 'values', displayName: 'Entry', fields }],
	...more,
});

/** Entries of several forms; the list holds those of the first form, then those of the next. */
export const mixedList = (
	name: string,
	displayName: string,
	entries: readonly EntryKind[],
	more: More<ListField> = {},
): ListField => ({ kind: 'list', name, displayName, entries, ...more });

/** As n8n wants the fields of a collection. */
export const alphabetical = (fields: readonly Field[]): Field[] =>
	[...fields].sort((one, other) => one.displayName.localeCompare(other.displayName));

/** The same field where it must be filled in. */
export const required = <F extends Field>(field: F): F => ({ ...field, required: true });
