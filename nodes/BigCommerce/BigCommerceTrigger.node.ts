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

import { authenticationProperty, CREDENTIALS } from './resources/shared/authentication';
import { takeCareOfHooks } from './trigger/caretaker';
import { getChannels } from './trigger/channels';
import { createHooks, deleteHooks, hooksExist } from './trigger/lifecycle';
import { processEvents } from './trigger/processing';
import { triggerProperties } from './trigger/properties';
import { receive } from './trigger/receive';

export class BigCommerceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Trigger',
		name: 'bigCommerceTrigger',
		icon: { light: 'file:bigcommerce.svg', dark: 'file:bigcommerce.dark.svg' },
		group: ['trigger'],
		// For triggers of version 1, n8n starts its expression engine anew for each request: three times slower.
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
		return await takeCareOfHooks(this);
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
