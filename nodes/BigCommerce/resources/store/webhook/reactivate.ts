import type { CallOperation } from '../../../model/operation';
import { webhookId, withoutSecrets } from './fields';

export const reactivate: CallOperation = {
	kind: 'call',
	value: 'reactivate',
	name: 'Reactivate',
	action: 'Reactivate webhook',
	description: 'Switch on again what BigCommerce switched off after failures or a long silence',
	endpoint: 'PUT /v3/hooks/{webhook_id}',
	effect: 'update',
	repeatable: true,
	readBack: { endpoint: 'GET /v3/hooks/{webhook_id}' },
	scope: [],
	path: [webhookId],
	shapeBody: () => ({ is_active: true }),
	shown: withoutSecrets,
};
