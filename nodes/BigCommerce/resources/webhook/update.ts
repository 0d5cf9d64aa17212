import { updateFields } from '../shared/fields';
import { webhookLocator } from '../shared/locators';
import type { OneOperation } from '../types';
import { destination, headers, isActive, scope, withHeaders } from './fields';

export const update: OneOperation = {
	kind: 'one',
	value: 'update',
	name: 'Update',
	action: 'Update webhook',
	description: 'Change event, address, headers or state; fields you do not add stay as they are',
	endpoint: 'PUT /v3/hooks/{webhook_id}',
	scope: [],
	path: [webhookLocator],
	body: [updateFields(scope, destination, isActive, headers)],
	shapeBody: withHeaders,
};
