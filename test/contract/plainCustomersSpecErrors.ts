import type { KnownSpecError } from './known-spec-errors';

/** Of customers, marketing and content. */
export const PLAIN_CUSTOMERS_SPEC_ERRORS: readonly KnownSpecError[] = [
	{
		operation: 'POST /v3/content/pages',
		side: 'request',
		kind: 'read-only property',
		at: '/channel_id',
		reason: 'The schema has the channel as read-only, the examples of requests choose it.',
		shownBy: {
			method: 'POST',
			path: '/v3/content/pages',
			requestBody: { channel_id: 547, name: 'Sizes', type: 'page', body: '<p>S, M, L</p>' },
			status: 401,
		},
	},
];
