import type { OpenAPIV3 } from 'openapi-types';
import { describeErrors } from './bodyFindings';
import type { Finding } from './findings';
import { excerpt } from './json';
import type { SchemaCompiler } from './schemaCompiler';
import type { Operation } from './specification';

/** Values by name; a list for a repeated parameter; undefined for one that is not sent. */
export type Query = Record<string, unknown>;

type ParameterFinding = Pick<Finding, 'kind' | 'at' | 'message'>;

function parametersIn(operation: Operation, place: 'path' | 'query'): OpenAPIV3.ParameterObject[] {
	return operation.parameters.filter((parameter) => parameter.in === place);
}

export function checkPathValues(
	operation: Operation,
	values: Record<string, string>,
	compiler: SchemaCompiler,
): ParameterFinding[] {
	return parametersIn(operation, 'path').flatMap((parameter) => {
		const value = values[parameter.name];
		if (value === undefined) return [];
		return valueFindings(operation, parameter, value, compiler, 'path parameter');
	});
}

export function checkQuery(operation: Operation, query: Query, compiler: SchemaCompiler): ParameterFinding[] {
	const known = new Map(parametersIn(operation, 'query').map((each) => [each.name, each]));
	const findings: ParameterFinding[] = [];
	for (const [name, value] of Object.entries(query)) {
		if (value === undefined) continue;
		const parameter = known.get(name);
		if (parameter === undefined) {
			findings.push({ kind: 'unknown query parameter', at: name, message: `is ${excerpt(value)}` });
		} else {
			findings.push(...valueFindings(operation, parameter, value, compiler, 'query parameter'));
		}
	}
	for (const parameter of known.values()) {
		if (parameter.required === true && query[parameter.name] === undefined) {
			findings.push({ kind: 'missing query parameter', at: parameter.name, message: 'required' });
		}
	}
	return findings;
}

function valueFindings(
	operation: Operation,
	parameter: OpenAPIV3.ParameterObject,
	value: unknown,
	compiler: SchemaCompiler,
	kind: 'path parameter' | 'query parameter',
): ParameterFinding[] {
	const { specification } = operation;
	if (parameter.schema === undefined) return [];
	const isList = specification.resolve(parameter.schema)?.type === 'array';
	const read = isList ? readList(parameter, value) : value;
	return describeErrors(compiler.errors(specification, parameter.schema, read)).map((finding) => ({
		kind,
		at: parameter.name,
		message: [finding.at, finding.message].filter((text) => text !== '').join(' '),
	}));
}

/** `explode: false` means one comma-separated value; otherwise the parameter is repeated. */
function readList(parameter: OpenAPIV3.ParameterObject, value: unknown): unknown[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	if (parameter.explode !== false) return [...values];
	return values.flatMap((each) => (typeof each === 'string' ? each.split(',') : [each]));
}
