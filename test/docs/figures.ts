import type { INodeType } from 'n8n-workflow';

import { builtFile } from '../bench/builtNodes';
import { ACTION_NODES, type ActionNode } from './nodes';

/** How many operations a node has, and how many of the kind `sequence`: what the other kinds cannot say. */
export function countOperations(resources: ActionNode['resources']): { operations: number; sequences: number } {
	const operations = resources.flatMap((each) => each.operations);
	const sequences = operations.filter(({ kind }) => kind === 'sequence');
	return { operations: operations.length, sequences: sequences.length };
}

/** A line for each node: what its description weighs as JSON, as n8n loads it from the built package. */
export const describeFigures = (): string =>
	ACTION_NODES.map(({ displayName, className, resources }) => {
		const { [className]: Node } = builtFile<Record<string, new () => INodeType>>(`${className}.node.js`);
		if (!Node) throw new Error(`${className}.node.js exports no ${className}`);
		const { description } = new Node();
		const bytes = Buffer.byteLength(JSON.stringify(description)).toLocaleString('en');
		const { operations, sequences } = countOperations(resources);
		return `${displayName}: ${bytes} bytes, ${description.properties.length} properties, ${operations} operations, ${sequences} of them sequences`;
	}).join('\n');
