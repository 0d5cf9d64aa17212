import type { JsonObject, JsonValue } from '../transport/types';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of its own only: what every object inherits is no field of a record. */
const fieldOf = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
	isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/**
 * Keeps the named fields of a row, in their places, so that an expression written for the simplified row
 * fits the raw one too.
 * @param paths dotted, for example `billing_address.email`
 */
export function keepFields(row: JsonObject, paths: readonly string[]): JsonObject {
	const kept: JsonObject = {};
	for (const path of paths) {
		const names = path.split('.');
		const value = names.reduce<JsonValue | undefined>(fieldOf, row);
		if (value === undefined || names.includes('__proto__')) continue;
		let to = kept;
		for (const name of names.slice(0, -1)) {
			const inner = fieldOf(to, name);
			to = isObject(inner) ? inner : (to[name] = {});
		}
		to[names[names.length - 1]!] = value;
	}
	return kept;
}
