import { parse } from 'flatted';
import type { IConnections, IDataObject, INode, INodeProperties, IRunData } from 'n8n-workflow';
import { z } from 'zod';

/** The parts of n8n's REST answers that tests rely on; everything else in them is left alone. */

export const credentialRefSchema = z.object({ id: z.string(), name: z.string(), type: z.string() });
export type CredentialRef = z.infer<typeof credentialRefSchema>;

export const credentialSchema = credentialRefSchema.extend({ data: z.record(z.unknown()) });
export type StoredCredential = z.infer<typeof credentialSchema>;

export const credentialTestSchema = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });
export type CredentialTestResult = z.infer<typeof credentialTestSchema>;

export const workflowSchema = z.object({
	id: z.string(),
	name: z.string(),
	active: z.boolean(),
	versionId: z.string(),
	nodes: z.array(z.custom<INode>()),
	connections: z.custom<IConnections>(),
});
export type StoredWorkflow = z.infer<typeof workflowSchema>;

export const publicationSchema = z.object({
	status: z.enum(['in_progress', 'not_published', 'published', 'partial', 'failed']),
	triggers: z.array(z.object({ errorMessage: z.string().nullish() })),
});

export const manualRunSchema = z.object({
	/** Absent while n8n waits for the test event of a trigger. */
	executionId: z.string().optional(),
	waitingForWebhook: z.boolean().optional(),
});
export type ManualRun = z.infer<typeof manualRunSchema>;

export const executionSummarySchema = z.object({
	id: z.coerce.string(),
	workflowId: z.string(),
	/** new, running, waiting, success, error, canceled or crashed */
	status: z.string(),
	mode: z.string(),
	startedAt: z.string().nullish(),
	stoppedAt: z.string().nullish(),
});
export type ExecutionSummary = z.infer<typeof executionSummarySchema>;

export const executionListSchema = z.object({ results: z.array(executionSummarySchema) });

const resultSchema = z.object({
	resultData: z.object({
		runData: z.custom<IRunData>((value) => typeof value === 'object' && value !== null).default({}),
		error: z.object({ message: z.string(), description: z.string().nullish() }).passthrough().optional(),
		lastNodeExecuted: z.string().optional(),
	}),
});

/**
 * n8n stores what an execution did with `flatted`, which keeps shared references. Of an execution that has not begun
 * it stores nothing.
 */
const stored = (text: string): unknown => parse(text) ?? { resultData: {} };

export const executionSchema = executionSummarySchema.extend({
	data: z.string().transform((text) => resultSchema.parse(stored(text)).resultData),
});
export type Execution = z.infer<typeof executionSchema>;

export const listSearchSchema = z.object({
	results: z.array(
		z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), url: z.string().optional() }),
	),
	paginationToken: z.unknown(),
});
export type ListSearchPage = z.infer<typeof listSearchSchema>;

export const optionsSchema = z.array(
	z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }).passthrough(),
);

const iconUrlSchema = z.union([z.string(), z.object({ light: z.string(), dark: z.string() })]);

export const nodeTypesSchema = z.array(
	z
		.object({
			name: z.string(),
			displayName: z.string(),
			properties: z.array(z.custom<INodeProperties>()),
			/** Paths below n8n's own address. */
			iconUrl: iconUrlSchema.optional(),
		})
		.passthrough(),
);
export type NodeTypeSummary = z.infer<typeof nodeTypesSchema>[number];

export const credentialTypesSchema = z.array(
	z.object({ name: z.string(), displayName: z.string(), iconUrl: iconUrlSchema.optional() }).passthrough(),
);
export type CredentialTypeSummary = z.infer<typeof credentialTypesSchema>[number];

/** What a node put out on its last run, as the JSON of each item of the given output. */
export function outputItems(execution: Execution, nodeName: string, output = 0): IDataObject[] {
	const run = execution.data.runData[nodeName]?.at(-1);
	return (run?.data?.['main']?.[output] ?? []).map((item) => item.json);
}
