import type { SampleRule } from './sampleRules';

export const API_REQUEST_RULES: Readonly<Record<string, SampleRule>> = {
	'apiRequest.request': {
		values: () => ({
			queryParameters: { values: [{ name: 'name', value: 'Sagaform' }] },
			queryJson: '{"id:in": [1, 2]}',
		}),
		also: {
			'a write': () => ({ method: 'POST', sendBody: true, body: '{"name": "Common Good"}' }),
			'a list, page by page': () => ({ allPages: true, path: '/v2/orders' }),
		},
	},
};
