import type { JsonObject, JsonValue } from '../transport/types';

const isObject = (value: JsonValue | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Keeps the named fields of a row, in their places, so that an expression written for the simplified row
 * fits the raw one too.
 * @param paths dotted, for example `billing_address.email`
 */
export function keepFields(row: JsonObject, paths: readonly string[]): JsonObject {
	const kept: JsonObject = {};
	for (const path of paths) {
		const names = path.split('.');
		let from: JsonValue | undefined = row;
		for (const name of names) from = isObject(from) ? from[name] : undefined;
		if (from === undefined) continue;
		let to = kept;
		for (const name of names.slice(0, -1)) {
			const inner = to[name];
			to = isObject(inner) ? inner : (to[name] = {});
		}
		to[names[names.length - 1]!] = from;
	}
	return kept;
}
