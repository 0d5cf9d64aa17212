import { webhookLocator } from '../shared/locators';
import type { OneOperation } from '../types';

export const reactivate: OneOperation = {
	kind: 'one',
	value: 'reactivate',
	name: 'Reactivate',
	action: 'Reactivate webhook',
	description: 'Switch on again what BigCommerce switched off after two days of failures or 90 days without events',
	endpoint: 'PUT /v3/hooks/{webhook_id}',
	scope: [],
	path: [webhookLocator],
	body: [],
	shapeBody: () => ({ is_active: true }),
};
