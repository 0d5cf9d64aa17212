import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { executeNode } from './execution/executeNode';
import { authenticationProperty, CREDENTIALS } from './model/authentication';
import { builderHintOf } from './model/form/builderHint';
import { propertiesOf } from './model/form/properties';
import { listSearch } from './records/search';
import { SETUP_RESOURCES } from './resources';

export class BigCommerceStoreSetup implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce Store Setup',
		name: 'bigCommerceStoreSetup',
		icon: { light: 'file:bigcommerce.svg', dark: 'file:bigcommerce.dark.svg' },
		group: ['input', 'output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Manage the content, channels and settings of a BigCommerce store',
		defaults: { name: 'BigCommerce Store Setup' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [authenticationProperty, ...propertiesOf(SETUP_RESOURCES, 'blogPost')],
		builderHint: builderHintOf(SETUP_RESOURCES),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeNode(this, SETUP_RESOURCES);
	}
}
