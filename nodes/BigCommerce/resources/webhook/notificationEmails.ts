import { z } from 'zod';

import { payloadOf } from '../../transport/storeApi';
import { required, words } from '../shared/fields';
import type { OneOperation } from '../types';

const answer = z.object({ emails: z.array(z.string()).catch([]) });

export const getNotificationEmails: OneOperation = {
	kind: 'one',
	value: 'getNotificationEmails',
	name: 'Get Notification Emails',
	action: 'Get notification emails of webhooks',
	description: 'Read to which addresses BigCommerce reports blocked domains and deactivated webhooks',
	endpoint: 'GET /v3/hooks/admin',
	scope: [],
	result: (response) => answer.parse(payloadOf(response)),
};

export const updateNotificationEmails: OneOperation = {
	kind: 'one',
	value: 'updateNotificationEmails',
	name: 'Update Notification Emails',
	action: 'Update notification emails of webhooks',
	description: 'Set to which addresses BigCommerce reports blocked domains and deactivated webhooks',
	endpoint: 'PUT /v3/hooks/admin',
	scope: [],
	body: [
		required(
			words('emails', 'Emails', {
				placeholder: 'e.g. jane@example.com, ops@example.com',
				description: 'All addresses for this API account; the list replaces the old one',
			}),
		),
	],
};
