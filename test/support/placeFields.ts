import type { INodeParameters } from 'n8n-workflow';

import { fieldsOf } from '../../nodes/BigCommerce/model/facts';
import { isCollection } from '../../nodes/BigCommerce/model/field';
import { RESOURCES } from '../../nodes/BigCommerce/resources';

/** Puts values where the form of an operation has their fields: at its top, or in the collection that holds them. */
export function placeFields(resource: string, operation: string, values: INodeParameters): INodeParameters {
	const definition = RESOURCES.find(({ value }) => value === resource)?.operations.find(
		({ value }) => value === operation,
	);
	const placed: INodeParameters = {};
	for (const [name, value] of Object.entries(flat(values))) {
		const collection = (definition ? fieldsOf(definition) : [])
			.filter(isCollection)
			.find(({ fields }) => fields.some((field) => field.name === name));
		if (collection) placed[collection.name] = { ...(placed[collection.name] as object), [name]: value };
		else placed[name] = value;
	}
	return placed;
}

const COLLECTIONS = ['additionalFields', 'newFields', 'updateFields'];

/** Values without the collections around them. */
function flat(values: INodeParameters): INodeParameters {
	const inside: INodeParameters = {};
	for (const [name, value] of Object.entries(values)) {
		if (COLLECTIONS.includes(name) && typeof value === 'object') Object.assign(inside, value);
		else inside[name] = value;
	}
	return inside;
}
