import type { z } from 'zod';
import { invalid, invalidFields, tooMany, v2Error, v3Error } from './errors';
import type { Call } from './route';

/** zod's issues as BigCommerce's `errors` map: field path (dots) to message. */
export function fieldErrors(error: z.ZodError, prefix = ''): Record<string, string> {
	return Object.fromEntries(
		error.issues.map((issue) => {
			const path = [...(prefix ? [prefix] : []), ...issue.path].join('.') || 'body';
			const missing = issue.code === 'invalid_type' && issue.received === 'undefined';
			return [path, missing ? 'error.path.missing' : issue.message];
		}),
	);
}

/** The request's body, checked. v3 answers 422 with the fields at fault, v2 answers 400. */
export function readBody<S extends z.ZodTypeAny>(call: Call, schema: S): z.output<S> {
	const result = schema.safeParse(call.body ?? {});
	if (result.success) return result.data as z.output<S>;
	throw invalidFields(call.version, fieldErrors(result.error), 'JSON data is missing or invalid');
}

/** A body that is an array of records: refused whole (413 or 422) if one of them is wrong. */
export function readBatch<S extends z.ZodTypeAny>(
	call: Call,
	schema: S,
	options: { maximum?: number; title?: string } = {},
): z.output<S>[] {
	const items = rowsOf(call);
	if (options.maximum !== undefined && items.length > options.maximum) throw tooMany(options.maximum);
	const errors: Record<string, string> = {};
	const records = items.map((item, index) => {
		const result = schema.safeParse(item);
		if (!result.success) Object.assign(errors, fieldErrors(result.error, String(index)));
		return result.data as z.output<S>;
	});
	if (Object.keys(errors).length > 0) throw invalid(errors, options.title ?? 'The batch is not valid.');
	return records;
}

/** The rows of a body that is an array. @throws 422 for anything else */
export function rowsOf(call: Call): unknown[] {
	if (!Array.isArray(call.body)) throw v3Error(422, 'The request body must be an array.', {});
	return call.body as unknown[];
}

/** @throws 400 naming the first field that only the store writes, in BigCommerce's words (v2 does so) */
export function refuseReadOnly(body: unknown, fields: readonly string[]): void {
	if (typeof body !== 'object' || body === null) return;
	const field = Object.keys(body).find((name) => fields.includes(name));
	if (field === undefined) return;
	throw v2Error(
		400,
		`The field '${field}' cannot be written to. Please remove it from your request before trying again.`,
	);
}

/** Without the keys whose value is undefined, so that a spread changes only what was sent. */
export function sent<T extends object>(input: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
	return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<{
		[K in keyof T]: Exclude<T[K], undefined>;
	}>;
}

/** A path parameter as a number; NaN when it is no positive integer. */
export function pathId(call: Call, name: string): number {
	const text = call.params[name] ?? '';
	return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
