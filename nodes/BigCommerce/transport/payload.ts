import type { ApiResponse, JsonObject, JsonValue } from './types';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const ENVELOPE = ['data', 'meta', 'errors'];

/** The payload of an answer: v3 wraps it in `data`, at times without `meta`; v2 and a few v3 calls do not. */
export function payloadOf({ body }: Pick<ApiResponse, 'body'>): JsonValue | undefined {
	const isWrapped = isObject(body) && 'data' in body && Object.keys(body).every((key) => ENVELOPE.includes(key));
	return (isWrapped || (isObject(body) && 'data' in body && 'meta' in body) ? body.data : body) as
		JsonValue | undefined;
}

/**
 * The rows of a list answer; v2 says 204 without a body when there are none. What is no row (null) is left
 * out; plain values, tags for example, become `{value}`.
 * @param listKey where the payload is an object: its field that holds the rows
 */
export function rowsOf(response: Pick<ApiResponse, 'body'>, listKey?: string): JsonObject[] {
	return listOf(response, listKey).flatMap((row) =>
		row === null || row === undefined ? [] : isObject(row) ? [row] : [{ value: row }],
	);
}

/** The rows as they came, whatever they are; their number is what pages are counted by. */
export function listOf(response: Pick<ApiResponse, 'body'>, listKey?: string): readonly JsonValue[] {
	const payload = payloadOf(response);
	const list = listKey !== undefined && isObject(payload) ? payload[listKey] : payload;
	return Array.isArray(list) ? list : [];
}
