import type { GetOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';

export const summary: GetOperation = {
	kind: 'get',
	value: 'summary',
	name: 'Get Summary',
	action: 'Get catalog summary',
	description: 'Get figures of the catalog: variants, stock, its value, prices',
	endpoint: 'GET /v3/catalog/summary',
	scope: SCOPES.products,
};
