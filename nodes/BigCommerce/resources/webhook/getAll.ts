import { filters, flag, text } from '../shared/fields';
import type { ManyOperation } from '../types';

export const getAll: ManyOperation = {
	kind: 'many',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'List what the API account of the credential made, those of n8n included; it sees no others',
	endpoint: 'GET /v3/hooks',
	pagination: 'page',
	scope: [],
	query: [
		filters(
			flag('is_active', 'Is Active', 'Whether webhooks are meant that deliver, or those that are switched off', {
				default: true,
			}),
			text('scope', 'Scope', {
				placeholder: 'e.g. store/order/created',
				description: 'Webhooks for exactly this event',
			}),
			text('destination', 'Destination', {
				placeholder: 'e.g. https://example.com/webhook',
				description: 'Webhooks that deliver to exactly this address',
			}),
		),
	],
};
