import type { JsonObject, JsonValue } from '../../transport/types';

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects in a list; none where there is no list. */
export const objectsIn = (list: JsonValue | undefined): JsonObject[] =>
	Array.isArray(list) ? list.filter(isObject) : [];
