import type { Crud } from '../../../model/crud';
import { createOf, crud } from '../../../model/crud';
import { key, yesNo } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { deliveryProblems } from './deliveryProblems';
import { destination, headers, isActive, scope, webhookId, withHeaders, withoutSecrets } from './fields';
import { getNotificationEmails, updateNotificationEmails } from './notificationEmails';
import { reactivate } from './reactivate';

/**
 * A webhook belongs to the API account (client ID) that made it, and no other sees it. Every account may
 * use them: they need no scope.
 */
const definition: Crud = {
	value: 'webhook',
	name: 'Webhook',
	description: 'Deliveries of events that the API account of the credential has ordered',
	collection: '/v3/hooks',
	key: webhookId,
	scope: [],
	required: [scope, destination],
	optional: [isActive, headers],
	shapeBody: withHeaders,
	shown: withoutSecrets,
	filters: [
		yesNo('is_active', 'Is Active', 'Webhooks that deliver, or those that are switched off'),
		key('scope', 'Scope', { placeholder: 'e.g. store/order/created', description: 'Webhooks for exactly this event' }),
		key('destination', 'Destination', {
			placeholder: 'e.g. https://example.com/webhook',
			description: 'Webhooks that deliver to exactly this address',
		}),
	],
	says: {
		create: 'Have events delivered to an address; one webhook per event and address',
		get: 'Get one webhook by its ID; the values of its headers stay hidden',
		getAll: 'List your webhooks, those of n8n included; header values stay hidden',
		update: 'Change event, address, headers or state; the rest stays as it is',
		delete: 'End deliveries for good; waiting events are not delivered any more',
	},
};

/** What BigCommerce takes when the state is left out is not documented. */
const create: CallOperation = {
	...createOf(definition),
	shapeBody: (body, item) => ({ is_active: true, ...withHeaders(body, item) }),
};

export const webhook = crud({
	...definition,
	special: [create, reactivate, deliveryProblems, getNotificationEmails, updateNotificationEmails],
});
