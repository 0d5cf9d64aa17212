import { fieldsOf } from '../model/facts';
import type { Field } from '../model/field';
import { flatFields } from '../model/field';
import type { Operation } from '../model/operation';

/** Field names as BigCommerce writes them, with their labels in the form. */
export function labelsOf(operation: Operation): (field: string) => string | undefined {
	const labels = new Map<string, string>();
	const add = (fields: readonly Field[]) => {
		for (const field of flatFields(fields)) {
			if (!labels.has(field.name)) labels.set(field.name, field.displayName);
			if (field.kind === 'object') add(field.fields);
			if (field.kind === 'list') for (const entry of field.entries) add(entry.fields);
		}
	};
	add(fieldsOf(operation));
	return (field) => labels.get(field);
}
