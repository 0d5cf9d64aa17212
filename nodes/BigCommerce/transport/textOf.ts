/** A value as text; objects and lists as JSON, never `[object Object]`. */
export function textOf(value: unknown): string {
	switch (typeof value) {
		case 'string':
			return value;
		case 'number':
		case 'boolean':
		case 'bigint':
			return value.toString();
		default:
			return value === undefined || value === null ? '' : JSON.stringify(value);
	}
}
