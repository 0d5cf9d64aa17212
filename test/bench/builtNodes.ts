import { join } from 'node:path';
import type { INodeType, IVersionedNodeType } from 'n8n-workflow';

import { N8N_VERSIONS, projectFolder, runtimeFolder } from '../n8n/versions';

/** Which node: ours as built, or n8n's HTTP Request node out of the pinned n8n. */
export type NodeName = 'ours' | 'peer';

const HTTP_REQUEST_VERSION = 4.5;

/** What a compiled file of the package exports. @param file below dist/nodes/BigCommerce */
export function builtFile<T>(file: string): T {
	return load<T>(join(projectFolder, 'dist/nodes/BigCommerce', file));
}

function load<T>(file: string): T {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- paths that are only known at run time
	return require(file) as T;
}

const nodes: Record<NodeName, () => { nodeType: INodeType; typeVersion: number }> = {
	ours: () => {
		const { BigCommerce } = builtFile<{ BigCommerce: new () => INodeType }>('BigCommerce.node.js');
		return { nodeType: new BigCommerce(), typeVersion: 1 };
	},
	peer: () => {
		const base = join(runtimeFolder(N8N_VERSIONS[2]), 'node_modules/n8n-nodes-base/dist/nodes');
		const { HttpRequest } = load<{ HttpRequest: new () => IVersionedNodeType }>(
			join(base, 'HttpRequest/HttpRequest.node.js'),
		);
		return { nodeType: new HttpRequest().nodeVersions[HTTP_REQUEST_VERSION]!, typeVersion: HTTP_REQUEST_VERSION };
	},
};

const loaded = new Map<NodeName, ReturnType<(typeof nodes)['ours']>>();

/** The node as n8n holds it: loaded once. */
export function builtNode(name: NodeName): { nodeType: INodeType; typeVersion: number } {
	const known = loaded.get(name) ?? nodes[name]();
	loaded.set(name, known);
	return known;
}
