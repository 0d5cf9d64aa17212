import type { Field } from '../field';
import { flatFields } from '../field';
import { required as mustHave } from '../fields';
import type { UpsertOperation } from '../operation';
import type { Crud } from './definition';
import { onAll, shared, singular } from './definition';
import { creatingOf, furtherFields, loose, updatingOf } from './writing';

/** @param create,update the operations that it is made of, where they are not the plain ones */
export function upsertOf(
	of: Crud,
	{ create = creatingOf(of), update = updatingOf(of) }: Partial<Pick<UpsertOperation, 'create' | 'update'>> = {},
): UpsertOperation {
	const { required = [], optional = [], newOnly = [], fixed = [], naturalKey } = of;
	if (!naturalKey) throw new RangeError(`${of.name} has no natural key`);
	const isKey = ({ name }: Field) => naturalKey.fields.includes(name);
	const rest = (fields: readonly Field[]) => fields.filter((field) => !isKey(field));
	return {
		kind: 'upsert',
		value: 'upsert',
		name: 'Create or Update',
		action: `Create or update ${singular(of)}`,
		// The words that n8n's linter wants for every upsert.
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		key: naturalKey.fields,
		find: {
			endpoint: onAll('GET', of),
			...(naturalKey.filter ? { filter: naturalKey.filter } : {}),
			rows: naturalKey.fields,
		},
		create,
		update,
		idField: of.key.name,
		neededForNew: required.filter((field) => !isKey(field) && !field.showFor).map(({ name }) => name),
		newOnly: [...newOnly.map(({ name }) => name), ...fixed],
		path: of.parents ?? [],
		body: [
			...flatFields([...required, ...optional])
				.filter(isKey)
				.map(mustHave),
			...rest(required).map((field) => noteNew(field, of)),
			...furtherFields({ ...of, optional: rest(optional) }, { isNew: true }),
		],
		...(of.shapeBody ? { shapeBody: of.shapeBody } : {}),
		...shared(of),
	};
}

/** Says in the form what only a new record needs. */
function noteNew(field: Field, of: Crud): Field {
	if (field.showFor) return loose(field);
	const note = `A new ${singular(of)} needs it`;
	return { ...loose(field), description: field.description ? `${field.description}. ${note}.` : note };
}
