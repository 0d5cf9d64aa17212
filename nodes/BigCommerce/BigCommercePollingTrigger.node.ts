import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { poll } from './polling/poll';
import { pollingProperties } from './polling/properties';
import { authenticationProperty, CREDENTIALS } from './model/authentication';
import { getChannels } from './trigger/catalogue/channels';

export class BigCommercePollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Polling Trigger',
		name: 'bigCommercePollingTrigger',
		icon: { light: 'file:bigcommerce.svg', dark: 'file:bigcommerce.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["event"]}}',
		description: 'Starts the workflow on new or changed records of a BigCommerce store, without webhooks',
		defaults: { name: 'BigCommerce Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [authenticationProperty, ...pollingProperties],
	};

	methods = { loadOptions: { getChannels } };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
