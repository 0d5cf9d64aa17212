import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isObject, type JsonObject } from './json';
import type { Schema, Specification } from './specification';

/**
 * What is validated: request bodies may leave out required read-only fields, responses required
 * write-only ones; parameters arrive as text and are read as the type their schema names.
 */
export type Direction = 'request' | 'response' | 'parameter';

const COMBINATIONS = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * Compiles OpenAPI 3.0 schemas with Ajv, each when first needed. Differences between an OpenAPI
 * 3.0 schema and a JSON Schema are translated here, and two habits of BigCommerce's files with them:
 * - `oneOf` is taken as `anyOf`, since their alternatives overlap (1 is a number and an integer);
 * - `additionalProperties: false` is left to `unknownProperties`, since beside `allOf` it would
 *   forbid what the other branches allow.
 */
export class SchemaCompiler {
	private readonly ajv: Ajv;
	private readonly compiled = new WeakMap<object, ValidateFunction>();
	private readonly registered = new Set<string>();
	/** Schemas that Ajv refuses (an invalid pattern, say), each with the reason. */
	readonly unusable: string[] = [];

	constructor(private readonly direction: Direction) {
		this.ajv = new Ajv({
			allErrors: true,
			strict: false,
			validateSchema: false,
			unicodeRegExp: false,
			logger: false,
			coerceTypes: direction === 'parameter',
			verbose: true,
		});
		addFormats(this.ajv);
	}

	/** All errors of the value, none if it holds. A schema that cannot be compiled forbids nothing. */
	errors(specification: Specification, schema: Schema, value: unknown): ErrorObject[] {
		let validate = this.compiled.get(schema);
		if (validate === undefined) {
			validate = this.compile(specification, schema);
			this.compiled.set(schema, validate);
		}
		// Wrapped, because Ajv writes a converted scalar back into the object that holds it.
		if (validate({ value })) return [];
		return (validate.errors ?? []).map((error) => ({
			...error,
			instancePath: error.instancePath.replace(/^\/value/, ''),
		}));
	}

	private compile(specification: Specification, schema: Schema): ValidateFunction {
		try {
			return this.ajv.compile({ properties: { value: this.translate(specification, schema) } });
		} catch (error) {
			this.unusable.push(`${specification.file}: ${error instanceof Error ? error.message : 'unusable'}`);
			return this.ajv.compile({});
		}
	}

	private translate(specification: Specification, node: unknown): JsonObject {
		if (!isObject(node)) return {};
		if (typeof node['$ref'] === 'string') return this.reference(specification, node['$ref']);
		const inner = (child: unknown) => this.translate(specification, child);
		const schema: JsonObject = { ...node };
		for (const annotation of ['example', 'x-examples', 'discriminator', 'id', '$id']) {
			delete schema[annotation];
		}
		if (isObject(schema['properties'])) {
			schema['properties'] = Object.fromEntries(
				Object.entries(schema['properties']).map(([name, child]) => [name, inner(child)]),
			);
		}
		if (isObject(schema['additionalProperties'])) {
			schema['additionalProperties'] = inner(schema['additionalProperties']);
		} else delete schema['additionalProperties'];
		if (schema['items'] !== undefined) schema['items'] = inner(schema['items']);
		if (schema['not'] !== undefined) schema['not'] = inner(schema['not']);
		for (const word of COMBINATIONS) {
			if (Array.isArray(schema[word])) schema[word] = schema[word].map(inner);
		}
		this.translateRequired(specification, node, schema);
		translateLimit(schema, 'minimum', 'exclusiveMinimum');
		translateLimit(schema, 'maximum', 'exclusiveMaximum');
		return translateNullable(translateOneOf(schema));
	}

	private reference(specification: Specification, reference: string): JsonObject {
		const target = specification.resolve({ $ref: reference });
		if (target === undefined) return {};
		const id = encodeURI(`spec:/${specification.file}/${reference.replaceAll('#', '')}`);
		if (!this.registered.has(id)) {
			this.registered.add(id);
			this.ajv.addSchema({ ...this.translate(specification, target), $id: id });
		}
		return { $ref: id };
	}

	private translateRequired(specification: Specification, node: JsonObject, schema: JsonObject) {
		if (!Array.isArray(schema['required'])) {
			delete schema['required'];
			return;
		}
		const excused = this.direction === 'response' ? 'writeOnly' : 'readOnly';
		const properties = isObject(node['properties']) ? node['properties'] : {};
		schema['required'] = schema['required'].filter((name: string) => {
			const property = properties[name];
			return !(isObject(property) && specification.resolve<JsonObject>(property)?.[excused] === true);
		});
	}
}

/** OpenAPI 3.0 has the boolean of JSON Schema draft 4 here, Ajv the number of later drafts. */
function translateLimit(schema: JsonObject, limit: string, exclusive: string): void {
	if (schema[exclusive] === true) {
		schema[exclusive] = schema[limit];
		delete schema[limit];
	} else if (schema[exclusive] === false) delete schema[exclusive];
}

function translateOneOf(schema: JsonObject): JsonObject {
	const { oneOf, ...rest } = schema;
	if (oneOf === undefined) return schema;
	return rest['anyOf'] === undefined ? { ...rest, anyOf: oneOf } : { allOf: [rest, { anyOf: oneOf }] };
}

function translateNullable(schema: JsonObject): JsonObject {
	const { nullable, 'x-nullable': legacy, ...rest } = schema;
	if (nullable !== true && legacy !== true) return rest;
	return { anyOf: [{ type: 'null' }, rest] };
}
