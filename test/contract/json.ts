export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One JSON pointer step further: `childPointer('/data', 'a/b')` is `/data/a~1b`. */
export function childPointer(pointer: string, key: string | number): string {
	return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A value as it may appear in a message: JSON, cut to a readable length. */
export function excerpt(value: unknown, length = 80): string {
	const text = JSON.stringify(value) ?? 'undefined';
	return text.length > length ? `${text.slice(0, length - 3)}...` : text;
}
