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

/** Plans the items as the node does before it sends anything. Times are processor times: others use the machine, too. */
export async function planningCost({ parameters, items }: Planned): Promise<PlanningCost> {
	const byExpression = Object.keys(parameters).filter((name) => expressionsIn(parameters[name]) > 0);
	const evaluated = await measured({ parameters, items }, async (context) => {
		for (let index = 0; index < items.length; index++) {
			for (const name of byExpression) context.getNodeParameter(name, index);
		}
		return await Promise.resolve();
	});
	const planned = await measured({ parameters, items }, plan);
	const counter = countEvaluations();
	try {
		await measured({ parameters, items }, plan);
	} finally {
		counter.stop();
	}
	return {
		evaluating: evaluated.seconds,
		planning: planned.seconds,
		longestBlockMs: planned.longestBlockMs,
		evaluations: counter.evaluations / (expressionsIn(parameters) * items.length),
	};
}

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

async function measured(
	{ parameters, items }: Planned,
	work: (context: IExecuteFunctions) => Promise<void>,
): Promise<{ seconds: number; longestBlockMs: number }> {
	const delay = monitorEventLoopDelay({ resolution: 1 });
	let seconds = 0;
	await inside({ parameters, items: items.map((json) => ({ json })) }, async (context) => {
		delay.enable();
		await wait(10); // until it is seen how long the loop takes with nothing to do
		delay.reset();
		const before = process.cpuUsage();
		await work(context);
		const { user, system } = process.cpuUsage(before);
		seconds = (user + system) / 1e6;
		await wait(10); // a block is seen once it has ended
		delay.disable();
		return [[]];
	});
	return { seconds, longestBlockMs: delay.max / 1e6 };
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
