import { EventEmitter } from 'node:events';
import axios from 'axios';
import type {
	CronExpression,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	ITriggerFunctions,
	IWebhookFunctions,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { Credential } from '../../support/credentials';

export const WEBHOOK_URL = 'http://127.0.0.1:5678/webhook/1f0c/webhook';

export interface Setup {
	credential: Credential;
	parameters?: INodeParameters;
	/** Shared by contexts of one node. */
	staticData?: IDataObject;
	webhookUrl?: string;
	activation?: WorkflowActivateMode;
	mode?: WorkflowExecuteMode;
	nodeId?: string;
	executionId?: string;
	items?: INodeExecutionData[];
	continueOnFail?: boolean;
	onError?: INode['onError'];
	/** The ids that n8n's database holds, for `execute()`. */
	processed?: Set<string>;
	request?: { headers: Record<string, string | string[]>; body: string | Buffer };
}

/** What a context was told, and what the sender of a request is told after it. */
export interface Told {
	warnings: string[];
	crons: Array<{ expression: CronExpression; tick: () => void }>;
	/** By the node itself. */
	answer: { status?: number; ended: boolean };
	/** n8n answers the request, as it does when the node has handed an event on. */
	respond: (status: number) => void;
	/** The sender hangs up without an answer. */
	hangUp: () => void;
	/** Ids of each call of n8n's store. */
	recorded: string[][];
}

let executions = 0;

export type AnyContext = IHookFunctions & IWebhookFunctions & ITriggerFunctions & IExecuteFunctions;

/** A context of n8n with what the trigger uses of the four kinds that it meets. */
export function contextOf(setup: Setup): { context: AnyContext; told: Told } {
	const response = Object.assign(new EventEmitter(), {
		statusCode: 200,
		destroyed: false,
		status(code: number) {
			told.answer.status = code;
			return response;
		},
		end: () => (told.answer.ended = true),
	});
	const hangUp = () => {
		response.destroyed = true;
		response.emit('close');
	};
	const respond = (status: number) => {
		response.statusCode = status;
		response.emit('finish');
		hangUp();
	};
	const told: Told = { warnings: [], crons: [], answer: { ended: false }, respond, hangUp, recorded: [] };
	const parameters = setup.parameters ?? {};
	const { credential, items = [], processed = new Set<string>() } = setup;
	const node: INode = {
		id: setup.nodeId ?? 'trigger',
		name: 'BigCommerce Trigger',
		type: 'bigCommerceTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		...(setup.onError && { onError: setup.onError }),
		parameters: {
			...parameters,
			authentication: credential.type === 'bigCommerceOAuth2Api' ? 'oAuth2' : 'accessToken',
		},
	};
	const parameterOf = (name: string, fallback: unknown): unknown =>
		name
			.split('.')
			.reduce<unknown>((parent, key) => (parent as Record<string, unknown> | undefined)?.[key], parameters) ?? fallback;
	const request: { headers: object; rawBody?: Buffer; readRawBody?: () => Promise<void> } = {
		headers: Object.fromEntries(
			Object.entries(setup.request?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
		),
		readRawBody: async () => {
			await Promise.resolve();
			request.rawBody = Buffer.from(setup.request?.body ?? '');
		},
	};
	const context = {
		getNode: () => node,
		getWorkflow: () => ({ id: 'workflow', name: 'Workflow', active: true }),
		getExecutionId: () => setup.executionId ?? `${++executions}`,
		getMode: () => setup.mode ?? 'webhook',
		getActivationMode: () => setup.activation ?? 'activate',
		getNodeWebhookUrl: () => setup.webhookUrl ?? WEBHOOK_URL,
		getWorkflowStaticData: () => (setup.staticData ??= {}),
		getCredentials: async () => await Promise.resolve(credential.data),
		getInputData: () => items,
		getNodeParameter: (name: string, ...rest: unknown[]) =>
			parameterOf(name, typeof rest[0] === 'number' ? rest[1] : rest[0]),
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => setup.continueOnFail ?? false,
		getRequestObject: () => request,
		getResponseObject: () => response,
		logger: { warn: (text: string) => told.warnings.push(text), debug: () => {} },
		helpers: {
			registerCron: ({ expression }: { expression: CronExpression }, tick: () => void) =>
				told.crons.push({ expression, tick }),
			httpRequest: async (options: IHttpRequestOptions) => await send(options),
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
				await send(options, credential.data.accessToken as string),
			// As n8n does it: reads a list, adds, writes it back, without a lock.
			checkProcessedAndRecord: async (ids: string[]) => {
				told.recorded.push(ids);
				const before = new Set(processed);
				await new Promise((resolve) => setTimeout(resolve, 5));
				for (const id of ids) processed.add(id);
				return { new: ids.filter((id) => !before.has(id)), processed: ids.filter((id) => before.has(id)) };
			},
		},
	};
	return { context: context as unknown as AnyContext, told };
}

async function send({ method, url, headers, body }: IHttpRequestOptions, token?: string): Promise<object> {
	const {
		status,
		headers: answered,
		data,
	} = await axios.request<unknown>({
		method: method ?? 'GET',
		url,
		headers: { ...(headers as Record<string, string>), ...(token !== undefined && { 'X-Auth-Token': token }) },
		data: body,
		validateStatus: () => true,
	});
	return { statusCode: status, headers: answered, body: data };
}
