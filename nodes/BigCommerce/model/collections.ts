import type { ChoicesField, Field, FieldsField } from './field';
import type { Choices } from './fields';
import { alphabetical, choice, choices } from './fields';

/** Collections of fields that people may leave closed: what each is for decides its title and its place. */

type Collection = [role: FieldsField['role'], name: string, displayName: string];

const COLLECTIONS = {
	additional: ['additional', 'additionalFields', 'Additional Fields'],
	newOnly: ['additional', 'newFields', 'Fields for New Records'],
	update: ['update', 'updateFields', 'Update Fields'],
	filters: ['filters', 'filters', 'Filters'],
	sort: ['sort', 'sorting', 'Sort'],
	options: ['options', 'options', 'Options'],
} as const satisfies Record<string, Collection>;

const collection = ([role, name, displayName]: Collection, fields: readonly Field[]): FieldsField => ({
	kind: 'fields',
	role,
	name,
	displayName,
	fields: alphabetical(fields),
});

/** Fields that need not be set, in alphabetical order. */
export const additionalFields = (...fields: readonly Field[]): FieldsField =>
	collection(COLLECTIONS.additional, fields);

/** Fields that only a new record gets. */
export const newFields = (...fields: readonly Field[]): FieldsField => collection(COLLECTIONS.newOnly, fields);

/** Fields that only an update has, beside those that creating has too. */
export const changingFields = (...fields: readonly Field[]): FieldsField => collection(COLLECTIONS.update, fields);

/** Changes; without any of them an update is refused. */
export const updateFields = (...fields: readonly Field[]): FieldsField => ({
	...collection(COLLECTIONS.update, fields),
	required: true,
});

export const filters = (...fields: readonly Field[]): FieldsField => collection(COLLECTIONS.filters, fields);

export const options = (...fields: readonly Field[]): FieldsField => collection(COLLECTIONS.options, fields);

/** What comes with each row when asked for. */
export const include = (of: Choices, description: string): ChoicesField =>
	choices('include', 'Include', of, { description });

const DIRECTIONS: ReadonlyArray<[value: string, name: string]> = [
	['asc', 'Ascending'],
	['desc', 'Descending'],
];

/** Sorting by two parameters, `sort` and `direction`, as v3 lists have it. */
export const sortBy = (...by: Choices): FieldsField =>
	collection(COLLECTIONS.sort, [
		choice('sort', 'Sort By', by),
		choice('direction', 'Direction', DIRECTIONS, { description: 'Ascending if nothing is chosen' }),
	]);

/** Sorting by one parameter, `sort=name:asc`, as v2 orders and v3 customers have it; the form is the same. */
export const sortByPair = (...by: Choices): FieldsField => ({ ...sortBy(...by), joinsDirection: true });
