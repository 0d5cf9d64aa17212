import { additionalFields } from '../../../model/collections';
import { list, text } from '../../../model/fields';
import type { CallOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { cartId } from './fields';

export const createRedirectUrls: CallOperation = {
	kind: 'call',
	value: 'createRedirectUrls',
	name: 'Create Redirect URLs',
	action: 'Create cart redirect URLs',
	description: 'Make links that take a shopper to the cart or its checkout, once, in 30 days',
	endpoint: 'POST /v3/carts/{cartId}/redirect_urls',
	effect: 'create',
	// Another set of links does no harm.
	repeatable: true,
	scope: SCOPES.carts,
	path: [cartId],
	body: [
		additionalFields(
			list(
				'query_params',
				'Query Parameters',
				[text('key', 'Key', { required: true, placeholder: 'e.g. utm_source' }), text('value', 'Value')],
				{ placeholder: 'Add parameter', description: 'Parameters to put into the links', blankWithout: ['value'] },
			),
		),
	],
	shapeBody: ({ query_params: parameters }) => {
		const pairs = [parameters ?? []].flat() as Array<{ key: string; value: string }>;
		return pairs.length > 0 ? { query_params: Object.fromEntries(pairs.map(({ key, value }) => [key, value])) } : {};
	},
};
