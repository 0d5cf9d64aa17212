/**
 * Runs a node for real, inside n8n-core: expressions, display conditions, item linking and requests are
 * n8n's own. The only file that knows how n8n-core's classes are put together.
 */
import './quietN8n';

import {
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	LoadOptionsContext,
	PollContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	IConnections,
	IDataObject,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
	INodeTypes,
	IPollFunctions,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';

import type { Credential } from './credentials';
import { CredentialStore } from './credentials';

export type { Credential } from './credentials';

export interface RunOptions {
	nodeType: INodeType;
	/** Default 1. */
	typeVersion?: number;
	/** As a workflow stores them; `={{ … }}` is resolved per item. Missing ones get the node's defaults. */
	parameters: INodeParameters;
	/** What the node before hands over. Default: one empty item. */
	items?: INodeExecutionData[];
	credential?: Credential;
	/** What the node's settings say under On Error. Default `stopWorkflow`. */
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	/** Stops the execution after this long, as the editor's stop button does. */
	abortAfterMs?: number;
	/** Messages that the node sends to the editor while it works. */
	onProgress?: (message: unknown) => void;
	/** Runs the node as n8n offers it to an AI agent. */
	asTool?: boolean;
	/** Of the workflow. Default UTC. */
	timezone?: string;
}

/** What the node threw: NodeApiError or NodeOperationError, unless something is wrong with it. */
export interface RunFault extends Error {
	description?: string | null | undefined;
	/** Of a NodeApiError. */
	httpCode?: string | null;
	context?: IDataObject;
}

export interface RunResult {
	items: INodeExecutionData[];
	/** What left through the error output, with `onError: 'continueErrorOutput'`. */
	errorItems: INodeExecutionData[];
	/** The very object that was thrown, before n8n makes plain data of it. */
	error?: RunFault;
	hints: NodeExecutionHint[];
	/** As n8n shows it: `success`, `error`, `canceled`. */
	status: string;
	durationMs: number;
}

const START = 'Items';
const NODE = 'Node';

/** Runs `nodeType` on the items of a node in front of it. */
export async function runNode(options: RunOptions): Promise<RunResult> {
	const thrown: unknown[] = [];
	const workflow = makeWorkflow(options, observed(options, thrown));
	const additionalData = makeAdditionalData(options);
	const startedAt = performance.now();
	const finished = (rest: Omit<RunResult, 'durationMs' | 'error'>): RunResult => ({
		...rest,
		...(thrown.length > 0 ? { error: thrown[0] as RunFault } : {}),
		durationMs: performance.now() - startedAt,
	});
	let execution;
	try {
		const startNode = workflow.getNode(START) ?? undefined;
		execution = new WorkflowExecute(additionalData, 'manual').run({ workflow, ...(startNode && { startNode }) });
	} catch (issues) {
		// n8n refuses a workflow whose required parameters are empty before any node runs.
		thrown.push(issues);
		return finished({ items: [], errorItems: [], hints: [], status: 'error' });
	}
	const timer = options.abortAfterMs && setTimeout(() => execution.cancel(), options.abortAfterMs);
	const { data, status } = await execution;
	clearTimeout(timer);
	if (thrown.length === 0 && data.resultData.error) thrown.push(data.resultData.error);
	const [run] = data.resultData.runData[NODE] ?? [];
	const [items, errorItems] = run?.data?.main ?? [];
	return finished({ items: items ?? [], errorItems: errorItems ?? [], hints: run?.hints ?? [], status });
}

export interface ListSearchOptions {
	nodeType: INodeType;
	/** Name in `methods.listSearch`. */
	method: string;
	/** What was typed into the dropdown. */
	filter?: string;
	/** `paginationToken` of the page before. */
	paginationToken?: string;
	parameters?: INodeParameters;
	credential: Credential;
}

/** Opens a resource locator's list, as the editor does. @throws what the search throws */
export async function runListSearch(options: ListSearchOptions): Promise<INodeListSearchResult> {
	const { nodeType, method, filter, paginationToken, parameters = {}, credential } = options;
	const search = nodeType.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list search ${method}`);
	const workflow = makeWorkflow({ nodeType, parameters, credential }, nodeType);
	const additionalData = makeAdditionalData({ credential });
	const node = workflow.getNode(NODE)!;
	additionalData.currentNodeParameters = node.parameters;
	await workflow.expression.acquireIsolate();
	try {
		const context = new LoadOptionsContext(workflow, node, additionalData, '');
		return await search.call(context as ILoadOptionsFunctions, filter, paginationToken);
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** A polling trigger in an active workflow. */
export interface Poller {
	/** What the workflow would start with; nothing when it would not start. @throws what the node throws */
	poll: (mode?: 'trigger' | 'manual') => Promise<INodeExecutionData[]>;
	/** What n8n keeps of the node between polls and restarts. A test may put back what was kept before. */
	kept: IDataObject;
	/** Changes the node's parameters, as a person does in the editor. */
	setParameters: (parameters: INodeParameters) => void;
}

/** Polls as n8n does; every poll finds just what n8n would have written to its database. */
export function makePoller(options: Pick<RunOptions, 'nodeType' | 'credential' | 'parameters'>): Poller {
	let { parameters } = options;
	let kept: IDataObject = {};
	return {
		get kept() {
			return kept;
		},
		set kept(before) {
			kept = before;
		},
		setParameters: (changed) => (parameters = changed),
		poll: async (mode = 'trigger') => {
			const { nodeType, credential } = options;
			const workflow = makeWorkflow({ ...options, parameters }, nodeType);
			workflow.staticData = { [`node:${NODE}`]: structuredClone(kept) };
			const node = workflow.getNode(NODE)!;
			const context = new PollContext(
				workflow,
				node,
				makeAdditionalData({ ...(credential && { credential }) }),
				mode,
				'activate',
			);
			await workflow.expression.acquireIsolate();
			try {
				const data = await nodeType.poll?.call(context as IPollFunctions);
				return data?.[0] ?? [];
			} finally {
				await workflow.expression.releaseIsolate();
				// Also after a failure: n8n goes on with the same object in memory.
				if (mode === 'trigger') kept = JSON.parse(JSON.stringify(workflow.getStaticData('node', node))) as IDataObject;
			}
		},
	};
}

/** The node type, but keeping what it throws; n8n itself keeps a plain copy only. */
function observed({ nodeType, asTool }: RunOptions, thrown: unknown[]): INodeType {
	const { description } = nodeType;
	const seen: INodeType = Object.create(nodeType, {
		description: { value: asTool ? { ...description, name: `${description.name}Tool` } : description },
	}) as INodeType;
	seen.execute = async function (...parameters) {
		try {
			return (await nodeType.execute?.apply(this, parameters)) ?? [];
		} catch (error) {
			thrown.push(error);
			throw error;
		}
	};
	return seen;
}

function makeWorkflow(
	{ parameters, typeVersion = 1, items = [{ json: {} }], credential, onError, timezone = 'UTC', asTool }: RunOptions,
	nodeType: INodeType,
): Workflow {
	const credentialKind = credential?.type === 'bigCommerceOAuth2Api' ? 'oAuth2' : 'accessToken';
	const nodes: INode[] = [
		{ id: '1', name: START, type: 'items', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			id: '2',
			name: NODE,
			// n8n names the tool that it makes of a node so.
			type: asTool ? 'nodeTool' : 'node',
			typeVersion,
			position: [200, 0],
			parameters: { authentication: credentialKind, ...structuredClone(parameters) },
			...(credential && { credentials: { [credential.type]: { id: '1', name: 'BigCommerce account' } } }),
			...(onError && { onError }),
		},
	];
	const connections: IConnections = {
		[START]: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] },
	};
	return new Workflow({
		id: '1',
		nodes,
		connections,
		active: false,
		nodeTypes: knownTypes({ items: itemsNode(items), node: nodeType, nodeTool: nodeType }),
		settings: { executionOrder: 'v1', timezone },
	});
}

function itemsNode(items: INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: 'Items',
			name: 'items',
			group: ['trigger'],
			version: 1,
			description: 'Hands over given items',
			defaults: { name: START },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute: async () => await Promise.resolve([structuredClone(items)]),
	};
}

function knownTypes(types: Record<string, INodeType>): INodeTypes {
	const find = (name: string): INodeType => {
		const type = types[name];
		if (!type) throw new Error(`Unknown node type ${name}`);
		return type;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

const notHere = (): never => {
	throw new Error('The engine of the tests cannot do that');
};

function makeAdditionalData({
	credential,
	onProgress,
}: Pick<RunOptions, 'credential' | 'onProgress'>): IWorkflowExecuteAdditionalData {
	const url = 'http://127.0.0.1:5678';
	const workflowData = {
		id: '1',
		name: 'Test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		nodes: [],
		connections: {},
		createdAt: new Date(),
		updatedAt: new Date(),
	};
	const resolver = (node: INode) =>
		new Workflow({
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: knownTypes({ [node.type]: itemsNode([]) }),
		});
	return {
		credentialsHelper: new CredentialStore(credential, resolver),
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData),
		externalSecretsProxy: new ExternalSecretsProxy(),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		instanceBaseUrl: `${url}/`,
		restApiUrl: `${url}/rest`,
		formBaseUrl: `${url}/form`,
		formWaitingBaseUrl: `${url}/form-waiting`,
		formTestBaseUrl: `${url}/form-test`,
		webhookBaseUrl: `${url}/webhook`,
		webhookWaitingBaseUrl: `${url}/webhook-waiting`,
		webhookTestBaseUrl: `${url}/webhook-test`,
		mcpBaseUrl: `${url}/mcp`,
		mcpTestBaseUrl: `${url}/mcp-test`,
		sendDataToUI: (_type, data) => onProgress?.(data),
		executeWorkflow: notHere,
		getRunExecutionData: notHere,
		getRuntimeCredential: notHere,
		logAiEvent: () => {},
		startRunnerTask: notHere,
	};
}
