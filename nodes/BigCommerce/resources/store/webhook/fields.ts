import type { Field } from '../../../model/field';
import { flag, key, list, text } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { WEBHOOK } from '../../../records/catalogue';
import { pick } from '../../../records/fields';
import type { JsonObject } from '../../../transport/types';

/** Source of all fields: BigCommerce, webhooks.v3. */

export const webhookId = pick(WEBHOOK, {
	description: 'The webhook to operate on; the API account of the credential must have made it',
});

export const scope = key('scope', 'Scope', {
	placeholder: 'e.g. store/order/created',
	description: 'The event to listen for; <code>store/order/*</code> means all events of orders',
});

export const destination = key('destination', 'Destination', {
	placeholder: 'e.g. https://example.com/webhook',
	description: 'Where BigCommerce delivers: an HTTPS address on port 443 that answers every delivery with status 200',
});

export const isActive = flag(
	'is_active',
	'Is Active',
	'Whether BigCommerce delivers events to this webhook; a new one is active unless you say otherwise',
);

export const headers: Field = list(
	'headers',
	'Headers',
	[
		key('name', 'Name', { required: true, placeholder: 'e.g. X-Secret' }),
		text('value', 'Value', {
			required: true,
			isSecret: true,
			description: 'What BigCommerce sends under this name; outputs of this node never show it',
		}),
	],
	{
		placeholder: 'Add header',
		description:
			'Sent with every delivery, so that the receiver knows where it comes from; the list replaces the old one',
	},
);

/** BigCommerce wants headers as an object. */
export const withHeaders: NonNullable<CallOperation['shapeBody']> = (body) => {
	if (!Array.isArray(body.headers)) return body;
	const entries = (body.headers as JsonObject[]).map(({ name, value }) => [name, value] as const);
	return { ...body, headers: Object.fromEntries(entries) as JsonObject };
};

export const HIDDEN = '•••';

/**
 * A webhook with the names of its headers only. Their values prove where a delivery comes from; whoever reads
 * them in an execution could send events of his own.
 */
export function withoutSecrets(webhook: JsonObject): JsonObject {
	const { headers: secret } = webhook;
	if (typeof secret !== 'object' || secret === null || Array.isArray(secret)) return webhook;
	return { ...webhook, headers: Object.fromEntries(Object.keys(secret).map((name) => [name, HIDDEN])) };
}
