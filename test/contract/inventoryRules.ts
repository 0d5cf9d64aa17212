import type { Sandbox } from '../sandbox';
import { callStore } from '../support/runOperation';
import type { SampleRule } from './sampleRules';

/** An item without variants, so that it may be named by product as well. */
async function anItem(store: Sandbox): Promise<{ sku: string; variant_id: number; product_id: number }> {
	const { data } = (await callStore({ store }, 'GET', '/v3/inventory/items?product_id:in=1')) as {
		data: Array<{ identity: { sku: string; variant_id: number; product_id: number } }>;
	};
	return data[0]!.identity;
}

const BY: NonNullable<SampleRule['also']> = {
	'by variant': async (store) => ({ identifyBy: 'variant_id', variant_id: (await anItem(store)).variant_id }),
	'by product': async (store) => ({ identifyBy: 'product_id', product_id: (await anItem(store)).product_id }),
};

const named: SampleRule = { values: async (store) => ({ sku: (await anItem(store)).sku }), also: BY };

export const INVENTORY_RULES: Readonly<Record<string, SampleRule>> = {
	'inventory.adjust': named,
	'inventory.set': named,
	'inventory.updateSettings': { ...named, always: ['warning_level'] },
};
