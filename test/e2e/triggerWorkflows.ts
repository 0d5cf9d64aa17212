import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ExecutionSummary } from '../n8n/restSchemas';
import { outputItems } from '../n8n/restSchemas';
import type { Hook } from '../sandbox';
import type { Step } from './workflow';
import { bigCommerceTrigger, chain } from './workflow';
import { world } from './world';

/** A workflow of the trigger and a node behind it. */
export interface TriggerWorkflow {
	id: string;
	/** Its hooks in the store, production and test. */
	hooks: () => Hook[];
	executions: () => Promise<ExecutionSummary[]>;
	/** Waits until so many executions have succeeded, and returns what the trigger put out in the newest. */
	succeeded: (count: number) => Promise<IDataObject[]>;
}

const behind: Step = { name: 'Behind', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** Makes workflows for the tests of a `describe` and deletes each after its test. */
export function useTriggerWorkflows() {
	const made: string[] = [];

	afterEach(async () => {
		for (const id of made.splice(0)) await world().rest.deleteWorkflow(id);
	});

	const create = async (parameters: INodeParameters, extra: Parameters<typeof bigCommerceTrigger>[1] = {}) => {
		const { rest, sandbox } = world();
		const trigger = bigCommerceTrigger(parameters, extra);
		const { id } = await rest.createWorkflow(chain('Triggered', trigger, behind));
		made.push(id);
		const succeeded = async (count: number) => {
			const [newest] = await rest.waitForExecutions(
				id,
				(list) => list.filter(({ status }) => status === 'success').length >= count,
			);
			return outputItems(await rest.waitForExecution(newest?.id ?? ''), 'Behind');
		};
		return {
			id,
			hooks: () => sandbox.hooks.list().filter(({ destination }) => destination.includes(trigger.webhookId ?? '')),
			executions: async () => await rest.listExecutions(id),
			succeeded,
		} satisfies TriggerWorkflow;
	};

	const activate = async (...input: Parameters<typeof create>): Promise<TriggerWorkflow> => {
		const workflow = await create(...input);
		await world().rest.activateWorkflow(workflow.id);
		return workflow;
	};

	return { create, activate };
}
