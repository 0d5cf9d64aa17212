import type { ItemInput } from '../../execution/itemInput';
import type { JsonObject } from '../../transport/types';
import { flag, list, text } from '../shared/fields';
import type { Field } from '../types';

export const scope = text('scope', 'Scope', {
	placeholder: 'e.g. store/order/created',
	description: 'The event to listen for; <code>store/order/*</code> means all events of orders',
});

export const destination = text('destination', 'Destination', {
	placeholder: 'e.g. https://example.com/webhook',
	description: 'Where BigCommerce delivers: an HTTPS address on port 443 that answers every delivery with status 200',
});

export const isActive = flag('is_active', 'Is Active', 'Whether BigCommerce delivers events to this webhook', {
	default: true,
});

export const headers: Field = list(
	'headers',
	'Headers',
	[
		text('name', 'Name', { placeholder: 'e.g. X-Secret' }),
		text('value', 'Value', { description: 'What BigCommerce sends under this name' }),
	],
	{
		placeholder: 'Add header',
		description:
			'Sent with every delivery, so that the receiver can tell where it comes from; the list replaces the old one',
	},
);

/** BigCommerce wants headers as an object. */
export function withHeaders(body: JsonObject, input: ItemInput): JsonObject {
	if (!Array.isArray(body.headers)) return body;
	const entries = (body.headers as JsonObject[]).map(({ name, value }) => {
		if (typeof name !== 'string' || name.trim() === '') throw input.refuse('The name of a header is empty');
		return [name.trim(), value ?? ''] as const;
	});
	return { ...body, headers: Object.fromEntries(entries) };
}
