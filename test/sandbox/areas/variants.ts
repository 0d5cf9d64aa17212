import { z } from 'zod';
import { noContent, ok, v3Data, v3Page } from '../core/answers';
import { ApiError, invalid, notFound, tooMany, v3Error } from '../core/errors';
import { selectFields } from '../core/fields';
import { filterV3, type FilterFields } from '../core/filter';
import { pathId, readBody, sent } from '../core/input';
import type { Answer, Call, Route } from '../core/route';
import { newVariant, type Product, type Variant, type VariantOptionValue } from '../data/product';
import type { Store } from '../data/store';
import { variantView } from '../data/variantView';
import { recordEvent } from '../domain/events';
import { OptionValueRef, VariantChange } from '../domain/productInput';
import { changeStock } from '../domain/stock';
import type { JsonObject } from '../types';

const BATCH_LIMIT = 50;
const VARIANTS_PER_PRODUCT = 600;

const filters: FilterFields<Variant> = {
	id: (v) => v.id,
	sku: (v) => v.sku,
	upc: (v) => v.upc,
	product_id: (v) => v.product_id,
};

const VariantCreate = VariantChange.extend({ option_values: z.array(OptionValueRef).min(1) }).required({ sku: true });
const BatchItem = VariantChange.extend({
	id: z.number().int().optional(),
	product_id: z.number().int().optional(),
	option_values: z.array(OptionValueRef).optional(),
});

const productOf = (call: Call): Product => {
	const product = call.store.products.get(pathId(call, 'product_id'));
	if (!product) throw notFound('v3', 'The product');
	return product;
};

const variantOf = (call: Call): Variant => {
	const variant = call.store.variants.get(pathId(call, 'variant_id'));
	if (!variant || variant.product_id !== productOf(call).id) throw notFound('v3', 'The variant');
	return variant;
};

/** @throws 409 when another variant or product has the SKU */
function checkSku(store: Store, sku: string | undefined, self?: Variant): void {
	if (!sku || sku.toLowerCase() === self?.sku.toLowerCase()) return;
	const key = sku.toLowerCase();
	const products = store.products.by('sku', key).filter(({ id }) => id !== self?.product_id);
	if (products.length > 0 || store.variants.by('sku', key).length > 0) {
		throw v3Error(409, `The sku ${sku} is already in use`, { sku: 'The product sku is a duplicate' });
	}
}

/** What an option value is called. @throws 422 for one that the product does not have */
function namedValues(
	store: Store,
	product: Product,
	refs: readonly z.output<typeof OptionValueRef>[],
): VariantOptionValue[] {
	return refs.map(({ id, option_id }) => {
		const option = store.parts.options.by('product_id', product.id).find((part) => part.id === option_id);
		const values = (option?.option_values ?? []) as { id: number; label: string }[];
		const value = values.find((candidate) => candidate.id === id);
		if (!option || !value) throw invalid({ option_values: `Option value ${id} of option ${option_id} does not exist` });
		return { id, option_id, label: value.label, option_display_name: String(option.display_name) };
	});
}

function createVariant(store: Store, product: Product, input: z.output<typeof VariantCreate>): Variant {
	checkSku(store, input.sku);
	if (store.variants.by('product_id', product.id).length >= VARIANTS_PER_PRODUCT) {
		throw invalid({ variants: `A product can have ${VARIANTS_PER_PRODUCT} variants` });
	}
	const { option_values, inventory_level, ...fields } = input;
	const named = namedValues(store, product, option_values);
	const id = store.variants.nextId();
	const variant = store.variants.put({
		...newVariant(id, product.id, input.sku),
		sku_id: id,
		...sent(fields),
		calculated_price: input.price ?? product.calculated_price,
		option_values: named,
	});
	recordEvent(store, 'sku', 'created', id, { sku: { product_id: product.id, variant_id: id } });
	if (inventory_level !== undefined) changeStock(store, { variant, method: 'absolute', value: inventory_level });
	return store.variants.get(id) as Variant;
}

function changeVariant(store: Store, variant: Variant, input: VariantChange): Variant {
	checkSku(store, input.sku, variant);
	const { inventory_level, ...fields } = input;
	const product = store.products.get(variant.product_id);
	const changed: Variant = { ...variant, ...(sent(fields) as Partial<Variant>) };
	changed.calculated_price = changed.price ?? product?.calculated_price ?? 0;
	store.variants.put(changed);
	if (changed.sku_id !== null) {
		recordEvent(store, 'sku', 'updated', changed.sku_id, {
			sku: { product_id: variant.product_id, variant_id: variant.id },
		});
	} else recordEvent(store, 'product', 'updated', variant.product_id);
	if (inventory_level !== undefined && inventory_level !== variant.inventory_level) {
		changeStock(store, { variant: changed, method: 'absolute', value: inventory_level });
	}
	return store.variants.get(variant.id) as Variant;
}

/** One record of the batch: an id changes, product, SKU and option values create. */
function upsert(store: Store, item: unknown): Variant {
	const parsed = BatchItem.safeParse(item);
	if (!parsed.success) throw invalid({ variant: parsed.error.issues[0]?.message ?? 'invalid' });
	const { id, product_id, ...input } = parsed.data;
	if (id !== undefined) {
		const variant = store.variants.get(id);
		if (!variant) throw v3Error(404, `The variant with id ${id} was not found.`, {});
		return changeVariant(store, variant, input);
	}
	const product = product_id === undefined ? undefined : store.products.get(product_id);
	if (!product) throw invalid({ product_id: 'The product does not exist' });
	return createVariant(store, product, VariantCreate.parse(input));
}

const upsertMany = (call: Call): Answer => {
	if (!Array.isArray(call.body)) throw v3Error(422, 'The request body must be an array.', {});
	const items: unknown[] = call.body;
	if (items.length > BATCH_LIMIT) throw tooMany(BATCH_LIMIT);
	const saved: Variant[] = [];
	const batch_errors: unknown[] = [];
	for (const item of items) {
		try {
			saved.push(upsert(call.store, item));
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			batch_errors.push(error.body);
		}
	}
	if (batch_errors.length > 0) throw new ApiError(422, { batch_errors });
	return v3Data(saved.map((variant) => listed(call.store, variant)));
};

/** The list across products and the batch show fewer fields than a product's own variants do. */
const listed = (store: Store, variant: Variant): JsonObject => {
	const view = variantView(store, variant);
	const { map_price: _map, calculated_weight: _weight, image_url: _image, mpn: _mpn, gtin: _gtin, ...shown } = view;
	return shown;
};

const shown = (call: Call): ((variant: Variant) => JsonObject) => {
	const select = selectFields(call.query);
	return (variant) => select(variantView(call.store, variant));
};

const path = '/v3/catalog/products/{product_id}/variants';

export const variantRoutes: Route[] = [
	{
		method: 'GET',
		path: '/v3/catalog/variants',
		scope: 'products',
		handle: (call) => {
			const { store, query } = call;
			const key = query.text('sku')?.toLowerCase();
			const candidates = key ? store.variants.by('sku', key) : store.variants.all();
			const select = selectFields(query);
			return v3Page(call, filterV3(candidates, query, filters), (variant) => select(listed(store, variant)));
		},
	},
	{ method: 'PUT', path: '/v3/catalog/variants', scope: 'products', handle: upsertMany },
	{
		method: 'GET',
		path,
		scope: 'products',
		handle: (call) => v3Page(call, call.store.variants.by('product_id', productOf(call).id), shown(call)),
	},
	{
		method: 'POST',
		path,
		scope: 'products',
		handle: (call) => v3Data(shown(call)(createVariant(call.store, productOf(call), readBody(call, VariantCreate)))),
	},
	{
		method: 'GET',
		path: `${path}/{variant_id}`,
		scope: 'products',
		handle: (call) => v3Data(shown(call)(variantOf(call))),
	},
	{
		method: 'PUT',
		path: `${path}/{variant_id}`,
		scope: 'products',
		handle: (call) => v3Data(shown(call)(changeVariant(call.store, variantOf(call), readBody(call, VariantChange)))),
	},
	{
		method: 'DELETE',
		path: `${path}/{variant_id}`,
		scope: 'products',
		handle: (call) => {
			const variant = call.store.variants.get(pathId(call, 'variant_id'));
			if (!variant) return noContent;
			call.store.variants.delete(variant.id);
			recordEvent(call.store, 'sku', 'deleted', variant.sku_id ?? variant.id, {
				sku: { product_id: variant.product_id, variant_id: variant.id },
			});
			return noContent;
		},
	},
	{
		method: 'GET',
		path: '/v3/catalog/summary',
		scope: 'products',
		handle: ({ store }) => {
			const variants = store.variants.all();
			const prices = variants.map((variant) => variant.calculated_price);
			const sum = prices.reduce((total, price) => total + price, 0);
			const dates = store.products.all().map((product) => product.date_created);
			return ok({
				data: {
					inventory_count: variants.reduce((total, variant) => total + variant.inventory_level, 0),
					inventory_value: variants.reduce((total, v) => total + v.inventory_level * v.calculated_price, 0),
					primary_category_id: 1,
					primary_category_name: store.categories.get(1)?.name ?? '',
					variant_count: variants.length,
					highest_variant_price: prices.reduce((a, b) => Math.max(a, b), 0),
					average_variant_price: variants.length > 0 ? sum / variants.length : 0,
					lowest_variant_price: String(prices.reduce((a, b) => Math.min(a, b), prices[0] ?? 0)),
					oldest_variant_date: dates[0] ?? '',
					newest_variant_date: dates[dates.length - 1] ?? '',
				},
				meta: {},
			});
		},
	},
];
