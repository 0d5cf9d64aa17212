import { describeErrors, type BodyFinding } from './bodyFindings';
import type { Finding } from './findings';
import { checkPathValues, checkQuery, type Query } from './parameters';
import type { SchemaCompiler } from './schemaCompiler';
import type { Operation, Schema } from './specification';
import { unknownProperties } from './unknownProperties';

export interface ApiRequest {
	method: string;
	/** As after `/stores/{hash}`, without the query: `/v3/catalog/products/5`. */
	path: string;
	query?: Query | undefined;
	/** The parsed body; undefined for none. */
	body?: unknown;
	/** `application/json` unless said otherwise. */
	contentType?: string | undefined;
}

export interface ApiResponse {
	method: string;
	/** As in the request. */
	path: string;
	status: number;
	/** The parsed body; undefined or '' for none. */
	body?: unknown;
}

/** A request and its answer. */
export interface Exchange {
	method: string;
	path: string;
	query?: ApiRequest['query'];
	requestBody?: unknown;
	contentType?: string | undefined;
	status: number;
	responseBody?: unknown;
}

export type OperationFinding = Pick<Finding, 'kind' | 'at' | 'message'>;

type Media = Record<string, { schema?: Schema }>;

export interface Compilers {
	request: SchemaCompiler;
	response: SchemaCompiler;
	parameter: SchemaCompiler;
}

function isEmpty(body: unknown): boolean {
	return body === undefined || body === null || body === '';
}

export function checkRequestOf(
	operation: Operation,
	pathValues: Record<string, string>,
	request: ApiRequest,
	compilers: Compilers,
): OperationFinding[] {
	return [
		...checkPathValues(operation, pathValues, compilers.parameter),
		...checkQuery(operation, request.query ?? {}, compilers.parameter),
		...checkRequestBody(operation, request, compilers.request),
	];
}

function checkRequestBody(
	operation: Operation,
	{ body, contentType = 'application/json' }: ApiRequest,
	compiler: SchemaCompiler,
): OperationFinding[] {
	const documented = operation.requestBody;
	if (documented === undefined) {
		return isEmpty(body) ? [] : [finding('undocumented body', 'no body is documented')];
	}
	if (isEmpty(body)) {
		return documented.required === true ? [finding('missing body', 'a body is required')] : [];
	}
	const content: Media = documented.content ?? {};
	const type = contentType.split(';')[0] ?? contentType;
	const media = content[type];
	if (media === undefined) {
		const message = `${type}, documented: ${Object.keys(content).join(', ') || 'none'}`;
		return [finding('undocumented content type', message)];
	}
	if (media.schema === undefined) return [];
	const { specification } = operation;
	const unknown = unknownProperties(specification, media.schema, body, 'request');
	// The parts of a form are text and files: their names can be checked, their JSON types not.
	if (type === 'multipart/form-data') return unknown;
	return [...describeErrors(compiler.errors(specification, media.schema, body)), ...unknown];
}

export function checkResponseOf(
	operation: Operation,
	response: ApiResponse,
	compiler: SchemaCompiler,
): OperationFinding[] {
	const documented = operation.responses[String(response.status)] ?? operation.responses['default'];
	if (documented === undefined) {
		const statuses = Object.keys(operation.responses).join(', ');
		return [finding('undocumented status', `documented: ${statuses || 'none'}`)];
	}
	const schemas = responseSchemas(documented.content ?? {});
	if (isEmpty(response.body)) {
		return schemas.length > 0 ? [finding('missing body', 'a body is documented')] : [];
	}
	if (schemas.length === 0) {
		const isSilent = Object.keys(documented.content ?? {}).length > 0;
		return isSilent ? [] : [finding('undocumented body', 'no body is documented')];
	}
	return fewest(schemas.map((schema) => checkBody(operation, schema, response.body, compiler)));
}

/** Several files name examples where the media type belongs; whatever has a schema is one answer. */
function responseSchemas(content: Media): Schema[] {
	return Object.values(content).flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
}

function checkBody(
	{ specification }: Operation,
	schema: Schema,
	body: unknown,
	compiler: SchemaCompiler,
): BodyFinding[] {
	return [
		...describeErrors(compiler.errors(specification, schema, body)),
		...unknownProperties(specification, schema, body, 'response'),
	];
}

/** Of several documented answers the one that fits best. */
function fewest(candidates: OperationFinding[][]): OperationFinding[] {
	return candidates.reduce((best, next) => (next.length < best.length ? next : best));
}

function finding(kind: Finding['kind'], message: string): OperationFinding {
	return { kind, at: '', message };
}
