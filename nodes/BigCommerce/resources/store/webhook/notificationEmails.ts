import { z } from 'zod';

import { required, words } from '../../../model/fields';
import type { CallOperation, GetOperation } from '../../../model/operation';
import { payloadOf } from '../../../transport/storeApi';

const answer = z.object({ emails: z.array(z.string()).catch([]) });

export const getNotificationEmails: GetOperation = {
	kind: 'get',
	value: 'getNotificationEmails',
	name: 'Get Notification Emails',
	action: 'Get webhook notification emails',
	description: 'Get the addresses that learn of blocked domains and deactivated webhooks',
	endpoint: 'GET /v3/hooks/admin',
	scope: [],
	result: (response) => answer.parse(payloadOf(response)),
};

export const updateNotificationEmails: CallOperation = {
	kind: 'call',
	value: 'updateNotificationEmails',
	name: 'Update Notification Emails',
	action: 'Update webhook notification emails',
	description: 'Set the addresses that learn of blocked domains and deactivated webhooks',
	endpoint: 'PUT /v3/hooks/admin',
	effect: 'update',
	repeatable: true,
	readBack: { endpoint: 'GET /v3/hooks/admin' },
	scope: [],
	body: [
		required(
			words('emails', 'Emails', {
				placeholder: 'e.g. jane@example.com, ops@example.com',
				description: 'All addresses for this API account',
			}),
		),
	],
};
