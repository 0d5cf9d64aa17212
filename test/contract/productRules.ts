import { callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

export const PRODUCT_RULES: Readonly<Record<string, SampleRule>> = {
	'product.deleteMany': { always: ['id:in'] },
	'product.getBySku': {
		values: async (store) => {
			const { data } = (await callStore({ store }, 'GET', '/v3/catalog/products/1')) as { data: { sku: string } };
			return { sku: data.sku };
		},
		also: {
			'the SKU of a variant': async (store) => {
				const product = await callStore({ store }, 'POST', '/v3/catalog/products', {
					name: 'Journal',
					type: 'physical',
					price: 10,
					weight: 1,
					variants: [{ sku: 'JOURNAL-RED', option_values: [{ option_display_name: 'Color', label: 'Red' }] }],
				});
				expect(product).toBeDefined();
				return { sku: 'JOURNAL-RED' };
			},
		},
	},
};
