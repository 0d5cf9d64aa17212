import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { executeNode } from './execution/executeNode';
import { authenticationProperty, CREDENTIALS } from './model/authentication';
import { builderHintOf } from './model/form/builderHint';
import { propertiesOf } from './model/form/properties';
import { listSearch } from './records/search';
import { SHOP_RESOURCES } from './resources';

export class BigCommerce implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'BigCommerce',
		name: 'bigCommerce',
		icon: { light: 'file:bigcommerce.svg', dark: 'file:bigcommerce.dark.svg' },
		group: ['input', 'output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Manage products, orders, customers, carts and coupons of a BigCommerce store',
		defaults: { name: 'BigCommerce' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [authenticationProperty, ...propertiesOf(SHOP_RESOURCES, 'order')],
		builderHint: builderHintOf(SHOP_RESOURCES),
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeNode(this, SHOP_RESOURCES);
	}
}
