import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { projectFolder } from '../n8n/versions';

interface Schema {
	type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** The JSON Schema of an example, as n8n's editor shows it before anything has run. */
export function schemaOf(example: unknown): Schema {
	if (example === null || example === undefined) return { type: 'null' };
	if (Array.isArray(example)) {
		return example.length > 0 ? { type: 'array', items: schemaOf(example[0]) } : { type: 'array' };
	}
	if (typeof example !== 'object') return { type: typeof example as 'string' | 'number' | 'boolean' };
	const entries = Object.entries(example).map(([name, value]) => [name, schemaOf(value)] as const);
	return { type: 'object', properties: Object.fromEntries(entries) };
}

/** Where n8n looks for the output schema of an operation (n8n-core, output-schema-resolver). */
const schemaFile = (resource: string, operation: string) =>
	join(projectFolder, 'nodes', 'BigCommerce', '__schema__', 'v1.0.0', resource, `${operation}.json`);

export const textOfSchema = (example: unknown): string =>
	`${JSON.stringify({ ...schemaOf(example), version: 1 }, null, '\t')}\n`;

export function readSchema(resource: string, operation: string): string | undefined {
	const file = schemaFile(resource, operation);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function writeSchema(resource: string, operation: string, text: string): void {
	const file = schemaFile(resource, operation);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
