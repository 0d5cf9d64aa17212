import type { ItemInput } from '../../execution/itemInput';
import type { JsonObject, JsonValue } from '../../transport/types';
import type { Field } from '../types';

const isObject = (value: JsonValue): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The entries of a list in the form, and after them those of its JSON twin: a list in the form cannot grow
 * with what an expression gives.
 * @throws NodeOperationError when the JSON is not a list of objects
 */
export function joinLists(
	entries: JsonValue | undefined,
	more: JsonValue | undefined,
	{ displayName, placeholder }: Field,
	input: ItemInput,
): JsonValue[] {
	const listed = Array.isArray(entries) ? entries : [];
	if (more === undefined || more === null) return listed;
	if (Array.isArray(more) && more.every(isObject)) return [...listed, ...more];
	throw input.refuse(`${displayName} must be a list of objects`, placeholder);
}
