import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { RunOptions } from '../support/engine';
import { runNode } from '../support/engine';
import { builtNode } from './builtNodes';

type Inside = Omit<RunOptions, 'nodeType' | 'typeVersion'>;

/**
 * Runs our node with other work in place of its own: within an execution of n8n, on its description.
 * @param work gets what the node itself would do
 * @throws what the execution failed with
 */
export async function inside(
	options: Inside,
	work: (context: IExecuteFunctions, execute: () => Promise<INodeExecutionData[][]>) => Promise<INodeExecutionData[][]>,
): Promise<void> {
	const { nodeType, typeVersion } = builtNode('ours');
	const observed: INodeType = Object.create(nodeType, {
		execute: {
			value: async function (this: IExecuteFunctions) {
				const own = async () => ((await nodeType.execute?.call(this)) ?? []) as INodeExecutionData[][];
				return await work(this, own);
			},
			writable: true,
		},
	}) as INodeType;
	const { error } = await runNode({ ...options, nodeType: observed, typeVersion });
	if (error) throw error;
}
