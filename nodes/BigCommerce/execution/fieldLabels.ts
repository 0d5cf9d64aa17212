import type { Field, Operation } from '../resources/types';
import type { ApiFailure } from '../transport/failure';

/** Display names by BigCommerce's field names, through collections and groups. */
function labels(fields: readonly Field[], into = new Map<string, string>()): Map<string, string> {
	for (const field of fields) {
		if (field.type !== 'collection' && !into.has(field.name)) into.set(field.name, field.displayName);
		for (const option of field.options ?? []) {
			if ('values' in option) labels(option.values, into);
			else if ('type' in option) labels([option], into);
		}
	}
	return into;
}

/** The failure's description with the fields named as the node's form names them. */
export function explainFields(operation: Operation, failure: ApiFailure): string {
	const fields = failure.details.problem?.fields ?? [];
	if (fields.length === 0) return failure.description;
	const body = 'body' in operation ? (operation.body ?? []) : [];
	const known = labels([...(operation.path ?? []), ...(operation.query ?? []), ...body]);
	return fields.reduce((description, { field, message }) => {
		// BigCommerce writes `0.email`, `[0].email` or `billing_address.zip`.
		const name = field
			.split(/[.[\]]+/)
			.reverse()
			.find((part) => known.has(part));
		return name === undefined
			? description
			: description.replace(`${field}: ${message}`, `${known.get(name)} (${field}): ${message}`);
	}, failure.description);
}
