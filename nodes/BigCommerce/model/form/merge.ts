import type { INodeProperties } from 'n8n-workflow';

/**
 * Puts equal properties of several operations into one. n8n shows a property when its `show` fits, so one
 * with several operations looks to each of them like its own. Made for a node with hundreds of operations:
 * the editor downloads every description, and its speed goes by the number of properties.
 */

/** An operation of a resource, by their values. */
export interface Place {
	resource: string;
	operation: string;
}

/** The properties that one operation shows in one zone of the form, in their order. */
export interface Shown extends Place {
	properties: readonly INodeProperties[];
}

interface Entry {
	text: string;
	property: INodeProperties;
	places: Place[];
}

/** Properties are written out to be compared; most of them belong to many operations. */
const texts = new WeakMap<INodeProperties, string>();

function textOf(property: INodeProperties): string {
	let text = texts.get(property);
	if (text === undefined) texts.set(property, (text = JSON.stringify(property)));
	return text;
}

/**
 * One list in which each operation finds its own properties in their own order: an operation takes the next
 * equal entry behind its last one; where there is none, a new entry is put there.
 */
function align(shown: readonly Shown[]): Entry[] {
	const entries: Entry[] = [];
	for (const { resource, operation, properties } of shown) {
		let position = 0;
		for (const property of properties) {
			const text = textOf(property);
			const found = entries.findIndex((entry, index) => index >= position && entry.text === text);
			if (found >= 0) {
				entries[found]!.places.push({ resource, operation });
				position = found + 1;
			} else {
				entries.splice(position, 0, { text, property, places: [{ resource, operation }] });
				position += 1;
			}
		}
	}
	return entries;
}

/** Shows the property in these places only; `resource` and `operation` come first, as n8n judges them in order. */
function showIn(property: INodeProperties, where: Record<string, string[]>): INodeProperties {
	const { displayOptions: { show, hide } = {}, ...rest } = property;
	const all = { ...where, ...show };
	const displayOptions = { ...(Object.keys(all).length > 0 ? { show: all } : {}), ...(hide ? { hide } : {}) };
	return Object.keys(displayOptions).length > 0 ? { ...rest, displayOptions } : rest;
}

/** Merges the own fields of the operations of one resource. */
export function mergeWithin(resource: string, shown: readonly Shown[]): INodeProperties[] {
	return align(shown).map(({ property, places }) =>
		showIn(property, {
			resource: [resource],
			...(places.length === shown.length && new Set(places.map(({ operation }) => operation)).size === shown.length
				? {}
				: { operation: places.map(({ operation }) => operation) }),
		}),
	);
}

/** Merges what operations of all resources have in common. @param all every operation that there is */
export function mergeAcross(shown: readonly Shown[], all: readonly Place[]): INodeProperties[] {
	return align(shown).flatMap(({ property, places }) =>
		rectangles(places, all).map((where) => showIn(property, where)),
	);
}

/**
 * Conditions that hold for just these places, each in one of them only. An operation that has the property
 * in every resource that knows it needs no resource; the others stand together by equal resources.
 */
function rectangles(places: readonly Place[], all: readonly Place[]): Array<Record<string, string[]>> {
	const having = resourcesByOperation(places);
	const existing = resourcesByOperation(all);
	const everywhere: string[] = [];
	const groups = new Map<string, { resource: string[]; operation: string[] }>();
	for (const [operation, resource] of having) {
		if (resource.length === existing.get(operation)?.length) {
			everywhere.push(operation);
			continue;
		}
		const key = resource.join();
		const group = groups.get(key);
		if (group) group.operation.push(operation);
		else groups.set(key, { resource, operation: [operation] });
	}
	const unconditional = everywhere.length === existing.size;
	return [
		...(everywhere.length > 0 ? [unconditional ? {} : { operation: everywhere }] : []),
		...[...groups.values()].map((group) => ({ ...group })),
	];
}

function resourcesByOperation(places: readonly Place[]): Map<string, string[]> {
	const resources = new Map<string, string[]>();
	for (const { resource, operation } of places) {
		const known = resources.get(operation);
		if (known) known.push(resource);
		else resources.set(operation, [resource]);
	}
	return resources;
}
