import type { JsonObject } from '../types';

/** What `type` of a refusal names. */
export const STATUS_PAGE = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

export type ApiVersion = 'v2' | 'v3';

/** An answer other than success. Thrown by handlers; its body is already in BigCommerce's shape. */
export class ApiError extends Error {
	readonly contentType: string;

	constructor(
		readonly status: number,
		readonly body: unknown,
		contentType = 'application/json',
	) {
		super(`${status} ${JSON.stringify(body)}`);
		this.contentType = contentType;
	}
}

/** v3 standard shape: `{status, title, type, errors?}`. */
export function v3Error(status: number, title: string, errors?: JsonObject): ApiError {
	return new ApiError(status, { status, title, type: STATUS_PAGE, ...(errors && { errors }) });
}

/** v2 shape: an array of `{status, message, details?}`. */
export function v2Error(status: number, message: string, details?: JsonObject): ApiError {
	return new ApiError(status, [{ status, message, ...(details && { details }) }]);
}

/** 422 of v3 that names the fields at fault. */
export function invalid(errors: Record<string, string>, title?: string): ApiError {
	const first = Object.values(errors)[0] ?? 'The request is not valid.';
	return v3Error(422, title ?? first, errors);
}

export function notFound(style: ProblemStyle, what = 'The requested resource'): ApiError {
	return problem(style, 404, `${what} was not found.`);
}

/** Shapes of refusals: those of the two versions, and the errors that some of v3 put into a list or an object. */
export type ProblemStyle = ApiVersion | 'list' | 'nested';

/** A problem in one of the shapes; fields at fault are named where the shape has room for them. */
export function problem(style: ProblemStyle, status: number, title: string, errors?: JsonObject): ApiError {
	if (style === 'v2') return v2Error(status, title);
	if (style === 'v3') return v3Error(status, title, errors);
	const entry = { status, title, type: STATUS_PAGE, ...(errors && { errors }) };
	if (style === 'nested') return new ApiError(status, { errors: entry, meta: { total: 0, success: 0, failed: 0 } });
	return new ApiError(status, { errors: [{ ...entry, detail: title }] });
}

/** Refusal of a body for its fields: 422 that names them all (v3), 400 that names the first (v2). */
export function invalidFields(style: ProblemStyle, errors: Record<string, string>, title?: string): ApiError {
	const [field, message] = Object.entries(errors)[0] ?? ['body', 'The request is not valid.'];
	if (style !== 'v2') return problem(style, 422, title ?? message, errors);
	const text =
		message === 'error.path.missing'
			? `The required field '${field}' was not supplied.`
			: `The field '${field}' is invalid.`;
	return v2Error(400, text, { invalid_reason: message });
}

/** 413 for an array longer than the endpoint takes. Wording: BigCommerce, batch product update. */
export function tooMany(limit: number, style: ProblemStyle = 'v3'): ApiError {
	const title = `The request payload is too large. The maximum items allowed in the array is ${limit}.`;
	return problem(style, 413, title, {});
}
