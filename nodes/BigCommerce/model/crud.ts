import type { Operation, Resource } from './operation';
import type { Crud, Plain } from './plain/definition';
import { countOf, getOf, listOf, lookUpOf } from './plain/reading';
import { upsertOf } from './plain/upsert';
import { creatingOf, deleteMany, deleteOf, updatingOf } from './plain/writing';

export type { Crud } from './plain/definition';
export { countOf, getOf, listOf, lookUpOf } from './plain/reading';
export { upsertOf } from './plain/upsert';
export { createOf, deleteOf, inBatches, mergeOf, updateOf } from './plain/writing';

const MAKERS: Record<Plain, (of: Crud) => Operation> = {
	create: creatingOf,
	get: (of) => (of.readBy === undefined ? getOf(of) : lookUpOf(of, of.readBy)),
	getAll: listOf,
	update: updatingOf,
	delete: (of) => (of.batches ? deleteMany(of) : deleteOf(of)),
	count: countOf,
	upsert: (of) => upsertOf(of),
};

/** Makes the resource of its plain and special operations. A create may not be repeated; update and delete by ID may. */
export function crud(of: Crud): Resource {
	const plain = (of.has ?? ['create', 'get', 'getAll', 'update', 'delete']).map((which) => MAKERS[which](of));
	const special = of.special ?? [];
	const replaced = new Set(special.map(({ value }) => value));
	return {
		value: of.value,
		name: of.name,
		description: of.description,
		operations: [...plain.filter(({ value }) => !replaced.has(value)), ...special],
	};
}
