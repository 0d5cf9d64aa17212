import { webhookLocator } from '../shared/locators';
import type { OneOperation } from '../types';

export const get: OneOperation = {
	kind: 'one',
	value: 'get',
	name: 'Get',
	action: 'Get webhook',
	description: 'Read one of the webhooks that the API account of the credential made; it sees no others',
	endpoint: 'GET /v3/hooks/{webhook_id}',
	scope: [],
	path: [webhookLocator],
};
