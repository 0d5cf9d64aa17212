import type { JsonObject } from '../types';

const STATUS_PAGE = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

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

export function notFound(version: ApiVersion, what = 'The requested resource'): ApiError {
	const message = `${what} was not found.`;
	return version === 'v2' ? v2Error(404, message) : v3Error(404, message);
}

/** 404 in the list shape that checkouts answer with. */
export function notFoundInList(what: string): ApiError {
	const title = `${what} was not found.`;
	return new ApiError(404, { errors: [{ status: 404, title, type: STATUS_PAGE, detail: title }] });
}

/** 413 for an array longer than the endpoint takes. Wording: BigCommerce, batch product update. */
export function tooMany(limit: number): ApiError {
	return v3Error(413, `The request payload is too large. The maximum items allowed in the array is ${limit}.`, {});
}

/** Refusal in the words of the API version that was called. */
export function refusal(version: ApiVersion, status: number, message: string): ApiError {
	return version === 'v2' ? v2Error(status, message) : v3Error(status, message);
}
