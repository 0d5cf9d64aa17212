import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { unixSeconds } from '../core/format';
import type { Store } from '../data/store';
import type { JsonObject, WebhookEvent } from '../types';

/**
 * The body of a delivery. `hash` is SHA-1 over the rest of the payload, without any secret
 * (fact: BigCommerce docs, webhook events).
 */
export function payloadOf(store: Store, event: WebhookEvent): JsonObject {
	const payload = {
		scope: event.scope,
		store_id: String(store.storeId),
		data: event.data,
		created_at: unixSeconds(store.now),
		producer: `stores/${store.hash}`,
	};
	const { created_at, producer, ...head } = payload;
	const hash = createHash('sha1').update(JSON.stringify(payload)).digest('hex');
	return { ...head, hash, created_at, producer };
}

const signers = new Map<string, Webhook>();

/** Standard Webhooks headers; the key is the client secret's bytes (fact: BigCommerce docs). */
export function signatureHeaders(
	clientSecret: string,
	webhookId: string,
	time: number,
	body: string,
): Record<string, string> {
	let signer = signers.get(clientSecret);
	if (!signer) {
		signer = new Webhook(Buffer.from(clientSecret, 'utf8').toString('base64'));
		signers.set(clientSecret, signer);
	}
	return {
		'webhook-id': webhookId,
		'webhook-timestamp': String(unixSeconds(time)),
		'webhook-signature': signer.sign(webhookId, new Date(time), body),
	};
}
