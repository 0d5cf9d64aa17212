import { callStore } from '../support/runOperation';
import type { SampleValues } from '../support/operationSamples';
import type { SampleRule } from './sampleRules';

const NEW = { name: 'Journal', type: 'physical', price: 10, weight: 1 };

/** The sample of an entry has an ID as well, and the product no such custom field. */
const newCustomField = (more: SampleValues = {}): SampleRule => ({
	also: { 'a new custom field': () => ({ ...more, custom_fields: { values: [{ name: 'ISBN', value: '111' }] } }) },
	refused: { custom_fields: 'the product has no custom field of that ID' },
});

export const PRODUCT_RULES: Readonly<Record<string, SampleRule>> = {
	'product.deleteMany': { values: () => ({ atMost: 100 }), always: ['id:in'] },
	'product.create': newCustomField(),
	'product.upsert': { ...newCustomField(NEW), always: Object.keys(NEW) },
	'product.update': { ...newCustomField(), always: ['price'] },
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
