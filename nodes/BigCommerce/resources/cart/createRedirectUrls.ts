import { SCOPES } from '../../transport/scopes';
import { additionalFields, list, required, text } from '../shared/fields';
import type { OneOperation } from '../types';
import { cartId } from './fields';

export const createRedirectUrls: OneOperation = {
	kind: 'one',
	value: 'createRedirectUrls',
	name: 'Create Redirect URLs',
	action: 'Create redirect URLs of cart',
	description: 'Make links that take a shopper to the cart or its checkout; each works once, for 30 days',
	endpoint: 'POST /v3/carts/{cartId}/redirect_urls',
	// Another set of links does no harm.
	idempotent: true,
	scope: SCOPES.carts,
	path: [cartId],
	body: [
		additionalFields(
			list(
				'query_params',
				'Query Parameters',
				[required(text('key', 'Key', { placeholder: 'e.g. utm_source' })), text('value', 'Value')],
				{ placeholder: 'Add parameter', description: 'Parameters to put into the links' },
			),
		),
	],
	shapeBody: ({ query_params: parameters }) => {
		const pairs = [parameters ?? []].flat() as Array<{ key: string; value: string }>;
		return pairs.length > 0 ? { query_params: Object.fromEntries(pairs.map(({ key, value }) => [key, value])) } : {};
	},
};
