import type { BodyFinding } from './bodyFindings';
import { childPointer, excerpt, isObject, type JsonObject } from './json';
import type { Schema, Specification } from './specification';

/** What a set of schemas that all describe one object say about its property names. */
interface Knowledge {
	properties: Map<string, Schema[]>;
	/** Schemas of `additionalProperties`. */
	additional: Schema[];
	/** Any name is allowed: `additionalProperties` says so, or nothing at all is said about names. */
	open: boolean;
}

/**
 * The property names in a body that its schema does not know, at any depth, through references,
 * `allOf`, `anyOf` and `oneOf`; and, in a request, those that the schema calls read-only.
 *
 * JSON Schema lets unknown names pass unless told otherwise, and BigCommerce's files seldom tell.
 * An object of whose content a schema says nothing is free-form.
 */
export function unknownProperties(
	specification: Specification,
	schema: Schema,
	body: unknown,
	side: 'request' | 'response',
): BodyFinding[] {
	const findings: BodyFinding[] = [];

	const visit = (value: unknown, schemas: readonly Schema[], at: string): void => {
		const nodes = schemas.map((each) => specification.resolve(each)).filter(isObject);
		if (Array.isArray(value)) {
			const items = nodes.flatMap((node) => flatten(specification, node)).flatMap(itemsOf);
			value.forEach((element, i) => visit(element, items, childPointer(at, i)));
		} else if (isObject(value)) visitObject(value, nodes, at);
	};

	const visitObject = (value: JsonObject, nodes: readonly JsonObject[], at: string): void => {
		if (nodes.length === 0) return;
		const known = knowledge(specification, nodes);
		for (const [name, child] of Object.entries(value)) {
			const place = childPointer(at, name);
			const schemas = known.properties.get(name);
			if (schemas === undefined && !known.open && known.additional.length === 0) {
				findings.push({ kind: 'additional property', at: place, message: `is ${excerpt(child)}` });
				continue;
			}
			if (side === 'request' && schemas !== undefined && isReadOnly(specification, schemas)) {
				findings.push({ kind: 'read-only property', at: place, message: 'set by BigCommerce only' });
			}
			visit(child, schemas ?? known.additional, place);
		}
	};

	visit(body, [schema], '');
	return findings;
}

function isReadOnly(specification: Specification, schemas: readonly Schema[]): boolean {
	return schemas.every((schema) => specification.resolve(schema)?.readOnly === true);
}

function itemsOf(node: JsonObject): Schema[] {
	return isObject(node['items']) ? [node['items']] : [];
}

function branches(specification: Specification, node: JsonObject, word: string): JsonObject[] {
	const listed: unknown = node[word];
	if (!Array.isArray(listed)) return [];
	return listed
		.filter(isObject)
		.map((branch) => specification.resolve<JsonObject>(branch))
		.filter(isObject);
}

/** The node and everything it is combined of. */
function flatten(specification: Specification, node: JsonObject, seen = new Set<JsonObject>()): JsonObject[] {
	if (seen.has(node)) return [];
	seen.add(node);
	const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => branches(specification, node, word));
	return [node, ...parts.flatMap((part) => flatten(specification, part, seen))];
}

function knowledge(specification: Specification, nodes: readonly JsonObject[]): Knowledge {
	const known: Knowledge = {
		properties: new Map(),
		additional: [],
		open: nodes.some((node) => isOpen(specification, node)),
	};
	for (const node of nodes.flatMap((each) => flatten(specification, each))) {
		if (isObject(node['additionalProperties'])) known.additional.push(node['additionalProperties']);
		for (const [name, schema] of Object.entries(namedProperties(node))) {
			if (!isObject(schema)) continue;
			known.properties.set(name, [...(known.properties.get(name) ?? []), schema]);
		}
	}
	return known;
}

function namedProperties(node: JsonObject): JsonObject {
	return isObject(node['properties']) ? node['properties'] : {};
}

/** Whether an object that this node describes may have names that the node does not list. */
function isOpen(specification: Specification, node: JsonObject, seen = new Set<JsonObject>()): boolean {
	if (seen.has(node)) return false;
	const visited = new Set(seen).add(node);
	const parts = flattenAllOf(specification, node);
	if (parts.some((part) => part['additionalProperties'] === true)) return true;
	if (parts.some((part) => part['additionalProperties'] === false)) return false;
	const alternatives = parts
		.flatMap((part) => ['anyOf', 'oneOf'].flatMap((word) => branches(specification, part, word)))
		.filter(describesObject);
	const namesSome = parts.some((part) => Object.keys(namedProperties(part)).length > 0);
	if (!namesSome && alternatives.length === 0) return true;
	// Beside listed names, an alternative such as `{ required: [...] }` opens nothing.
	const candidates = namesSome
		? alternatives.filter((each) => Object.keys(namedProperties(each)).length > 0)
		: alternatives;
	return candidates.some((each) => isOpen(specification, each, visited));
}

function flattenAllOf(specification: Specification, node: JsonObject, seen = new Set<JsonObject>()): JsonObject[] {
	if (seen.has(node)) return [];
	seen.add(node);
	const nested = branches(specification, node, 'allOf');
	return [node, ...nested.flatMap((part) => flattenAllOf(specification, part, seen))];
}

function describesObject(node: JsonObject): boolean {
	return node['type'] === undefined || node['type'] === 'object';
}
