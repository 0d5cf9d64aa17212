import { STATUS_PAGE } from '../core/errors';
import type { Answer, Call, Route } from '../core/route';
import type { FailedRows, JsonObject } from '../types';

const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a batch: the body itself, or the one list that it holds (`{items: []}`). */
function rowsIn(body: unknown): { rows: unknown[]; withRows: (rows: unknown[]) => unknown } | undefined {
	if (Array.isArray(body)) return { rows: body as unknown[], withRows: (rows) => rows };
	if (!isObject(body)) return undefined;
	const [name, rows] = Object.entries(body).find(([, value]) => Array.isArray(value)) ?? [];
	if (name === undefined) return undefined;
	return { rows: rows as unknown[], withRows: (left) => ({ ...body, [name]: left }) };
}

/**
 * Carries out a batch without the rows that are to fail, and answers as for a partial success: errors
 * beside the data, by the number of their row, and the counts in `meta`.
 *
 * @throws Error for a request without rows
 */
export function withFailedRows(
	{ rows, reason = 'The row is not valid.' }: FailedRows,
	route: Route,
	call: Call,
): Answer {
	const batch = rowsIn(call.body);
	if (!batch) throw new Error(`${call.method} ${call.path} has no rows that could fail`);
	const failing = rows.filter((row) => row < batch.rows.length);
	const left = batch.rows.filter((_row, index) => !failing.includes(index));
	const saved = left.length > 0 ? route.handle({ ...call, body: batch.withRows(left) }) : { status: 422, body: {} };
	const body = isObject(saved.body) ? saved.body : {};
	const failure = {
		status: 422,
		title: reason,
		type: STATUS_PAGE,
		errors: Object.fromEntries(failing.map((row) => [String(row), reason])),
	};
	const isList = Array.isArray(body.errors);
	const meta = { ...(isObject(body.meta) ? body.meta : {}), total: batch.rows.length, success: left.length };
	return {
		status: left.length === 0 || isList ? 422 : 207,
		body: { ...body, errors: isList ? [failure] : failure, meta: { ...meta, failed: failing.length } },
	};
}
