import type { IConnections, INode, INodeParameters } from 'n8n-workflow';

import type { NewWorkflow } from '../n8n/rest';
import type { CredentialRef } from '../n8n/restSchemas';
import { world } from './world';

/** A step of a workflow, before it has its place. */
export type Step = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

/** Steps in a row, each behind the one before it. */
export function chain(name: string, ...steps: Step[]): NewWorkflow {
	const nodes = steps.map((step, index): INode => ({ id: `${index}`, position: [220 * index, 0], ...step }));
	const connections: IConnections = {};
	nodes.slice(1).forEach((node, index) => {
		const { name: before } = nodes[index] as INode;
		connections[before] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return { name, nodes, connections };
}

export const start: Step = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

/**
 * Two nodes that put out one item per row.
 * @param rows a JavaScript expression of a list of objects
 */
export function itemsOf(rows: string): [Step, Step] {
	return [
		set('List', `={{ { rows: ${rows} } }}`),
		{
			name: 'Items',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'rows', options: {} },
		},
	];
}

/** @param json the object that each item becomes, as text or an expression */
export const set = (name: string, json: string): Step => ({
	name,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: json, options: {} },
});

/** The action node, with the credential of the run unless another is given. */
export function bigCommerce(name: string, parameters: INodeParameters, extra: Partial<INode> = {}): Step {
	return {
		name,
		type: 'CUSTOM.bigCommerce',
		typeVersion: 1,
		parameters,
		credentials: { bigCommerceApi: reference(world().credential) },
		...extra,
	};
}

/** The trigger node, with the credential of the run unless another is given. */
export function bigCommerceTrigger(parameters: INodeParameters, extra: Partial<INode> = {}): Step {
	return {
		name: 'Trigger',
		type: 'CUSTOM.bigCommerceTrigger',
		typeVersion: 1.1,
		webhookId: crypto.randomUUID(),
		parameters,
		credentials: { bigCommerceApi: reference(world().credential) },
		...extra,
	};
}

/** A credential as a node refers to it. */
export const reference = ({ id, name }: CredentialRef) => ({ id, name });

/** By ID, as a person types it into a resource locator. */
export const byId = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });
