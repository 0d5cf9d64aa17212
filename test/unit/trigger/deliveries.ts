import type { IDataObject } from 'n8n-workflow';
import { Webhook } from 'standardwebhooks';

import { receive } from '../../../nodes/BigCommerce/trigger/receiving/receive';
import { rememberRegistration } from '../../../nodes/BigCommerce/trigger/hooks/registration';
import { contextOf, WEBHOOK_URL } from './contexts';
import type { Setup } from './contexts';

export const ORIGIN_HEADER = 'X-N8n-Webhook-Secret';
export const CLIENT_SECRET = 'client-secret';
export const SECRET = 'a'.repeat(64);

export const credential = {
	type: 'bigCommerceApi',
	data: { storeHash: 'abc123', accessToken: 'token', clientSecret: CLIENT_SECRET },
};

let events = 0;
/** A delivery as BigCommerce sends it, each of another event. */
export const event = (changes: object = {}) => ({
	scope: 'store/order/created',
	store_id: '1001',
	data: { type: 'order', id: 118 },
	hash: `hash-${++events}`,
	created_at: 1_900_000_000,
	producer: 'stores/abc123',
	...changes,
});

let ids = 0;
export function signed(body: string, { secret = CLIENT_SECRET, ageSeconds = 0, id = `msg_${++ids}` } = {}) {
	const time = new Date(Date.now() - ageSeconds * 1000);
	return {
		[ORIGIN_HEADER]: SECRET,
		'webhook-id': id,
		'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
		'webhook-signature': new Webhook(Buffer.from(secret).toString('base64')).sign(id, time, body),
	} as Record<string, string>;
}

let nodes = 0;
/** A node with a registration, and requests to it. */
export function makeNode(extra: Partial<Setup> = {}) {
	const staticData: IDataObject = {};
	rememberRegistration(staticData, { destination: WEBHOOK_URL, scopes: [], secret: SECRET }, Date.now());
	const nodeId = `node-${++nodes}`;
	/** @param answer what n8n answers when the event is handed on; 'none' when the sender hangs up before */
	const send = async (
		body: string | Buffer,
		headers: NonNullable<Setup['request']>['headers'],
		over: Partial<Setup> = {},
		answer: number | 'none' = 200,
	) => {
		const { context, told } = contextOf({
			credential,
			staticData,
			nodeId,
			...extra,
			...over,
			request: { headers, body },
		});
		const result = await receive(context);
		if (result.workflowData) {
			if (answer === 'none') told.hangUp();
			else told.respond(answer);
		}
		return { result, told };
	};
	return { send, staticData };
}
