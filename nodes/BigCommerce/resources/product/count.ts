import { z } from 'zod';

import { SCOPES } from '../../transport/scopes';
import { filters } from '../shared/fields';
import type { OneOperation } from '../types';
import { listFilters } from './filters';

const listAnswer = z.object({ meta: z.object({ pagination: z.object({ total: z.number() }) }) });

export const count: OneOperation = {
	kind: 'one',
	value: 'count',
	name: 'Count',
	action: 'Count products',
	description: 'Tell how many products match filters, with one small request',
	endpoint: 'GET /v3/catalog/products',
	scope: SCOPES.products,
	query: [filters(...listFilters)],
	fixedQuery: { limit: 1, include_fields: 'sku' },
	result: ({ body }) => ({ count: listAnswer.parse(body).meta.pagination.total }),
};
