import type { Resource } from '../types';
import { create } from './create';
import { remove } from './delete';
import { deliveryProblems } from './deliveryProblems';
import { get } from './get';
import { getAll } from './getAll';
import { getNotificationEmails, updateNotificationEmails } from './notificationEmails';
import { reactivate } from './reactivate';
import { update } from './update';

/**
 * A webhook belongs to the API account (client ID) that made it, and no other sees it. Every account may
 * use them: they need no scope.
 */
export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [
		create,
		get,
		getAll,
		update,
		remove,
		reactivate,
		deliveryProblems,
		getNotificationEmails,
		updateNotificationEmails,
	],
};
