import { SCOPES } from '../../transport/scopes';
import type { OneOperation } from '../types';

export const summary: OneOperation = {
	kind: 'one',
	value: 'summary',
	name: 'Get Summary',
	action: 'Get catalog summary of products',
	description: 'Read figures of the whole catalog: variants, stock, its value, price range',
	endpoint: 'GET /v3/catalog/summary',
	scope: SCOPES.products,
};
