import type { JsonObject } from '../types';
import type { Variant } from './product';
import type { Store } from './store';

/** What the base variant of a simple product has in common with it. */
const OF_PRODUCT = [
	'price',
	'sale_price',
	'retail_price',
	'map_price',
	'cost_price',
	'weight',
	'width',
	'height',
	'depth',
	'fixed_cost_shipping_price',
] as const;

/**
 * A variant as the API shows it. null means that the product's value counts; the base variant of a
 * simple product shows that value (seen on a live store).
 */
export function variantView(store: Store, variant: Variant): JsonObject {
	const product = store.products.get(variant.product_id);
	if (!product) return variant;
	const calculated_weight = variant.weight ?? product.weight;
	if (product.base_variant_id !== variant.id) return { ...variant, calculated_weight };
	const values: JsonObject = Object.fromEntries(OF_PRODUCT.map((name) => [name, variant[name] ?? product[name]]));
	return { ...variant, calculated_weight, ...values };
}
