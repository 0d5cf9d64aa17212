import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { StoreLimiter } from '../../nodes/BigCommerce/transport/limiter';
import { StoreApi } from '../../nodes/BigCommerce/transport/storeApi';
import type { Credential } from '../support/engine';
import { runNode } from '../support/engine';
import { contextWith, TEST_CONNECTION } from '../support/fakeContext';
import type { NodeName } from './builtNodes';
import { builtFile, builtNode } from './builtNodes';
import { answerQuestions } from './child';
import { heapUse } from './heap';
import type { Planned, PlanningCost } from './planning';
import { planningCost } from './planning';

/** One execution of a node. */
export interface NodeRun {
	node: NodeName;
	parameters: INodeParameters;
	items?: IDataObject[];
	credential?: Credential;
	/** When to cancel the execution, in milliseconds from its start. */
	abortAfterMs?: number;
}

/** What became of it. */
export interface NodeRunResult {
	seconds: number;
	/** Records; a page of them that stays one item counts as its records. */
	rows: number;
	/** Items that failed, of those that went in. */
	failed: number;
	fault: string | undefined;
	/** Most memory that this process has taken so far, in MB. */
	peakMb: number;
}

const recordsIn = ({ data }: IDataObject): number => (Array.isArray(data) ? data.length : 1);

const handlers = {
	run: async ({ node, parameters, items = [{}], credential, abortAfterMs }: NodeRun): Promise<NodeRunResult> => {
		const {
			items: output,
			durationMs,
			error,
		} = await runNode({
			...builtNode(node),
			parameters,
			items: items.map((json) => ({ json })),
			onError: 'continueRegularOutput',
			...(credential && { credential }),
			...(abortAfterMs !== undefined && { abortAfterMs }),
		});
		const failed = output.filter(({ json, error: fault }) => fault !== undefined || json.error !== undefined).length;
		return {
			seconds: durationMs / 1000,
			rows: output.reduce((sum, { json }) => sum + recordsIn(json), 0) - failed,
			failed: error ? items.length : failed,
			fault: error && `${error.message}: ${error.description ?? ''}`,
			peakMb: process.resourceUsage().maxRSS / 1024,
		};
	},

	/** Milliseconds that the transport takes per call when quota, network and store cost nothing. */
	overhead: async (calls: number): Promise<number> => {
		const headers = {
			'X-Rate-Limit-Requests-Left': '1000000',
			'X-Rate-Limit-Requests-Quota': '1000000',
			'X-Rate-Limit-Time-Reset-Ms': '30000',
			'X-Rate-Limit-Time-Window-Ms': '30000',
		};
		const answer = { statusCode: 200, headers, body: { data: [{ id: 1 }], meta: {} } };
		const context = contextWith(() => Promise.resolve(answer));
		const api = new StoreApi(context, TEST_CONNECTION, { limiter: new StoreLimiter() });
		const startedAt = performance.now();
		for (let call = 0; call < calls; call++) {
			await api.send({ method: 'GET', path: `/v3/catalog/products/${call + 1}`, query: { include: 'images' } });
		}
		return (performance.now() - startedAt) / calls;
	},

	planning: async ({ evaluatesFirst, ...planned }: Planned & { evaluatesFirst: boolean }): Promise<PlanningCost> =>
		await planningCost(planned, evaluatesFirst),
	heap: heapUse,

	/** Milliseconds until the action nodes have made their descriptions, for the first time in this process. */
	describing: (_: object): number => {
		const classes = ['BigCommerce', 'BigCommerceStoreSetup'].map(
			(name) => builtFile<Record<string, new () => INodeType>>(`${name}.node.js`)[name]!,
		);
		const startedAt = performance.now();
		for (const NodeClass of classes) new NodeClass();
		return performance.now() - startedAt;
	},
};

export type NodeHandlers = typeof handlers;

answerQuestions(handlers);
