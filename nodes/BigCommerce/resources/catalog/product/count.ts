import { z } from 'zod';

import type { GetOperation } from '../../../model/operation';
import { SCOPES } from '../../../transport/scopes';
import { narrowingQuery, productFilters } from './filters';

const listAnswer = z.object({ meta: z.object({ pagination: z.object({ total: z.number() }) }) });

export const count: GetOperation = {
	kind: 'get',
	value: 'count',
	name: 'Count',
	action: 'Count products',
	description: 'Count products that match filters, with one small request',
	endpoint: 'GET /v3/catalog/products',
	scope: SCOPES.products,
	query: [productFilters],
	fixedQuery: { limit: 1, include_fields: 'sku' },
	shapeQuery: narrowingQuery,
	result: ({ body }, item) => {
		const answer = listAnswer.safeParse(body);
		if (answer.success) return { count: answer.data.meta.pagination.total };
		throw item.refuse('BigCommerce did not say how many products there are', 'Use Get Many with Return All instead.');
	},
};
