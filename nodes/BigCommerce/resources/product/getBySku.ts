import { rowsOf } from '../../transport/pagination';
import { SCOPES } from '../../transport/scopes';
import { payloadOf } from '../../transport/storeApi';
import { textOf } from '../../transport/textOf';
import type { JsonObject } from '../../transport/types';
import { options, required } from '../shared/fields';
import type { CustomOperation } from '../types';
import { include, productSummary, sku } from './fields';

export const getBySku: CustomOperation = {
	kind: 'custom',
	value: 'getBySku',
	name: 'Get by SKU',
	action: 'Get product by SKU',
	description: 'Read the product that has the SKU itself or on one of its variants',
	endpoints: ['GET /v3/catalog/products', 'GET /v3/catalog/variants', 'GET /v3/catalog/products/{product_id}'],
	scope: SCOPES.products,
	options: [required({ ...sku, description: 'SKU of a product or of a variant' })],
	query: [options(include)],
	run: async (input) => {
		const wanted = textOf(input.option('sku'));
		const query = input.query();
		const [product] = rowsOf(
			await input.send({ method: 'GET', path: '/v3/catalog/products', query: { ...query, sku: wanted } }),
		);
		if (product) return product;
		const [variant] = rowsOf(await input.send({ method: 'GET', path: '/v3/catalog/variants', query: { sku: wanted } }));
		if (!variant)
			throw input.refuse(
				`No product or variant has the SKU ${wanted}`,
				'Check the SKU; upper and lower case do not matter.',
			);
		const parent = payloadOf(
			await input.send({ method: 'GET', path: `/v3/catalog/products/${textOf(variant.product_id)}`, query }),
		);
		return { ...(parent as JsonObject), variant };
	},
	simplify: [...productSummary.slice(0, 9), 'variant'],
};
