import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { BigCommerce } from '../../nodes/BigCommerce/BigCommerce.node';
import { BigCommerceStoreSetup } from '../../nodes/BigCommerce/BigCommerceStoreSetup.node';
import { BigCommercePollingTrigger } from '../../nodes/BigCommerce/BigCommercePollingTrigger.node';
import { BigCommerceTrigger } from '../../nodes/BigCommerce/BigCommerceTrigger.node';
import { RESOURCES } from '../../nodes/BigCommerce/resources';

export const NODES = [
	new BigCommerce().description,
	new BigCommerceStoreSetup().description,
	new BigCommerceTrigger().description,
	new BigCommercePollingTrigger().description,
];

export interface Shown {
	/** Where it is, for the person who reads a failure. */
	at: string;
	property: INodeProperties;
	/** The collection that it is in. */
	inside?: INodeProperties;
}

export const isProperty = (
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodeProperties => 'type' in option;
const isGroup = (
	option: INodePropertyOptions | INodeProperties | INodePropertyCollection,
): option is INodePropertyCollection => 'values' in option;

function walk(properties: readonly INodeProperties[], prefix: string, inside?: INodeProperties): Shown[] {
	return properties.flatMap((property) => {
		const show = property.displayOptions?.show;
		const shows = [show?.resource?.[0], show?.operation?.[0]].filter((value) => typeof value === 'string');
		const home = inside ? prefix : [prefix, ...shows].join('.');
		const at = `${home} ${property.name}`;
		const options = property.options ?? [];
		return [
			{ at, property, ...(inside && { inside }) },
			...walk(options.filter(isProperty), at, property),
			...options.filter(isGroup).flatMap(({ values }) => walk(values, at, property)),
		];
	});
}

/** Everything that the forms of the nodes show. */
export const shown = NODES.flatMap(({ name, properties }) => walk(properties, name));
export const operations = RESOURCES.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation, at: `${resource.value}.${operation.value}` })),
);

/** What breaks a rule. @param broken says how, or nothing when all is well */
export function offenders<T extends { at: string }>(
	all: readonly T[],
	broken: (one: T) => string | false | undefined,
): string[] {
	return all.flatMap((one) => {
		const how = broken(one);
		return how ? [`${one.at}: ${how}`] : [];
	});
}

export const duplicates = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
export const inOrder = (names: readonly string[]) => {
	const sorted = [...names].sort((one, other) => one.localeCompare(other));
	return names.join() !== sorted.join() && `should be ${sorted.join(', ')}`;
};

/** Words that carry meaning, in lower case, singular. */
const words = (text: string) =>
	(text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
		.filter((word) => !['a', 'an', 'the', 'of', 'to', 'in', 'for', 'this', 'one', 'with', 'and', 'by'].includes(word))
		.map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^s])e?s$/, ''));

/** Whether the description holds no word that the name does not. */
export const saysNothing = (description: string, ...names: string[]) => {
	const known = new Set(names.flatMap(words));
	return words(description).every((word) => known.has(word));
};

/** What is wrong with the end of a description, if anything is. */
export function endsWrong(text: string): string | false {
	const sentences = text.replace(/\be\.g\./g, '').split(/[.!?] (?=[A-Z])/).length;
	if (sentences === 1 && /[^.]\.$/.test(text)) return 'one sentence needs no period at its end';
	return sentences > 1 && !/[.!?)]$/.test(text) && 'several sentences end with a period';
}
