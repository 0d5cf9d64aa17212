import type { Sandbox } from '../sandbox';
import { byId, callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

async function newWebhook(store: Sandbox): Promise<number> {
	const hook = { scope: 'store/order/created', destination: 'https://example.com/orders', is_active: true };
	const { data } = (await callStore({ store }, 'POST', '/v3/hooks', hook)) as { data: { id: number } };
	return data.id;
}

const existing: SampleRule = { values: async (store) => ({ webhook_id: byId(await newWebhook(store)) }) };

const created = { scope: 'store/order/updated', destination: 'https://example.com/webhook' };

export const WEBHOOK_RULES: Readonly<Record<string, SampleRule>> = {
	'webhook.create': { values: () => created },
	'webhook.get': existing,
	'webhook.getAll': {
		values: async (store) => {
			await newWebhook(store);
			return { scope: 'store/order/created', destination: 'https://example.com/orders' };
		},
	},
	'webhook.update': { values: async (store) => ({ ...created, webhook_id: byId(await newWebhook(store)) }) },
	'webhook.delete': existing,
	'webhook.reactivate': existing,
	'webhook.updateNotificationEmails': { values: () => ({ emails: 'jane@example.com, ops@example.com' }) },
	'webhook.getDeliveryProblems': {
		values: async (store) => {
			store.hooks.deactivate(await newWebhook(store));
			return {};
		},
	},
};
