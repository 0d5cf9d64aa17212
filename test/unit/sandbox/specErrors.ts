import type { KnownSpecError } from '../../contract/known-spec-errors';

const OWNER_METAFIELDS = /^(GET|POST|PUT) .*\{\w+\}\/metafields(\/\{\w+\})?$/;

/** Places where the specifications object to answers of declared collections, and are wrong or silent. */
export const SPEC_ERRORS: readonly KnownSpecError[] = [
	{
		operation: /^DELETE \//,
		side: 'response',
		kind: 'missing body',
		status: 204,
		reason: 'Documented with a body, which an answer with status 204 cannot have.',
	},
	{
		operation: 'GET /v3/catalog/products/{product_id}/bulk-pricing-rules',
		kind: 'schema violation',
		at: '/data',
		reason: 'The schema of the list shows a single rule, its example a list.',
	},
	{
		operation: 'POST /v3/content/pages',
		side: 'request',
		kind: 'read-only property',
		at: /channel_id$/,
		reason: 'The schema calls the channel read-only, the examples send it.',
	},
	{
		operation: 'POST /v3/content/pages',
		side: 'response',
		kind: 'schema violation',
		at: '/data',
		message: /must be object, is \[/,
		reason: 'The schema shows one page; the endpoint takes several and then answers with a list.',
	},
	{
		operation: 'GET /v3/sites/{site_id}/routes',
		side: 'response',
		kind: 'schema violation',
		at: '/data/*/type',
		reason: 'The enum lacks types that the guide to routes lists, such as recover_abandoned_cart.',
	},
	{
		operation: 'GET /v3/sites/{site_id}/routes',
		side: 'response',
		kind: 'additional property',
		at: '/meta/pagination/total_pages',
		reason: 'Misspelt as `total_page`.',
	},
	{
		operation: OWNER_METAFIELDS,
		side: 'response',
		kind: 'additional property',
		at: /^\/meta(\/(cursor_)?pagination)?$/,
		reason: 'Several lists of metafields are documented without their paging, which the query parameters show.',
	},
	{
		operation: OWNER_METAFIELDS,
		side: 'response',
		kind: 'additional property',
		at: /^\/data(\/\*)?\/owner_client_id$/,
		reason: 'Some schemas of a metafield lack its owner, which others have.',
	},
	{
		operation: /^GET \/v3\/(catalog\/brands|carts)\/\{\w+\}\/metafields$/,
		side: 'request',
		kind: 'unknown query parameter',
		reason: 'The filters that all other owners of metafields share are missing.',
	},
	{
		operation: /^(POST|PUT) \/v3\/customers\/\{customerId\}\/metafields/,
		kind: 'schema violation',
		at: '/data',
		reason: 'A single metafield is written and answered, the schema shows a list.',
	},
	{
		operation: 'PUT /v3/customers/{customerId}/metafields/{metafieldId}',
		side: 'request',
		kind: 'missing field',
		at: '/id',
		reason: 'The ID stands in the path.',
	},
	{
		operation: 'DELETE /v3/customers/metafields',
		side: 'request',
		kind: 'undocumented body',
		reason: 'The IDs to delete are sent in the body, as for all other owners.',
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/carts\/(\{cart_id\}\/)?metafields/,
		kind: 'schema violation',
		at: /^(\/data)?(\/\*)?(\/id)?$/,
		reason: 'The schemas show one metafield for a list, and IDs as text that a DELETE takes as numbers.',
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/channels\/\{channel_id\}\/metafields/,
		side: 'response',
		kind: 'additional property',
		at: /^\/(data|meta)$/,
		reason: 'Documented without the envelope of all v3 answers.',
	},
	{
		operation: 'PUT /v3/inventory/locations/metafields',
		side: 'request',
		kind: 'schema violation',
		at: '/*/id',
		reason: 'IDs of metafields are numbers elsewhere.',
	},
];
