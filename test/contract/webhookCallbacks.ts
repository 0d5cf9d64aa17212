import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OpenAPIV3 } from 'openapi-types';
import { parse } from 'yaml';
import { describeErrors, type BodyFinding } from './bodyFindings';
import { childPointer, excerpt, isObject, type JsonObject } from './json';
import type { SchemaCompiler } from './schemaCompiler';
import { Specification, type Schema } from './specification';
import { unknownProperties } from './unknownProperties';

/** fact: BigCommerce docs, webhooks overview: every callback carries these. */
const ENVELOPE = ['scope', 'store_id', 'data', 'hash', 'created_at', 'producer'];

interface Callback {
	specification: Specification;
	schema: Schema;
	/** Names that `data` always has. */
	required: string[];
	/** What `data` looks like: the sample's, or made up from the schema. */
	data: unknown;
}

/** The payload of each webhook scope, as the callback files and the webhooks specification show it. */
export class WebhookCallbacks {
	constructor(
		private readonly callbacks: ReadonlyMap<string, Callback>,
		private readonly compiler: SchemaCompiler,
	) {}

	scopes(): string[] {
		return [...this.callbacks.keys()].sort();
	}

	/** What `data` of a scope looks like. @throws Error when no file describes the scope */
	sampleData(scope: string): unknown {
		const callback = this.callbacks.get(scope);
		if (callback === undefined) throw new Error(`No file describes ${scope}`);
		return callback.data;
	}

	/** @returns undefined when no file describes the scope */
	check(scope: string, payload: unknown): BodyFinding[] | undefined {
		const callback = this.callbacks.get(scope);
		if (callback === undefined) return undefined;
		const { specification, schema, required } = callback;
		return [
			...checkEnvelope(scope, payload),
			...missingData(payload, required),
			...describeErrors(this.compiler.errors(specification, schema, payload)),
			...unknownProperties(specification, schema, payload, 'response'),
		];
	}
}

function checkEnvelope(scope: string, payload: unknown): BodyFinding[] {
	if (!isObject(payload)) {
		return [{ kind: 'schema violation', at: '', message: `must be an object, is ${excerpt(payload)}` }];
	}
	const findings = missing(payload, ENVELOPE, '');
	if (payload['scope'] !== undefined && payload['scope'] !== scope) {
		const message = `must be ${scope}, is ${excerpt(payload['scope'])}`;
		findings.push({ kind: 'schema violation', at: '/scope', message });
	}
	return findings;
}

function missingData(payload: unknown, required: readonly string[]): BodyFinding[] {
	const data: unknown = isObject(payload) ? payload['data'] : undefined;
	if (Array.isArray(data)) {
		return data.flatMap((row, i) => missing(row, required, childPointer('/data', i)));
	}
	return missing(data, required, '/data');
}

function missing(value: unknown, names: readonly string[], at: string): BodyFinding[] {
	if (!isObject(value)) return [];
	return names
		.filter((name) => value[name] === undefined)
		.map((name) => ({ kind: 'missing field', at: childPointer(at, name), message: 'required' }));
}

/**
 * Reads the callback files beside the specifications, or where the docs repository keeps them, and
 * takes scopes that only the specifications describe (`store/channel/created`) from there.
 */
export async function readWebhookCallbacks(
	directory: string,
	specifications: readonly Specification[],
	compiler: SchemaCompiler,
): Promise<WebhookCallbacks> {
	const callbacks = new Map<string, Callback>();
	for (const specification of specifications) collectSchemas(specification, callbacks);
	// The folder may be a link into the repository.
	const repository = join(await realpath(directory), '..');
	const candidates = [join(directory, 'webhook-callbacks'), join(repository, 'docs', 'webhooks', 'callbacks')];
	const folder = candidates.find((candidate) => existsSync(candidate));
	if (folder !== undefined) await collectCallbackFiles(folder, callbacks);
	return new WebhookCallbacks(callbacks, compiler);
}

function collectSchemas(specification: Specification, callbacks: Map<string, Callback>): void {
	for (const schema of Object.values(specification.document.components?.schemas ?? {})) {
		const title = specification.resolve(schema)?.title?.replace(/\/$/, '');
		if (title === undefined || !/^store\/[\w/]+$/.test(title)) continue;
		const data = exampleOf(specification, dataSchema(specification, schema));
		callbacks.set(title, { specification, schema, required: dataNames(specification, schema), data });
	}
}

async function collectCallbackFiles(folder: string, callbacks: Map<string, Callback>): Promise<void> {
	const files = await readdir(folder, { recursive: true });
	const samples = new Map(
		files.filter((file) => file.endsWith('.json')).map((file) => [basename(file, '.json'), file]),
	);
	for (const file of files.filter((each) => /\.ya?ml$/.test(each) && !each.includes('_all.'))) {
		const described: unknown = parse(await readFile(join(folder, file), 'utf8'));
		const scopes = isObject(described) && isObject(described['properties']) ? described['properties'] : {};
		const sample = samples.get(basename(file).replace(/\.ya?ml$/, ''));
		const sampleData = sample && dataOf(await readFile(join(folder, sample), 'utf8'));
		for (const [scope, schema] of Object.entries(scopes)) {
			if (!isObject(schema)) continue;
			const specification = standalone(file, schema);
			const required = sampleData ? Object.keys(sampleData) : dataNames(specification, schema);
			const data = sampleData ?? exampleOf(specification, dataSchema(specification, schema));
			callbacks.set(scope, { specification, schema, required, data });
		}
	}
}

/** A sample's `data`; undefined for a sample that is not JSON (two of them are empty). */
function dataOf(text: string): JsonObject | undefined {
	try {
		const sample: unknown = JSON.parse(text);
		return isObject(sample) && isObject(sample['data']) ? sample['data'] : undefined;
	} catch {
		return undefined;
	}
}

/** Without a sample every described name counts as always there: the files mark none as required. */
function dataNames(specification: Specification, schema: Schema): string[] {
	const described = dataSchema(specification, schema);
	const row = described?.type === 'array' ? specification.resolve(described.items) : described;
	return Object.keys(row?.properties ?? {});
}

function dataSchema(specification: Specification, schema: Schema): OpenAPIV3.SchemaObject | undefined {
	const parts = [schema, ...(specification.resolve(schema)?.allOf ?? [])];
	const found = parts.map((part) => specification.resolve(part)?.properties?.['data']).find((data) => data);
	return found && specification.resolve(found);
}

/** Something that fits a schema: its examples, and where it has none, 1 or 'a'. */
function exampleOf(specification: Specification, schema: Schema | undefined): unknown {
	const described = schema && specification.resolve(schema);
	if (described?.example !== undefined) return described.example as unknown;
	if (described?.type === 'array') return [exampleOf(specification, described.items)];
	if (described?.properties) {
		return Object.fromEntries(
			Object.entries(described.properties).map(([name, each]) => [name, exampleOf(specification, each)]),
		);
	}
	return described?.type === 'string' ? 'a' : 1;
}

function standalone(file: string, schema: JsonObject): Specification {
	const document: OpenAPIV3.Document = {
		openapi: '3.0.0',
		info: { title: file, version: '' },
		paths: {},
		components: { schemas: { callback: schema } },
	};
	return new Specification(file, document, () => undefined);
}
