import type { IConnections, IDataObject, INode, INodeParameters, IWorkflowSettings } from 'n8n-workflow';
import { z } from 'zod';
import type { N8nInstance } from './instance';
import { poll } from './poll';
import {
	credentialRefSchema,
	credentialSchema,
	credentialTestSchema,
	credentialTypesSchema,
	executionListSchema,
	executionSchema,
	listSearchSchema,
	manualRunSchema,
	nodeTypesSchema,
	optionsSchema,
	publicationSchema,
	workflowSchema,
	type CredentialRef,
	type CredentialTestResult,
	type CredentialTypeSummary,
	type Execution,
	type ExecutionSummary,
	type ListSearchPage,
	type ManualRun,
	type NodeTypeSummary,
	type StoredCredential,
	type StoredWorkflow,
} from './restSchemas';
import { N8nSession } from './session';
import { isLine1 } from './versions';

export interface NewWorkflow {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
}

/** What the editor sends to fill a dropdown of a node. */
export interface DynamicParameterRequest {
	nodeType: string;
	typeVersion?: number;
	/** Name of the list search or load options method. */
	method: string;
	/** Path of the parameter being filled, e.g. `parameters.productId`. */
	path: string;
	parameters: INodeParameters;
	credentials: Record<string, { id: string; name: string }>;
}

const PUBLICATION_TIMEOUT_MS = 60_000;

/** n8n's REST interface as its editor uses it, alike for the 1.x and the 2.x line. */
export class N8nRest {
	private constructor(
		private readonly session: N8nSession,
		private readonly line1: boolean,
	) {}

	/** Signs in to a running n8n as its owner, setting the owner up on the first call. */
	static async signIn(instance: Pick<N8nInstance, 'url' | 'version'>): Promise<N8nRest> {
		const session = new N8nSession(instance);
		await session.signIn();
		return new N8nRest(session, isLine1(instance.version));
	}

	// Credentials

	async createCredential(name: string, type: string, data: IDataObject): Promise<CredentialRef> {
		return await this.session.request(credentialRefSchema, 'POST', '/rest/credentials', { name, type, data });
	}

	/** Secrets come back blanked, as the editor sees them. */
	async getCredential(id: string): Promise<StoredCredential> {
		return await this.session.request(credentialSchema, 'GET', `/rest/credentials/${id}?includeData=true`);
	}

	/** Blanked values keep what is stored. */
	async updateCredential(credential: StoredCredential): Promise<CredentialRef> {
		return await this.session.request(credentialRefSchema, 'PATCH', `/rest/credentials/${credential.id}`, credential);
	}

	async deleteCredential(id: string): Promise<void> {
		await this.session.request(z.unknown(), 'DELETE', `/rest/credentials/${id}`);
	}

	/** What the Test button does with a stored credential; what n8n stored is used where a value comes back blanked. */
	async testCredential(id: string): Promise<CredentialTestResult> {
		const credentials = await this.getCredential(id);
		return await this.session.request(credentialTestSchema, 'POST', '/rest/credentials/test', { credentials });
	}

	/** The page of the service to which the Connect button of an OAuth2 credential leads. */
	async oauth2AuthorizeUrl(credentialId: string): Promise<URL> {
		const url = await this.session.request(z.string(), 'GET', `/rest/oauth2-credential/auth?id=${credentialId}`);
		return new URL(url);
	}

	/**
	 * Brings the service's answer back to n8n, as the browser does when the service redirects to the callback.
	 * @returns the page n8n shows
	 */
	async finishOAuth2(answer: { code: string; state: string } & Record<string, string>): Promise<string> {
		const query = new URLSearchParams(answer);
		return String(await this.session.raw('GET', `/rest/oauth2-credential/callback?${query.toString()}`));
	}

	// Workflows

	async createWorkflow(workflow: NewWorkflow): Promise<StoredWorkflow> {
		const body = { settings: { executionOrder: 'v1' }, ...workflow, active: false };
		return await this.session.request(workflowSchema, 'POST', '/rest/workflows', body);
	}

	async getWorkflow(id: string): Promise<StoredWorkflow> {
		return await this.session.request(workflowSchema, 'GET', `/rest/workflows/${id}`);
	}

	async listWorkflows(): Promise<Array<{ id: string; name: string; active: boolean }>> {
		const schema = z.array(z.object({ id: z.string(), name: z.string(), active: z.boolean() }));
		return await this.session.request(schema, 'GET', '/rest/workflows');
	}

	/** Saves changes. An active workflow of n8n 2 keeps running as it was until it is activated again. */
	async updateWorkflow(id: string, changes: Partial<NewWorkflow>): Promise<StoredWorkflow> {
		const { versionId } = await this.getWorkflow(id);
		const body = { ...changes, versionId };
		return await this.session.request(workflowSchema, 'PATCH', `/rest/workflows/${id}`, body);
	}

	/** Returns once the triggers listen. @throws Error with n8n's reason when a trigger cannot be activated */
	async activateWorkflow(id: string): Promise<void> {
		if (this.line1) {
			await this.session.request(workflowSchema, 'PATCH', `/rest/workflows/${id}`, { active: true });
			return;
		}
		const { versionId } = await this.getWorkflow(id);
		await this.session.request(workflowSchema, 'POST', `/rest/workflows/${id}/activate`, { versionId });
		const { status, triggers } = await this.#publication(id, 'not_published');
		if (status === 'published') return;
		const reasons = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
		throw new Error(`Workflow ${id} is not active: ${reasons.join('; ') || status}`);
	}

	/** Returns once the triggers no longer listen. */
	async deactivateWorkflow(id: string): Promise<void> {
		if (this.line1) {
			await this.session.request(workflowSchema, 'PATCH', `/rest/workflows/${id}`, { active: false });
			return;
		}
		await this.session.request(workflowSchema, 'POST', `/rest/workflows/${id}/deactivate`, {});
		await this.#publication(id, 'published');
	}

	/** n8n 2 publishes in the background: waits until it is done and has left the given state. */
	async #publication(id: string, former: 'published' | 'not_published') {
		return await poll(`n8n to publish workflow ${id}`, PUBLICATION_TIMEOUT_MS, async () => {
			const path = `/rest/workflows/${id}/publication-status`;
			const publication = await this.session.request(publicationSchema, 'GET', path);
			return publication.status === 'in_progress' || publication.status === former ? undefined : publication;
		});
	}

	/** Deletes a workflow, whether active or not. */
	async deleteWorkflow(id: string): Promise<void> {
		if ((await this.getWorkflow(id)).active) await this.deactivateWorkflow(id);
		await this.session.request(z.unknown(), 'POST', `/rest/workflows/${id}/archive`, {});
		await this.session.request(z.unknown(), 'DELETE', `/rest/workflows/${id}`);
	}

	/** Runs a workflow by hand from `trigger` through all nodes, or up to `destination`. */
	async runWorkflow(id: string, trigger: string, destination?: string): Promise<ManualRun> {
		const workflowData = await this.getWorkflow(id);
		return await this.session.request(manualRunSchema, 'POST', `/rest/workflows/${id}/run`, {
			workflowData,
			startNodes: [],
			triggerToStartFrom: { name: trigger },
			...(destination && { destinationNode: { nodeName: destination, mode: 'inclusive' } }),
		});
	}

	// Executions

	/** The newest executions of a workflow, newest first, at most 100. */
	async listExecutions(workflowId: string, limit = 100): Promise<ExecutionSummary[]> {
		const query = new URLSearchParams({ filter: JSON.stringify({ workflowId }), limit: String(limit) });
		const list = await this.session.request(executionListSchema, 'GET', `/rest/executions?${query.toString()}`);
		return list.results;
	}

	async getExecution(id: string): Promise<Execution> {
		return await this.session.request(executionSchema, 'GET', `/rest/executions/${id}`);
	}

	/** Polls until the executions of a workflow are what `predicate` wants, and returns them, newest first. */
	async waitForExecutions(
		workflowId: string,
		predicate: (executions: ExecutionSummary[]) => boolean,
		timeoutMs = 30_000,
	): Promise<ExecutionSummary[]> {
		let last: ExecutionSummary[] = [];
		const found = poll(`executions of workflow ${workflowId}`, timeoutMs, async () => {
			last = await this.listExecutions(workflowId);
			return predicate(last) ? last : undefined;
		});
		return await found.catch((error: Error) => {
			const seen = last.map(({ id, status }) => `${id} ${status}`).join(', ') || 'none';
			throw new Error(`${error.message} Seen: ${seen}.`);
		});
	}

	/** Polls until an execution has ended, whatever its outcome, and returns all it did. */
	async waitForExecution(id: string, timeoutMs = 30_000): Promise<Execution> {
		return await poll(`execution ${id} to end`, timeoutMs, async () => {
			const execution = await this.getExecution(id);
			const { status, data } = execution;
			if (['new', 'running', 'waiting', 'unknown'].includes(status)) return undefined;
			// n8n stores the outcome a moment before it stores what was done.
			const isStored = data.error !== undefined || Object.keys(data.runData).length > 0;
			return isStored || !['success', 'error'].includes(status) ? execution : undefined;
		});
	}

	// Node types and their dropdowns

	/** All node types n8n has loaded; ours are called `CUSTOM.<name>`. */
	async nodeTypes(): Promise<NodeTypeSummary[]> {
		return await this.session.request(nodeTypesSchema, 'GET', '/types/nodes.json');
	}

	/** All credential types n8n has loaded, by their own names. */
	async credentialTypes(): Promise<CredentialTypeSummary[]> {
		return await this.session.request(credentialTypesSchema, 'GET', '/types/credentials.json');
	}

	/** One page of a resource locator's list. @throws N8nRestError with the message the editor would show */
	async searchList(
		request: DynamicParameterRequest,
		filter?: string,
		paginationToken?: string | number,
	): Promise<ListSearchPage> {
		const path = '/rest/dynamic-node-parameters/resource-locator-results';
		const body = { ...dynamicParameters(request), filter, paginationToken };
		return await this.session.request(listSearchSchema, 'POST', path, body);
	}

	/** The entries of a dropdown whose options a node loads. */
	async loadOptions(request: DynamicParameterRequest): Promise<z.infer<typeof optionsSchema>> {
		const path = '/rest/dynamic-node-parameters/options';
		return await this.session.request(optionsSchema, 'POST', path, dynamicParameters(request));
	}
}

const dynamicParameters = (request: DynamicParameterRequest) => ({
	path: request.path,
	methodName: request.method,
	nodeTypeAndVersion: { name: request.nodeType, version: request.typeVersion ?? 1 },
	currentNodeParameters: request.parameters,
	credentials: request.credentials,
});
