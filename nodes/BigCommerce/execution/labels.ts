import { fieldsOf } from '../model/facts';
import type { Field } from '../model/field';
import { flatFields } from '../model/field';
import type { Operation } from '../model/operation';

/** Made once for each operation: every item may fail. */
const known = new WeakMap<Operation, ReadonlyMap<string, string>>();

/** Field names as BigCommerce writes them, with their labels in the form. */
export function labelsOf(operation: Operation): (field: string) => string | undefined {
	const labels = known.get(operation) ?? labelsIn(operation);
	known.set(operation, labels);
	return (field) => labels.get(field);
}

function labelsIn(operation: Operation): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	const add = (fields: readonly Field[]) => {
		for (const field of flatFields(fields)) {
			if (!labels.has(field.name)) labels.set(field.name, field.displayName);
			if (field.kind === 'object') add(field.fields);
			if (field.kind === 'list') for (const entry of field.entries) add(entry.fields);
		}
	};
	add(fieldsOf(operation));
	return labels;
}
