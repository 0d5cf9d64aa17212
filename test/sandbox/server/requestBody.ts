import { problem, type ApiVersion } from '../core/errors';
import type { JsonObject } from '../types';

/**
 * The body of a request: JSON as it says, the fields of a form by name (a file as `<n bytes> name`).
 *
 * @throws 400 for JSON that cannot be read
 */
export async function readRequestBody(body: unknown, contentType: unknown, version: ApiVersion): Promise<unknown> {
	if (Buffer.isBuffer(body) && typeof contentType === 'string') {
		return contentType.startsWith('multipart/form-data') ? await readForm(body, contentType) : body;
	}
	if (typeof body !== 'string') return body;
	if (body.trim() === '') return undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		throw problem(version, 400, 'Input is invalid: the JSON of the request could not be read.');
	}
}

async function readForm(body: Buffer, contentType: string): Promise<JsonObject> {
	const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
	const fields: JsonObject = {};
	form.forEach((value, name) => {
		fields[name] = typeof value === 'string' ? fieldValue(value) : `<${value.size} bytes> ${value.name}`;
	});
	return fields;
}

/** Numbers and flags arrive as text. */
const fieldValue = (text: string): unknown =>
	/^(true|false|-?\d+)$/.test(text) ? (JSON.parse(text) as unknown) : text;

/** What the log keeps of a body: the JSON it holds, or its text. */
export function loggedBody(body: unknown): unknown {
	if (Buffer.isBuffer(body)) return `<${body.length} bytes>`;
	if (typeof body !== 'string' || body === '') return body || undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}
