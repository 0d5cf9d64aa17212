import type { KnownSpecError } from './known-spec-errors';

const OWNED = /^(GET|POST|PUT) .*\{\w+\}\/metafields(\/\{\w+\})?$/;
const CART = '/v3/carts/bc218c65-7a32-4ab7-8082-68730c074d02/metafields';
const VARIANT = '/v3/catalog/products/1/variants/1/metafields';

const metafield = { id: 1, namespace: 'warehouse', key: 'shelf', value: 'A-12', permission_set: 'write' };
const rule = { id: 1, quantity_min: 10, quantity_max: 20, type: 'price', amount: 1 };

/** Mistakes of the specifications about metafields and parts of products. */
export const PLAIN_CATALOG_SPEC_ERRORS: readonly KnownSpecError[] = [
	{
		operation: 'GET /v3/catalog/products/{product_id}/bulk-pricing-rules',
		side: 'response',
		kind: 'schema violation',
		at: '/data',
		message: /must be object/,
		reason: 'The schema of the list shows a single rule, its example a list.',
		shownBy: {
			method: 'GET',
			path: '/v3/catalog/products/1/bulk-pricing-rules',
			status: 200,
			responseBody: { data: [rule], meta: {} },
		},
	},
	{
		operation: OWNED,
		side: 'response',
		kind: 'additional property',
		at: /^\/meta(\/(cursor_)?pagination)?$/,
		reason: 'Several lists of metafields are documented without their paging, which the query parameters show.',
		shownBy: {
			method: 'GET',
			path: VARIANT,
			status: 200,
			responseBody: { data: [], meta: { pagination: {}, cursor_pagination: {} } },
		},
	},
	{
		operation: OWNED,
		side: 'response',
		kind: 'additional property',
		at: /^\/data(\/\*)?\/owner_client_id$/,
		reason: 'Some schemas of a metafield lack the account that made it, which others have.',
		shownBy: {
			method: 'GET',
			path: `${VARIANT}/1`,
			status: 200,
			responseBody: { data: { ...metafield, owner_client_id: 'abc' }, meta: {} },
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/catalog\/products\/\{product_id\}\/variants\/\{variant_id\}\/metafields/,
		side: 'response',
		kind: 'schema violation',
		at: /^\/data(\/\*)?\/description$/,
		message: /fewer than 1 characters/,
		reason: 'A description may be left out, and is empty then; other owners say so.',
		shownBy: {
			method: 'GET',
			path: `${VARIANT}/1`,
			status: 200,
			responseBody: { data: { ...metafield, description: '' }, meta: {} },
		},
	},
	{
		operation: /^PUT .*\{\w+\}\/metafields\/\{\w+\}$/,
		side: 'request',
		kind: 'missing field',
		at: /^\/(permission_set|namespace|key|value)$/,
		reason:
			'Some schemas of an update are those of a new metafield; the descriptions say that no field is required, ' +
			'and that other accounts than the one that made it must not send these.',
		shownBy: {
			method: 'PUT',
			path: '/v3/catalog/products/1/metafields/1',
			requestBody: { description: 'Place in the warehouse' },
			status: 401,
		},
	},
	{
		operation: /^(POST|PUT) \/v3\/customers\/\{customerId\}\/metafields/,
		side: 'response',
		kind: 'schema violation',
		at: '/data',
		message: /must be array/,
		reason: 'A single metafield is written and answered, the schema shows a list.',
		shownBy: {
			method: 'POST',
			path: '/v3/customers/1/metafields',
			status: 200,
			responseBody: { data: metafield, meta: {} },
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/carts\/\{cart_id\}\/metafields/,
		side: 'response',
		kind: 'schema violation',
		at: /^\/data(\/id)?$/,
		message: /must be (object|string)/,
		reason: 'The schemas show one metafield for a list, and IDs as text, unlike all other owners.',
		shownBy: { method: 'GET', path: CART, status: 200, responseBody: { data: [metafield], meta: {} } },
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/channels\/\{channel_id\}\/metafields/,
		side: 'response',
		kind: 'additional property',
		at: /^\/(data|meta)$/,
		reason: 'Documented without the envelope of all v3 answers.',
		shownBy: {
			method: 'GET',
			path: '/v3/channels/1/metafields/1',
			status: 200,
			responseBody: { data: metafield, meta: {} },
		},
	},
];
