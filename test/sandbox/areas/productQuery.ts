import type { FilterField, FilterFields } from '../core/filter';
import { Query } from '../core/query';
import type { ProductPart } from '../data/parts';
import type { Product } from '../data/product';
import type { Store } from '../data/store';
import { variantView } from '../data/variantView';
import type { JsonObject } from '../types';

/** Filters of the product list (fact: catalog products specification). */
export const productFilters: FilterFields<Product> = {
	id: (p) => p.id,
	name: (p) => p.name,
	sku: (p) => p.sku,
	mpn: (p) => p.mpn,
	upc: (p) => p.upc,
	price: (p) => p.price,
	weight: (p) => p.weight,
	condition: (p) => p.condition,
	brand_id: (p) => p.brand_id,
	categories: (p) => p.categories,
	channel_id: () => 1,
	type: (p) => p.type,
	availability: (p) => p.availability,
	is_visible: (p) => p.is_visible,
	is_featured: (p) => p.is_featured,
	is_free_shipping: (p) => p.is_free_shipping,
	inventory_level: (p) => p.inventory_level,
	inventory_low: (p) => p.inventory_tracking !== 'none' && p.inventory_level <= p.inventory_warning_level,
	out_of_stock: (p) => p.inventory_tracking !== 'none' && p.inventory_level === 0,
	total_sold: (p) => p.total_sold,
	date_modified: (p) => p.date_modified,
	date_last_imported: (p) => p.date_last_imported,
};

export const productSorts: Readonly<Record<string, FilterField<Product>>> = {
	id: (p) => p.id,
	name: (p) => p.name,
	sku: (p) => p.sku,
	price: (p) => p.price,
	date_modified: (p) => p.date_modified,
	date_last_imported: (p) => p.date_last_imported,
	inventory_level: (p) => p.inventory_level,
	is_visible: (p) => p.is_visible,
	total_sold: (p) => p.total_sold,
	calculated_price: (p) => p.calculated_price,
};

/** Whether every word of `keyword` occurs in the product's texts. */
export function hasKeywords(product: Product, keyword: string): boolean {
	const { name, sku, description, search_keywords } = product;
	const text = `${name} ${sku} ${description} ${search_keywords}`.toLowerCase();
	return keyword
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/**
 * `date_modified:min=2025-03-01` without a time means that day at the present time of day
 * (fact: BigCommerce docs, filtering).
 */
export function withTimeOfDay(query: Query, now: number): Query {
	const dated = Object.entries(query.raw).map(([name, value]) =>
		name.startsWith('date_') && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
			? [name, `${value}${new Date(now).toISOString().slice(10)}`]
			: [name, value],
	);
	return new Query(Object.fromEntries(dated) as Query['raw']);
}

const without =
	(...fields: string[]) =>
	(part: ProductPart): JsonObject =>
		Object.fromEntries(Object.entries(part).filter(([name]) => !fields.includes(name)));

/** Parts of a product by the word that includes them. */
const INCLUDES: Readonly<Record<string, (store: Store, product: Product) => unknown>> = {
	variants: (store, { id }) => store.variants.by('product_id', id).map((variant) => variantView(store, variant)),
	images: (store, { id }) => store.parts.images.by('product_id', id).map(without('image_file')),
	primary_image: (store, { id }) => {
		const images = store.parts.images.by('product_id', id);
		const primary = images.find((image) => image.is_thumbnail === true) ?? images[0];
		return primary ? without('image_url')(primary) : null;
	},
	custom_fields: (store, { id }) => store.parts.custom_fields.by('product_id', id).map(without('product_id')),
	bulk_pricing_rules: (store, { id }) => store.parts.bulk_pricing_rules.by('product_id', id).map(without('product_id')),
	videos: (store, { id }) => store.parts.videos.by('product_id', id),
	reviews: (store, { id }) => store.parts.reviews.by('product_id', id),
	options: (store, { id }) => store.parts.options.by('product_id', id).map(without('name')),
	modifiers: (store, { id }) => store.parts.modifiers.by('product_id', id),
	parent_relations: () => [],
	channels: () => [1],
};

/** Every part that can be included; an answer to a new product has them all (seen on a live store). */
export const ALL_PARTS: readonly string[] = Object.keys(INCLUDES);

/** The product with the parts that the query's `include` names. */
export function withIncludes(store: Store, product: Product, includes: readonly string[]): JsonObject {
	if (includes.length === 0) return product;
	const parts = includes.flatMap((name) => {
		const read = Object.hasOwn(INCLUDES, name) ? INCLUDES[name] : undefined;
		return read ? [[name, read(store, product)] as const] : [];
	});
	return { ...product, ...Object.fromEntries(parts) };
}
