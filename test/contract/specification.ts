import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import SwaggerParser from '@apidevtools/swagger-parser';
import type { OpenAPIV3 } from 'openapi-types';
import { isObject } from './json';

export type Schema = OpenAPIV3.SchemaObject | OpenAPIV3.ReferenceObject;

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

/** The API of one store; files on other servers (storefront, account, provider APIs) are not ours. */
const STORE_API = /\/stores\/\{[^/]+\}(\/.*)?$/;

export interface Operation {
	specification: Specification;
	/** `GET` … */
	method: string;
	/** As after `/stores/{hash}`: `/v3/catalog/products/{product_id}`. */
	template: string;
	operationId: string | undefined;
	parameters: OpenAPIV3.ParameterObject[];
	requestBody: OpenAPIV3.RequestBodyObject | undefined;
	responses: Record<string, OpenAPIV3.ResponseObject>;
	/** What the specification says in words on the OAuth scopes of this operation. */
	scopes: string | undefined;
}

/** One OpenAPI file with its references. */
export class Specification {
	/** References that lead nowhere, found while reading. */
	readonly brokenReferences = new Set<string>();

	constructor(
		readonly file: string,
		readonly document: OpenAPIV3.Document,
		private readonly lookUp: (reference: string) => unknown,
	) {}

	/** The node itself, or what its reference (or chain of references) leads to; undefined if broken. */
	resolve<T extends object>(node: T | OpenAPIV3.ReferenceObject): T | undefined {
		let current: unknown = node;
		for (let hops = 0; hops < 20; hops++) {
			if (!isObject(current)) return undefined;
			if (typeof current['$ref'] !== 'string') return current as T;
			current = this.follow(current['$ref']);
		}
		return undefined;
	}

	operations(): Operation[] {
		const base = STORE_API.exec(this.document.servers?.[0]?.url ?? '');
		if (base === null) return [];
		return Object.entries(this.document.paths ?? {}).flatMap(([path, item]) =>
			METHODS.flatMap((method) => {
				const operation = item?.[method];
				return operation === undefined ? [] : [this.operation(base[1] ?? '', path, method, operation)];
			}),
		);
	}

	private operation(base: string, path: string, method: string, operation: OpenAPIV3.OperationObject): Operation {
		const shared = this.document.paths[path]?.parameters ?? [];
		const parameters = new Map<string, OpenAPIV3.ParameterObject>();
		for (const reference of [...shared, ...(operation.parameters ?? [])]) {
			const parameter = this.resolve(reference);
			if (parameter) parameters.set(`${parameter.in} ${parameter.name}`, parameter);
		}
		const responses: Operation['responses'] = {};
		for (const [status, reference] of Object.entries(operation.responses ?? {})) {
			responses[status] = this.resolve(reference) ?? { description: 'broken reference' };
		}
		return {
			specification: this,
			method: method.toUpperCase(),
			template: `${base}${path}`,
			operationId: operation.operationId,
			parameters: [...parameters.values()],
			requestBody: operation.requestBody && this.resolve(operation.requestBody),
			responses,
			scopes: this.scopes(operation),
		};
	}

	private scopes(operation: OpenAPIV3.OperationObject): string | undefined {
		const schemes = Object.values(this.document.components?.securitySchemes ?? {});
		const texts = [operation, ...schemes.map((scheme) => this.resolve(scheme))];
		return texts.map((node) => node?.description ?? '').find((text) => /scopes?\b/i.test(text));
	}

	private follow(reference: string): unknown {
		try {
			return this.lookUp(reference);
		} catch {
			this.brokenReferences.add(reference);
			return undefined;
		}
	}
}

/**
 * Reads one OpenAPI 3 file. References into other files are brought in; those that cannot be
 * (broken, or on another host: nothing is downloaded) stay as they are and are noted when met.
 * @throws Error when the file is not readable YAML or not an OpenAPI 3 document
 */
async function readSpecification(directory: string, file: string): Promise<Specification> {
	const path = join(directory, file);
	let parser = new SwaggerParser();
	const api = await parser
		.bundle(path, { resolve: { http: false } })
		.catch(async () => (parser = new SwaggerParser()).parse(path));
	if (!('openapi' in api) || !api.openapi.startsWith('3.')) throw new Error('not OpenAPI 3');
	return new Specification(file, api as OpenAPIV3.Document, (reference) => parser.$refs.get(reference));
}

export interface SpecificationFolder {
	specifications: Specification[];
	/** Files that could not be used, each with the reason. */
	unreadable: string[];
}

/** Every OpenAPI file of the folder tree; webhook callbacks are not API specifications. */
export async function readSpecifications(directory: string): Promise<SpecificationFolder> {
	const files = (await readdir(directory, { recursive: true }))
		.filter((file) => /\.ya?ml$/.test(file) && !file.startsWith('webhook-callbacks'))
		.sort();
	const specifications: Specification[] = [];
	const unreadable: string[] = [];
	for (const file of files) {
		try {
			specifications.push(await readSpecification(directory, file));
		} catch (error) {
			unreadable.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return { specifications, unreadable };
}
