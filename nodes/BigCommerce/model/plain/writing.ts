import type { Field } from '../field';
import { additionalFields, changingFields, newFields } from '../collections';
import { required as mustHave } from '../fields';
import type { BatchOperation, CallOperation, MergeOperation } from '../operation';
import type { Crud } from './definition';
import { onAll, one, onOne, onTheOnly, readBackOf, shared, singular } from './definition';

/** The field for a collection of changes, where nothing must be there and others need not be beside it. */
export const loose = ({ showFor: _, ...field }: Field): Field => ({ ...field, required: false });

/** What a record may have besides what it must have: the same collection wherever it is written. */
export const furtherFields = ({ optional = [], newOnly = [] }: Crud, how: { isNew: boolean }): Field[] => [
	...(optional.length > 0 ? [additionalFields(...optional)] : []),
	...(how.isNew && newOnly.length > 0 ? [newFields(...newOnly)] : []),
];

/** Everything of the body that an update takes. What stays empty stays as it is. */
const changeable = (of: Crud): Field[] => [
	...(of.required ?? []).filter(({ name }) => !of.fixed?.includes(name)).map(loose),
	...furtherFields(of, { isNew: false }),
	...(of.changesOnly ? [changingFields(...of.changesOnly)] : []),
];

export function createOf(of: Crud): CallOperation {
	const { required = [] } = of;
	return {
		kind: 'call',
		value: 'create',
		name: 'Create',
		action: `Create ${singular(of)}`,
		description: of.says?.create ?? `Add ${one(of)}`,
		endpoint: onAll('POST', of),
		effect: 'create',
		repeatable: false,
		path: of.parents ?? [],
		body: [...required.map(mustHave), ...furtherFields(of, { isNew: true })],
		...(of.shapeBody ? { shapeBody: of.shapeBody } : {}),
		...shared(of),
	};
}

export function updateOf(of: Crud): CallOperation {
	return {
		kind: 'call',
		value: 'update',
		name: 'Update',
		action: `Update ${singular(of)}`,
		description: of.says?.update ?? `Change fields of ${one(of)}; the others stay as they are`,
		endpoint: onOne('PUT', of),
		effect: 'update',
		repeatable: true,
		readBack: readBackOf(of),
		path: [...(of.parents ?? []), of.key],
		body: changeable(of),
		...(of.shapeBody ? { shapeBody: of.shapeBody } : {}),
		...shared(of),
	};
}

export function deleteOf(of: Crud): CallOperation {
	return {
		kind: 'call',
		value: 'delete',
		name: 'Delete',
		action: `Delete ${singular(of)}`,
		description: of.says?.delete ?? `Delete ${one(of)} for good`,
		endpoint: onOne('DELETE', of),
		effect: 'delete',
		repeatable: true,
		readBack: readBackOf(of),
		scope: of.scope,
		...(of.options ? { options: of.options } : {}),
		path: [...(of.parents ?? []), of.key],
	};
}

/** An update that reads the record first, and sends along what must not be missing. */
export function mergeOf(of: Crud): MergeOperation {
	const { keep = [], readBy, key } = of;
	const { kind: _, result: __, problemIn: ___, endpoint: ____, ...update } = updateOf(of);
	return {
		...update,
		kind: 'merge',
		read: readBackOf(of).endpoint,
		...(readBy === undefined ? {} : { readQuery: ({ path }) => ({ [readBy]: path[key.name]! }) }),
		endpoint: onOne('PUT', of),
		keep,
	};
}

/** A batch in place of the single call: the endpoint of the collection takes several records. */
export const inBatches = (
	call: CallOperation,
	batch: Pick<BatchOperation, 'endpoint' | 'match'> & Partial<BatchOperation>,
): BatchOperation => {
	const { kind: _, result: __, ...rest } = call;
	return { ...rest, ...batch, kind: 'batch' };
};

/** The batches of a collection that takes several records with each call; they name records by `id`. */
export const createMany = (of: Crud, match: readonly string[]): BatchOperation =>
	inBatches(createOf(of), { endpoint: onTheOnly('POST', of), match });

export const updateMany = (of: Crud): BatchOperation => {
	const update = updateOf(of);
	return inBatches(update, {
		endpoint: onTheOnly('PUT', of),
		match: ['id'],
		path: of.parents ?? [],
		body: [of.key, ...(update.body ?? [])],
	});
};

export const deleteMany = (of: Crud): BatchOperation =>
	inBatches(deleteOf(of), {
		endpoint: onTheOnly('DELETE', of),
		match: ['id'],
		filter: of.readBy === '' ? 'id:in' : (of.readBy ?? 'id:in'),
		path: of.parents ?? [],
		body: [of.key],
	});

/** How a resource creates: one by one, or in batches. */
export const creatingOf = (of: Crud): CallOperation | BatchOperation =>
	of.batches ? createMany(of, of.batches.match) : createOf(of);

export const updatingOf = (of: Crud): CallOperation | BatchOperation | MergeOperation => {
	if (of.batches) return updateMany(of);
	return of.keep ? mergeOf(of) : updateOf(of);
};
