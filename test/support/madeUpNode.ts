import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { executeNode } from '../../nodes/BigCommerce/execution/executeNode';
import { authenticationProperty, CREDENTIALS } from '../../nodes/BigCommerce/model/authentication';
import { propertiesOf } from '../../nodes/BigCommerce/model/form/properties';
import type { Operation, Resource } from '../../nodes/BigCommerce/model/operation';

/** A node with operations that no store has, to show what the model can say. */
export function madeUpNode(...operations: readonly Operation[]): INodeType {
	const resources: readonly Resource[] = [
		{ value: 'thing', name: 'Thing', description: 'Made-up records', operations },
	];
	return {
		description: {
			displayName: 'Made Up',
			name: 'madeUp',
			group: ['input'],
			version: 1,
			description: 'Made-up operations',
			defaults: { name: 'Made Up' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: CREDENTIALS,
			properties: [authenticationProperty, ...propertiesOf(resources, 'thing')],
		},
		async execute(this: IExecuteFunctions) {
			return await executeNode(this, resources);
		},
	};
}
