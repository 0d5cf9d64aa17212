import { webhookLocator } from '../shared/locators';
import type { OneOperation } from '../types';

export const remove: OneOperation = {
	kind: 'one',
	value: 'delete',
	name: 'Delete',
	action: 'Delete webhook',
	description: 'End deliveries for good; events that still wait for another try are not delivered any more',
	endpoint: 'DELETE /v3/hooks/{webhook_id}',
	scope: [],
	path: [webhookLocator],
};
