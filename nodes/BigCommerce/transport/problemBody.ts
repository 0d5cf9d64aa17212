/** What the body of a refused call says, whichever of BigCommerce's shapes it has. */
export interface Problem {
	/** The sentence meant for people, if there is one. */
	title: string | undefined;
	/** What else it says: details of the title, titles of further errors. */
	more: string[];
	/** Messages per field, in BigCommerce's own field names. */
	fields: Array<{ field: string; message: string }>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Keys under which an error holds others, or messages by field. */
const NESTED = ['errors', 'batch_errors', 'field_errors', 'error', 'details'];

/**
 * Finds the title and the field messages in any error body: v2's array, v3's object, the lists of
 * promotions and trees, the batch and field errors of price lists and variants, the gateway's plain text.
 * Source: the error schemas in BigCommerce's OpenAPI files, and bodies reported by users of its API clients.
 */
export function readProblem(body: unknown): Problem {
	const titles: string[] = [];
	const fields: Problem['fields'] = [];
	readError(body, titles, fields);
	const unique = new Map(fields.map((entry) => [`${entry.field}\n${entry.message}`, entry]));
	const [title, ...more] = new Set(titles);
	return { title, more, fields: [...unique.values()] };
}

/** An error, a list of errors, or just its words. */
function readError(value: unknown, titles: string[], fields: Problem['fields']): void {
	if (Array.isArray(value)) {
		for (const entry of value) readError(entry, titles, fields);
	} else if (isRecord(value)) {
		const words = [value.title, value.message, value.detail].map(text).filter((each) => each !== undefined);
		titles.push(...words);
		for (const key of NESTED) {
			const inner = value[key];
			if (isRecord(inner) && !isError(inner)) readFields(inner, '', fields);
			else readError(inner, titles, fields);
		}
	} else {
		const message = text(value);
		if (message !== undefined && !looksLikeHtml(message)) titles.push(message);
	}
}

/** Messages by field; fields of a record in the record have theirs below its name. */
function readFields(value: unknown, field: string, fields: Problem['fields']): void {
	if (Array.isArray(value)) {
		for (const entry of value) readFields(entry, field, fields);
	} else if (isRecord(value)) {
		for (const [key, entry] of Object.entries(value)) readFields(entry, field ? `${field}.${key}` : key, fields);
	} else {
		const message = typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value);
		if (message !== undefined) fields.push({ field, message });
	}
}

/** Fields, too, may be named `title`, `type` or `code`; only errors have a status in figures, or hold others. */
const isError = (value: Record<string, unknown>): boolean =>
	typeof (value.status ?? value.code) === 'number' || NESTED.some((key) => typeof value[key] === 'object');

export function looksLikeHtml(body: unknown): boolean {
	return typeof body === 'string' && /^\s*<(!doctype|html|head|body|\?xml)/i.test(body);
}
