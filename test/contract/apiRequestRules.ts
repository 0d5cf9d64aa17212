import type { SampleRule } from './sampleRules';

export const API_REQUEST_RULES: Readonly<Record<string, SampleRule>> = {
	'apiRequest.request': {
		also: {
			'query parameters': () => ({
				sendQuery: true,
				queryParameters: { values: [{ name: 'name', value: 'Sagaform' }] },
			}),
			'query parameters as JSON': () => ({ sendQuery: true, specifyQuery: 'json', queryJson: '{"id:in": [1, 2]}' }),
			'a write': () => ({ method: 'POST', sendBody: true, body: '{"name": "Common Good"}' }),
			'a list, page by page': () => ({ returnAll: true, path: '/v2/orders' }),
		},
	},
};
