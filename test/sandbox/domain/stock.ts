import type { Product, Variant } from '../data/product';
import type { Store } from '../data/store';
import { iso8601 } from '../core/format';
import { recordEvent } from './events';

export interface StockChange {
	variant: Variant;
	/** New level, or how much it moves. */
	method: 'absolute' | 'relative';
	value: number;
	/** Whether an order moved it: other scopes fire then. */
	byOrder?: boolean;
}

const LOCATION = 1;

/** Changes the stock of a variant at the default location; the product holds the sum. */
export function changeStock(store: Store, change: StockChange): void {
	const { variant, method, value } = change;
	const product = store.products.get(variant.product_id);
	if (!product) return;
	const level = Math.max(0, method === 'absolute' ? value : variant.inventory_level + value);
	store.variants.put({ ...variant, inventory_level: level });
	const total = store.variants
		.by('product_id', product.id)
		.reduce((sum, { inventory_level }) => sum + inventory_level, 0);
	store.products.put({ ...product, inventory_level: total, date_modified: iso8601(store.now) });
	tell(store, product, variant, change, level);
}

function tell(store: Store, product: Product, variant: Variant, change: StockChange, level: number): void {
	const { method, value } = change;
	const scope = change.byOrder ? 'inventory/order/updated' : 'inventory/updated';
	recordEvent(store, 'product', scope, product.id, {
		inventory: { product_id: product.id, method, value },
	});
	if (variant.sku_id !== null) {
		recordEvent(store, 'sku', scope, variant.sku_id, {
			inventory: { product_id: product.id, method, value, variant_id: variant.id },
		});
	}
	const data = { variant_id: variant.id, product_id: product.id, location_id: LOCATION };
	store.emit({ scope: 'store/channel/*/inventory/product/stock_changed', data });
	if (!change.byOrder) return;
	if (level === 0) store.emit({ scope: 'store/channel/*/inventory/product/out_of_stock_reached', data });
	else if (level <= product.inventory_warning_level) {
		store.emit({ scope: 'store/channel/*/inventory/product/low_stock_reached', data });
	}
}

/** The variant that is bought when a product is named: the one asked for, or the first. */
export function variantOf(store: Store, productId: number, variantId?: number): Variant | undefined {
	if (variantId !== undefined) {
		const variant = store.variants.get(variantId);
		return variant?.product_id === productId ? variant : undefined;
	}
	return store.variants.by('product_id', productId)[0];
}

/** Takes what an order holds out of the stock of products that are tracked. */
export function takeStock(
	store: Store,
	lines: readonly { product_id: number; variant_id: number; quantity: number }[],
): void {
	for (const line of lines) {
		const product = store.products.get(line.product_id);
		const variant = product && variantOf(store, product.id, line.variant_id || undefined);
		if (!product || !variant || product.inventory_tracking === 'none') continue;
		changeStock(store, { variant, method: 'relative', value: -line.quantity, byOrder: true });
	}
}
