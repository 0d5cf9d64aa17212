import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { Expression } from 'n8n-workflow';

import type { Run } from '../../nodes/BigCommerce/execution/run';
import type { Resource } from '../../nodes/BigCommerce/model/operation';
import { StoreLimiter } from '../../nodes/BigCommerce/transport/limiter';
import { StoreApi } from '../../nodes/BigCommerce/transport/storeApi';
import { contextWith, TEST_CONNECTION } from '../support/fakeContext';
import { builtFile } from './builtNodes';
import { inside } from './inside';

/** What one planning of items costs, beside n8n's own share of it. */
export interface PlanningCost {
	/** Processor time in which n8n evaluates the expressions once, in seconds. */
	evaluating: number;
	/** Processor time of the whole planning, in seconds. */
	planning: number;
	/** The longest time for which nothing else could go on, in milliseconds. */
	longestBlockMs: number;
	/** How often an expression of an item was evaluated, on average. */
	evaluations: number;
}

export interface Planned {
	parameters: INodeParameters;
	items: IDataObject[];
}

/**
 * Plans the items as the node does before it sends anything. Times are processor times: others use the machine, too.
 * @param evaluatesFirst whether n8n's share is measured before the planning; to be alternated
 */
export async function planningCost(planned: Planned, evaluatesFirst: boolean): Promise<PlanningCost> {
	const { parameters, items } = planned;
	const byExpression = Object.keys(parameters).filter((name) => expressionsIn(parameters[name]) > 0);
	const works: Record<Work, (context: IExecuteFunctions) => Promise<void>> = {
		evaluating: async (context) => {
			for (let index = 0; index < items.length; index++) {
				for (const name of byExpression) context.getNodeParameter(name, index);
			}
			return await Promise.resolve();
		},
		planning: plan,
	};
	const order: readonly Work[] = evaluatesFirst ? ['evaluating', 'planning'] : ['planning', 'evaluating'];
	const costs = new Map<Work, Cost>();
	await inside({ parameters, items: items.map((json) => ({ json })) }, async (context) => {
		for (const work of order) costs.set(work, await measured(async () => await works[work](context)));
		return [[]];
	});
	const [evaluating, planning] = [costs.get('evaluating')!, costs.get('planning')!];
	return {
		evaluating: evaluating.seconds,
		planning: planning.seconds,
		longestBlockMs: planning.longestBlockMs,
		evaluations: planning.evaluations / evaluating.evaluations,
	};
}

type Work = 'evaluating' | 'planning';

async function plan(context: IExecuteFunctions): Promise<void> {
	const built = builtFile<{ Run: typeof Run }>('execution/run.js');
	const api = new StoreApi(contextWith(nothingLeaves), TEST_CONNECTION, { limiter: new StoreLimiter() });
	const run = new built.Run(context, api, chosen(context));
	await run.plan();
	const [outcome] = run.outcomes.values();
	if (outcome?.is === 'failed') throw outcome.error;
}

function chosen(context: IExecuteFunctions) {
	const { SHOP_RESOURCES } = builtFile<{ SHOP_RESOURCES: readonly Resource[] }>('resources/index.js');
	const { resource, operation } = context.getNode().parameters;
	const operations = SHOP_RESOURCES.find(({ value }) => value === resource)?.operations ?? [];
	return operations.find(({ value }) => value === operation)!;
}

const nothingLeaves = async (): Promise<never> => await Promise.reject(new Error('Planning sends nothing'));

interface Cost {
	seconds: number;
	longestBlockMs: number;
	evaluations: number;
}

async function measured(work: () => Promise<void>): Promise<Cost> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	const counter = countEvaluations();
	delay.enable();
	await wait(10); // until it is seen how long the loop takes with nothing to do
	delay.reset();
	const before = process.cpuUsage();
	try {
		await work();
	} finally {
		counter.stop();
	}
	const { user, system } = process.cpuUsage(before);
	await wait(10); // a block is seen once it has ended
	delay.disable();
	return { seconds: (user + system) / 1e6, longestBlockMs: delay.max / 1e6, evaluations: counter.evaluations };
}

function expressionsIn(value: unknown): number {
	if (typeof value === 'string') return value.startsWith('=') ? 1 : 0;
	if (typeof value !== 'object' || value === null) return 0;
	return Object.values(value).reduce<number>((sum, inner) => sum + expressionsIn(inner), 0);
}

/** Counts at n8n's own evaluator, through which every expression goes. */
function countEvaluations(): { readonly evaluations: number; stop(): void } {
	const name = 'resolveSimpleParameterValue';
	const { prototype } = Expression;
	const own = Object.getOwnPropertyDescriptor(prototype, name)!;
	const evaluate = own.value as (...given: unknown[]) => unknown;
	const counter = { evaluations: 0, stop: () => void Object.defineProperty(prototype, name, own) };
	Object.defineProperty(prototype, name, {
		...own,
		value: function (this: Expression, ...given: unknown[]) {
			counter.evaluations += 1;
			return Reflect.apply(evaluate, this, given);
		},
	});
	return counter;
}
