import type { Exchange } from './exchange';
import type { Finding } from './findings';
import { PLAIN_CATALOG_SPEC_ERRORS } from './plainCatalogSpecErrors';
import { PLAIN_CUSTOMERS_SPEC_ERRORS } from './plainCustomersSpecErrors';

/** One place where the specifications are known to be wrong or silent, so a finding there is none. */
export interface KnownSpecError {
	/** Exactly as in the finding, or a pattern over it: `GET /v2/orders`, `/^GET \/v2\//`. */
	operation: string | RegExp;
	side?: Finding['side'];
	kind: Finding['kind'];
	/** The parameter or the JSON pointer, with `*` for each row number. */
	at?: string | RegExp;
	status?: number | readonly number[];
	message?: RegExp;
	/** What is wrong in the specification, and how the truth is known. */
	reason: string;
	/**
	 * A rightful exchange or webhook that the specification wrongly objects to: when it no longer
	 * does, the entry is stale and a test says so. Not needed where an example in the specification
	 * itself shows the error.
	 */
	shownBy?: Exchange | { scope: string; payload: unknown };
}

const GENERAL_ERRORS = [400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 502, 503, 504];

export const KNOWN_SPEC_ERRORS: readonly KnownSpecError[] = [
	{
		operation: /./,
		kind: 'undocumented status',
		status: GENERAL_ERRORS,
		reason:
			'The errors that every endpoint can answer are documented once, on the page on status ' +
			'codes, and not repeated at each operation.',
		shownBy: { method: 'GET', path: '/v2/store', status: 401 },
	},
	{
		operation: /^GET \/v2\//,
		kind: 'undocumented status',
		status: 204,
		reason:
			'An empty v2 list is answered with 204; only order shipments say so. Official and other ' +
			'clients treat it as the end of the pages of every v2 list.',
		shownBy: { method: 'GET', path: '/v2/orders', status: 204 },
	},
	{
		operation: 'GET /v2/orders',
		kind: 'query parameter',
		at: 'sort',
		message: /is "\w+:(asc|desc)"$/,
		reason:
			'The enum lists the fields only; the description adds `:asc` or `:desc`, as in ' + '`sort=date_created:desc`.',
		shownBy: {
			method: 'GET',
			path: '/v2/orders',
			query: { sort: 'date_created:desc' },
			status: 204,
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v2\/orders(\/\{order_id\})?$/,
		side: 'response',
		kind: 'additional property',
		at: /^(\/\*)?\/(credit_card_type|custom_status)$/,
		reason: 'Missing in the schema of an order, present in every example of one.',
	},
	{
		operation: /^(GET|POST|PUT) \/v2\/orders(\/\{order_id\})?$/,
		kind: 'additional property',
		at: /^(\/\*)?\/fees\/\*\/cost_exc_tax$/,
		reason: 'The schema of a fee lacks the field, the examples of requests and answers have it.',
	},
	{
		operation: /^GET \/v2\/order_statuses/,
		kind: 'additional property',
		at: /\/order$/,
		reason: 'The schema lacks the display order of a status, the example of each status has it.',
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/customers$/,
		side: 'response',
		kind: 'additional property',
		at: /^\/data\/\*\/(shopper_profile_id|segment_ids)$/,
		reason: 'Missing in the schema of a customer, present in the examples.',
	},
	{
		operation: 'GET /v3/customers',
		kind: 'query parameter',
		at: 'registration_ip_address:in',
		reason: 'The schema wants whole numbers, the description shows an IP address.',
		shownBy: {
			method: 'GET',
			path: '/v3/customers',
			query: { 'registration_ip_address:in': '192.0.2.10' },
			status: 401,
		},
	},
	{
		operation: 'POST /v3/carts/{cartId}/redirect_urls',
		side: 'request',
		kind: 'additional property',
		at: /^\/query_params\//,
		reason: 'The schema names the parameters `key` and `value`; the example and the usage notes take any names.',
		shownBy: {
			method: 'POST',
			path: '/v3/carts/bc218c65-7a32-4ab7-8082-68730c074d02/redirect_urls',
			requestBody: { query_params: { utm_source: 'newsletter' } },
			status: 401,
		},
	},
	{
		operation: /^(GET|PUT|DELETE) \/v3\/carts\/\{cartId\}$/,
		side: 'response',
		kind: 'undocumented body',
		status: 404,
		reason:
			'The answer for a cart that does not exist is documented without its body, which has the usual error shape.',
		shownBy: {
			method: 'GET',
			path: '/v3/carts/00000000-0000-4000-8000-000000000000',
			status: 404,
			responseBody: { status: 404, title: 'Not found.', type: 'https://example.com/errors', errors: {} },
		},
	},
	{
		operation: 'GET /v3/orders/{order_id}/transactions',
		side: 'response',
		kind: 'missing body',
		status: 204,
		reason: 'Documented with a body, which an answer with status 204 cannot have.',
		shownBy: { method: 'GET', path: '/v3/orders/1/transactions', status: 204 },
	},
	{
		operation: 'GET /v3/customers/subscribers',
		kind: 'missing query parameter',
		at: 'id',
		reason: 'The list marks its filter `id` as required, which would make it no list.',
		shownBy: { method: 'GET', path: '/v3/customers/subscribers', status: 401 },
	},
	{
		operation: 'DELETE /v3/carts/{cartId}/items/{itemId}',
		side: 'response',
		kind: 'additional property',
		at: '/data',
		status: 200,
		reason: 'The schema shows the cart bare, the example in the `data` of all v3 answers.',
	},
	{
		operation: /^GET \/v3\/carts\/\{cartId\}$/,
		side: 'response',
		kind: 'additional property',
		at: /^\/data\/line_items\/(physical|digital)_items\/\*\/options$/,
		reason: 'Missing in the schema of a line item, though the parameter `include` names it and brings it.',
		shownBy: {
			method: 'GET',
			path: '/v3/carts/bc218c65-7a32-4ab7-8082-68730c074d02',
			query: { include: ['line_items.physical_items.options'] },
			status: 200,
			responseBody: { data: { line_items: { physical_items: [{ quantity: 1, product_id: 1, options: [] }] } } },
		},
	},
	{
		operation: 'GET /v2/blog/tags',
		side: 'response',
		kind: 'schema violation',
		at: '/*',
		message: /must be array, is \{"tag"/,
		reason: 'The schema shows a list of lists: the items of its list are the schema of the whole answer.',
		shownBy: {
			method: 'GET',
			path: '/v2/blog/tags',
			status: 200,
			responseBody: [{ tag: 'sale', post_ids: [1] }],
		},
	},
	{
		operation: /^(POST|PUT) \/v2\/blog\/posts/,
		side: 'response',
		kind: 'additional property',
		at: '/id',
		reason: 'The schema of a post that was written lacks the ID that the list and the single post have.',
		shownBy: {
			method: 'POST',
			path: '/v2/blog/posts',
			status: 200,
			responseBody: { id: 1, title: 'Spring Sale', body: '<p>Everything must go.</p>' },
		},
	},
	{
		operation: /^GET \/v2\/orders(\/\{order_id\})?$/,
		side: 'response',
		kind: 'additional property',
		at: /^(\/\*)?\/consignments\/\w+\/\*\/__warning__$/,
		reason:
			'Undocumented; reported in bigcommerce/docs#960: of more than 50 lines a warning takes the place of the rest.',
		shownBy: {
			method: 'GET',
			path: '/v2/orders/100',
			status: 200,
			responseBody: {
				id: 100,
				consignments: { shipping: [{ id: 1, line_items: [], __warning__: { message: 'Cut' } }] },
			},
		},
	},
	{
		operation: 'GET /v3/hooks',
		side: 'response',
		kind: 'schema violation',
		at: '/data',
		message: /fewer than 1 items/,
		reason: 'The schema wants at least one webhook, but an API account begins with none.',
		shownBy: {
			method: 'GET',
			path: '/v3/hooks',
			status: 200,
			responseBody: { data: [], meta: {} },
		},
	},
	{
		operation: /^(GET|DELETE) \/v3\/catalog\/products$/,
		kind: 'query parameter',
		at: /^date_(modified|last_imported)(:\w+)?$/,
		message: /must match format "date", is "[\d-]{10}T/,
		reason: 'The schema wants a date, the descriptions show a time of day with it.',
		shownBy: {
			method: 'GET',
			path: '/v3/catalog/products',
			query: { 'date_last_imported:min': '2015-08-21T22:53:23+00:00' },
			status: 401,
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/catalog\/products(\/\{product_id\})?$/,
		side: 'response',
		kind: 'schema violation',
		at: /^\/data(\/\*)?\/base_variant_id$/,
		message: /is null$/,
		reason: 'The schema wants a whole number, the description says null for products with variants.',
		shownBy: {
			method: 'GET',
			path: '/v3/catalog/products/1',
			status: 200,
			responseBody: { data: { name: 'Shirt', type: 'physical', weight: 1, price: 1, base_variant_id: null }, meta: {} },
		},
	},
	{
		operation: 'PUT /v3/catalog/products',
		side: 'request',
		kind: 'read-only property',
		at: '/*/id',
		reason: 'The schema requires the product to be named by `id`, and calls it read-only as well.',
	},
	{
		operation: 'POST /v3/catalog/products',
		side: 'request',
		kind: 'missing field',
		at: /^\/variants\/\*\/(id|product_id)$/,
		reason: 'Required of a variant that is created with its product, when neither ID exists yet.',
		shownBy: {
			method: 'POST',
			path: '/v3/catalog/products',
			requestBody: {
				name: 'Shirt',
				type: 'physical',
				weight: 1,
				price: 10,
				variants: [{ sku: 'S', option_values: [{ option_display_name: 'Size', label: 'S' }] }],
			},
			status: 401,
		},
	},
	{
		operation: /^(GET|POST|PUT) \/v3\/catalog\/products\/\{product_id\}\/variants/,
		side: 'response',
		kind: 'additional property',
		at: /^\/data(\/\*)?\/map_price$/,
		reason: 'Missing in the schema of a variant, present in the examples.',
	},
	{
		operation: /^GET \/v3\/catalog\/products\/\{product_id\}\/images/,
		side: 'response',
		kind: 'additional property',
		at: /^\/data(\/\*)?\/image_file$/,
		reason: 'Missing in the schema of an image, present in the examples.',
	},
	{
		operation: 'GET /v3/inventory/items',
		kind: 'query parameter',
		at: /^(variant_id|product_id|location_id):in$/,
		message: /^must be integer, is "\d+(,\d+)+"$/,
		reason: 'Described as lists separated by commas, but typed as one number.',
		shownBy: {
			method: 'GET',
			path: '/v3/inventory/items',
			query: { 'variant_id:in': '1,2' },
			status: 401,
		},
	},
	...PLAIN_CUSTOMERS_SPEC_ERRORS,
	...PLAIN_CATALOG_SPEC_ERRORS,
];
