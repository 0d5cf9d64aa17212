import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { INodeTypeDescription } from 'n8n-workflow';
import { z } from 'zod';

import { ensureN8n } from './install';
import { N8N_VERSIONS } from './versions';

export interface BuilderQuestion {
	/** Descriptions of nodes, with the name of the package before their own. */
	types: INodeTypeDescription[];
	/** Workflows as n8n exports them; steps may be of these types and of n8n's own. */
	workflows: unknown[];
}

const shapeSchema = z.object({ nodes: z.record(z.unknown()), connections: z.unknown() });

const answerSchema = z.object({
	/** What the builder reads of each type: a TypeScript type for each operation, in the order of `types`. */
	texts: z.array(z.string()),
	/** How the builder judges each workflow, and what it is before and after a way through the builder's code. */
	workflows: z.array(
		z.object({
			errors: z.array(z.string()),
			warnings: z.array(z.string()),
			before: shapeSchema,
			after: shapeSchema,
		}),
	),
});

export type BuilderAnswer = z.infer<typeof answerSchema>;

/**
 * Asks the AI builder of the pinned n8n 2 what it makes of nodes and workflows. Runs in n8n's own Node, as its
 * code needs that; installs n8n first where it is missing.
 *
 * @throws Error with what the builder wrote on standard error
 */
export async function askBuilder(question: BuilderQuestion): Promise<BuilderAnswer> {
	const { node, dir } = await ensureN8n(N8N_VERSIONS[2], (line) => process.stderr.write(`${line}\n`));
	const child = spawn(node, [join(__dirname, 'askBuilder.mjs')], { cwd: dir });
	const exited = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
	// A child that has failed no longer reads; its exit code tells that already.
	child.stdin.on('error', () => undefined).end(JSON.stringify(question));
	const [code, output, errors] = await Promise.all([exited, buffer(child.stdout), buffer(child.stderr)]);
	if (code !== 0) throw new Error(`The builder ended with ${code}:\n${errors.toString()}`);
	return answerSchema.parse(JSON.parse(output.toString()));
}
