import { join } from 'node:path';

import type { SandboxOptions } from '../sandbox';
import type { Handlers } from './child';
import { Child } from './child';
import type { HeapRun, HeapUse } from './heap';
import type { NodeHandlers, NodeRun, NodeRunResult } from './nodeProcess';
import type { Planned, PlanningCost } from './planning';
import type { StoreAddress, StoreHandlers } from './storeProcess';

/** A store in a process of its own. */
export interface BenchStore extends StoreAddress {
	requests(): Promise<{ all: number; refused: number }>;
	reserve(share: number): Promise<void>;
}

/** A process that runs nodes, as an n8n does. */
export interface Runner {
	/** @throws when the node as a whole failed, unless it was canceled */
	run(what: NodeRun): Promise<NodeRunResult>;
	overhead(calls: number): Promise<number>;
	planning(what: Planned, evaluatesFirst: boolean): Promise<PlanningCost>;
	heap(what: HeapRun): Promise<HeapUse>;
	describing(): Promise<number>;
}

/** Starts the processes of one case and ends them with it. */
export class Lab {
	private readonly children: Array<{ stop(): void }> = [];

	static async during<T>(work: (lab: Lab) => Promise<T>): Promise<T> {
		const lab = new Lab();
		try {
			return await work(lab);
		} finally {
			for (const child of lab.children) child.stop();
		}
	}

	async store(options: SandboxOptions): Promise<BenchStore> {
		const child = this.start<StoreHandlers>('storeProcess.ts');
		const address = await child.ask('open', { logLimit: 1_000_000, ...options });
		return {
			...address,
			requests: async () => await child.ask('requests', {}),
			reserve: async (share) => await child.ask('reserve', share),
		};
	}

	runner(): Runner {
		const child = this.start<NodeHandlers>('nodeProcess.ts', ['--expose-gc']);
		return {
			run: async (what) => {
				const result = await child.ask('run', what);
				const isCanceled = what.abortAfterMs !== undefined;
				if (result.fault !== undefined && !isCanceled) throw new Error(`${what.node}: ${result.fault}`);
				return result;
			},
			overhead: async (calls) => await child.ask('overhead', calls),
			planning: async (what, evaluatesFirst) => await child.ask('planning', { ...what, evaluatesFirst }),
			heap: async (what) => await child.ask('heap', what),
			describing: async () => await child.ask('describing', {}),
		};
	}

	private start<H extends Handlers>(script: string, nodeOptions: readonly string[] = []): Child<H> {
		const child = new Child<H>(join(__dirname, script), nodeOptions);
		this.children.push(child);
		return child;
	}
}
