import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { authenticationProperty, CREDENTIALS } from './model/authentication';
import { takeCareOfHooks } from './trigger/hooks/caretaker';
import { getChannels } from './trigger/catalogue/channels';
import { createHooks, deleteHooks, hooksExist } from './trigger/hooks/lifecycle';
import { processEvents } from './trigger/handling/processing';
import { triggerProperties } from './trigger/properties';
import { opened } from './trigger/receiving/closing';
import { receive } from './trigger/receiving/receive';

export class BigCommerceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Trigger',
		name: 'bigCommerceTrigger',
		icon: { light: 'file:bigcommerce.svg', dark: 'file:bigcommerce.dark.svg' },
		group: ['trigger'],
		// For triggers of version 1, n8n evaluates an expression with each request, for which it starts a new engine.
		version: 1.1,
		subtitle: '={{$parameter["events"].join(", ").replaceAll("store/", "")}}',
		description: 'Starts the workflow when something happens in a BigCommerce store',
		defaults: { name: 'BigCommerce Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: [authenticationProperty, ...triggerProperties],
	};

	methods = { loadOptions: { getChannels } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await hooksExist(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await createHooks(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await deleteHooks(this);
			},
		},
	};

	/** While the workflow is active: repairs the hooks that BigCommerce switched off or lost. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		if (this.getMode() === 'manual') return {};
		takeCareOfHooks(this);
		return await Promise.resolve({ closeFunction: opened(this, Date.now) });
	}

	/** Proves where a request comes from and acknowledges it. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** After the acknowledgement: de-duplicates, filters, fetches the record. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await processEvents(this);
	}
}
