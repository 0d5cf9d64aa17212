// Asks n8n's AI builder, in the Node and with the code of a pinned n8n (see builder.ts, which starts it).
//
// Standard input: { types, workflows }; standard output: { texts, workflows }. Working directory: the runtime of an n8n 2.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { json } from 'node:stream/consumers';

const require = createRequire(join(process.cwd(), 'package.json'));
const { synthesizeNodeTypeDef } = require('n8n/dist/modules/mcp-registry/synthesize-type-def.js');
const sdk = require('@n8n/workflow-sdk');

/** n8n ships rules for the parameters of its own nodes; of ours it makes them here. */
const rulesOf = (name) => join(dirname(require.resolve(`${name}/package.json`)), 'dist', 'node-definitions');

/** What of a node is the same after a way through code; IDs and places are given again. */
const lasting = ({ id: _, position: __, webhookId: ___, ...node }) => node;

const byName = (nodes) => Object.fromEntries(nodes.map((node) => [node.name, lasting(node)]));

function judge(workflow) {
	const { errors, warnings } = sdk.validateWorkflow(workflow);
	const back = sdk.parseWorkflowCode(sdk.generateWorkflowCode({ workflow }));
	return {
		errors: errors.map(({ message }) => message),
		warnings: warnings.map(({ message }) => message),
		before: { nodes: byName(workflow.nodes), connections: workflow.connections },
		after: { nodes: byName(back.nodes), connections: back.connections },
	};
}

const { types, workflows } = await json(process.stdin);
const texts = types.map(synthesizeNodeTypeDef);
const folder = await mkdtemp(join(tmpdir(), 'node-definitions-'));
try {
	await sdk.orchestrateGeneration({ nodes: types, outputDir: folder });
	sdk.setSchemaBaseDirs([rulesOf('n8n-nodes-base'), rulesOf('@n8n/n8n-nodes-langchain'), folder]);
	process.stdout.write(JSON.stringify({ texts, workflows: workflows.map(judge) }));
} finally {
	await rm(folder, { recursive: true, force: true });
}
