import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import type { NewWorkflow } from '../n8n/rest';
import { projectFolder } from '../n8n/versions';

const workflowFile = z.object({
	name: z.string(),
	nodes: z.array(z.object({ name: z.string(), type: z.string(), parameters: z.record(z.unknown()) }).passthrough()),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
});

/** What a person would fill in after importing an example. */
export interface Setting {
	credential: { id: string; name: string };
	/** By node name: parameters to put in place of the file's. */
	parameters?: Record<string, Record<string, unknown>>;
}

/**
 * An example of workflows/, ready for an n8n that has the package in its custom folder, where node types are
 * called `CUSTOM.…`.
 */
export function exampleWorkflow(file: string, { credential, parameters = {} }: Setting): NewWorkflow {
	const text = readFileSync(join(projectFolder, 'workflows', file), 'utf8');
	const { nodes, ...workflow } = workflowFile.parse(JSON.parse(text));
	return {
		...workflow,
		nodes: nodes.map((node) => ({
			...node,
			type: node.type.replace(/^n8n-nodes-bigcommerce\./, 'CUSTOM.'),
			parameters: { ...node.parameters, ...parameters[node.name] },
			...('credentials' in node ? { credentials: { bigCommerceApi: credential } } : {}),
		})) as unknown as INode[],
	} as NewWorkflow;
}
