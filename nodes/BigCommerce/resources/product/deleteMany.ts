import { chunksOf } from '../../execution/requests';
import { readList } from '../../transport/pagination';
import { SCOPES } from '../../transport/scopes';
import { filters } from '../shared/fields';
import type { CustomOperation } from '../types';
import { sharedFilters } from './filters';

/** BigCommerce deletes 250 products per call at most. */
const MOST_PER_CALL = 250;

export const deleteMany: CustomOperation = {
	kind: 'custom',
	value: 'deleteMany',
	name: 'Delete Many',
	action: 'Delete many products',
	description: 'Remove all products that match the filters, however many there are',
	endpoints: ['GET /v3/catalog/products', 'DELETE /v3/catalog/products'],
	scope: SCOPES.products,
	query: [filters(...sharedFilters)],
	validate: (input) => void input.narrowQuery(),
	run: async (input) => {
		// Looking first tells how many there were, and no filter can mean more to DELETE than it shows here.
		const rows = await readList(input.api, {
			request: input.request({
				method: 'GET',
				path: '/v3/catalog/products',
				query: { ...input.narrowQuery(), include_fields: 'sku' },
			}),
			pagination: 'page',
		});
		const found = rows.map(({ id }) => Number(id));
		for (const chunk of chunksOf(found, MOST_PER_CALL)) {
			await input.send({ method: 'DELETE', path: '/v3/catalog/products', query: { 'id:in': chunk } });
		}
		return { deleted: true, count: found.length, ids: found };
	},
};
