import { join } from 'node:path';
import type { IDataObject, INodeParameters, INodeType, IVersionedNodeType } from 'n8n-workflow';

import { StoreLimiter } from '../../nodes/BigCommerce/transport/limiter';
import { StoreApi } from '../../nodes/BigCommerce/transport/storeApi';
import { N8N_VERSIONS, projectFolder, runtimeFolder } from '../n8n/versions';
import type { Credential } from '../support/engine';
import { runNode } from '../support/engine';
import { contextWith, TEST_CONNECTION } from '../support/fakeContext';
import { answerQuestions } from './child';

/** One execution of a node. */
export interface NodeRun {
	/** Ours, as built, or n8n's HTTP Request node out of the pinned n8n. */
	node: 'ours' | 'peer';
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

const HTTP_REQUEST_VERSION = 4.5;

function load<T>(file: string, name: string): T {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- paths that are only known at run time
	const exported = (require(file) as Record<string, new () => T>)[name];
	if (!exported) throw new Error(`${file} does not export ${name}`);
	return new exported();
}

const nodes: Record<NodeRun['node'], () => { nodeType: INodeType; typeVersion: number }> = {
	ours: () => ({
		nodeType: load<INodeType>(join(projectFolder, 'dist/nodes/BigCommerce/BigCommerce.node.js'), 'BigCommerce'),
		typeVersion: 1,
	}),
	peer: () => {
		const base = join(runtimeFolder(N8N_VERSIONS[2]), 'node_modules/n8n-nodes-base/dist/nodes');
		const { nodeVersions } = load<IVersionedNodeType>(join(base, 'HttpRequest/HttpRequest.node.js'), 'HttpRequest');
		return { nodeType: nodeVersions[HTTP_REQUEST_VERSION]!, typeVersion: HTTP_REQUEST_VERSION };
	},
};

const loaded = new Map<NodeRun['node'], ReturnType<(typeof nodes)['ours']>>();

/** The node as n8n holds it: loaded once. */
function nodeFor(node: NodeRun['node']) {
	const known = loaded.get(node) ?? nodes[node]();
	loaded.set(node, known);
	return known;
}

const recordsIn = ({ data }: IDataObject): number => (Array.isArray(data) ? data.length : 1);

const handlers = {
	run: async ({ node, parameters, items = [{}], credential, abortAfterMs }: NodeRun): Promise<NodeRunResult> => {
		const {
			items: output,
			durationMs,
			error,
		} = await runNode({
			...nodeFor(node),
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
};

export type NodeHandlers = typeof handlers;

answerQuestions(handlers);
