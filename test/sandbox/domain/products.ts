import { iso8601 } from '../core/format';
import { invalid, v3Error } from '../core/errors';
import { sent } from '../core/input';
import type { ProductPart } from '../data/parts';
import { newProduct, newVariant, type Product, type VariantOptionValue } from '../data/product';
import type { Store } from '../data/store';
import type { ProductChange, ProductCreate } from './productInput';
import type { Table } from '../core/table';
import { brands } from '../declarations/brands';
import { recordEvent } from './events';
import { changeStock } from './stock';

/** Refuses with 409 what another product has, and references to what is not there. */
function checkConflicts(store: Store, change: ProductChange, self: number | undefined): void {
	const isTaken = (records: readonly { id: number }[]): boolean => records.some(({ id }) => id !== self);
	if (change.name !== undefined && isTaken(store.products.by('name', change.name))) {
		throw v3Error(409, 'The product name is a duplicate', { name: 'The product name is a duplicate' });
	}
	if (change.sku) {
		const sku = change.sku.toLowerCase();
		const variants = store.variants.by('sku', sku).filter((variant) => variant.product_id !== self);
		if (isTaken(store.products.by('sku', sku)) || variants.length > 0) {
			throw v3Error(409, 'The product sku is a duplicate', { sku: 'The product sku is a duplicate' });
		}
	}
	for (const id of change.categories ?? []) {
		if (!store.categories.get(id)) throw v3Error(409, 'One or more categories are invalid', { categories: String(id) });
	}
	if (change.brand_id && !store.brands.get(change.brand_id)) {
		throw v3Error(409, 'The brand is invalid', { brand_id: String(change.brand_id) });
	}
}

/**
 * Creates a product, or changes one when it is given. Fires the product's webhooks.
 *
 * @throws 409 for a duplicate name or SKU and for an unknown category or brand
 */
export function saveProduct(store: Store, input: ProductChange | ProductCreate, existing?: Product): Product {
	checkConflicts(store, input, existing?.id);
	const { custom_fields, bulk_pricing_rules, images, videos, brand_name, inventory_level, ...fields } = input;
	const { variants, ...changes } = sent(fields) as Partial<Product> & Pick<ProductCreate, 'variants'>;
	const base = existing ?? newProduct(store.products.nextId(), store.now, input.name ?? '');
	const product: Product = {
		...base,
		...changes,
		...(brand_name && { brand_id: brandNamed(store, brand_name) }),
		id: base.id,
		date_modified: iso8601(store.now),
	};
	mergeCustomFields(store, product.id, custom_fields);
	product.calculated_price = product.sale_price > 0 ? product.sale_price : product.price;
	store.products.put(product);
	replaceParts(store.parts.bulk_pricing_rules, product.id, bulk_pricing_rules);
	replaceParts(store.parts.videos, product.id, videos);
	replaceParts(
		store.parts.images,
		product.id,
		images?.map((image) => ({ ...newImage(store, image.image_url), ...image })),
	);
	if (existing) syncBaseVariant(store, product);
	else createVariants(store, product, variants);
	if (existing) recordEvent(store, 'product', 'updated', product.id);
	else recordEvent(store, 'product', 'created', product.id);
	setLevel(store, product, inventory_level);
	return store.products.get(product.id) as Product;
}

export function deleteProduct(store: Store, product: Product): void {
	store.products.delete(product.id);
	for (const variant of store.variants.by('product_id', product.id)) store.variants.delete(variant.id);
	for (const table of Object.values(store.parts)) {
		for (const part of table.by('product_id', product.id)) table.delete(part.id);
	}
	recordEvent(store, 'product', 'deleted', product.id);
}

function setLevel(store: Store, product: Product, level: number | undefined): void {
	const variant = store.variants.by('product_id', product.id)[0];
	if (level === undefined || !variant || variant.inventory_level === level) return;
	changeStock(store, { variant, method: 'absolute', value: level });
}

function brandNamed(store: Store, name: string): number {
	return store.brands.by('name', name)[0]?.id ?? Number(brands.add(store, { name }).id);
}

/**
 * Custom fields that were sent with a product: an ID names the one to change, without one it is new,
 * and those that are not named stay (fact: catalog products specification, `id` of a custom field in
 * PUT; nothing there says that the list replaces another). A pair of name and value is kept once.
 *
 * @throws 422 for an ID that the product does not have
 */
function mergeCustomFields(store: Store, productId: number, sentFields: ProductChange['custom_fields'] = []): void {
	const table = store.parts.custom_fields;
	for (const [index, { id, name, value }] of sentFields.entries()) {
		const existing = table.by('product_id', productId);
		if (id !== undefined && !existing.some((field) => field.id === id)) {
			throw invalid({ [`custom_fields.${index}.id`]: `The custom field ${id} does not exist` });
		}
		if (existing.some((field) => field.name === name && field.value === value)) continue;
		table.put({ id: id ?? table.nextId(), product_id: productId, name, value });
	}
}

function replaceParts(
	table: Table<ProductPart>,
	productId: number,
	parts: readonly Record<string, unknown>[] | undefined,
): void {
	if (!parts) return;
	for (const part of table.by('product_id', productId)) table.delete(part.id);
	for (const part of parts) table.put({ ...part, id: table.nextId(), product_id: productId });
}

/** An image as the store shows it after it took it over from a URL. */
export function newImage(store: Store, imageUrl = ''): Record<string, unknown> {
	const cdn = `https://cdn11.bigcommerce.com/s-${store.hash}/products/${store.random.hex(8)}`;
	return {
		is_thumbnail: false,
		sort_order: 0,
		description: '',
		image_file: imageUrl.replace(/^https?:\/\//, ''),
		url_zoom: `${cdn}.1280.1280.jpg`,
		url_standard: `${cdn}.386.513.jpg`,
		url_thumbnail: `${cdn}.220.290.jpg`,
		url_tiny: `${cdn}.44.58.jpg`,
		date_modified: iso8601(store.now),
	};
}

function createVariants(store: Store, product: Product, variants: ProductCreate['variants']): void {
	if (!variants || variants.length === 0) {
		const base = store.variants.put({
			...newVariant(store.variants.nextId(), product.id, product.sku),
			calculated_price: product.calculated_price,
		});
		store.products.put({ ...product, base_variant_id: base.id });
		return;
	}
	const options = new Map<string, ProductPart>();
	store.products.put({ ...product, option_set_id: product.id });
	for (const input of variants) {
		const option_values = input.option_values.map(({ option_display_name, label }) =>
			optionValue(store, product.id, options, option_display_name, label),
		);
		const id = store.variants.nextId();
		const sku = input.sku ?? `${product.sku}-${id}`;
		store.variants.put({
			...newVariant(id, product.id, sku),
			sku_id: id,
			price: input.price ?? null,
			calculated_price: input.price ?? product.calculated_price,
			option_values,
		});
		recordEvent(store, 'sku', 'created', id, { sku: { product_id: product.id, variant_id: id } });
	}
}

/** Finds or makes an option's value, as a product created with variants does. */
function optionValue(
	store: Store,
	productId: number,
	options: Map<string, ProductPart>,
	display: string,
	label: string,
): VariantOptionValue {
	const option = options.get(display) ?? {
		id: store.parts.options.nextId(),
		product_id: productId,
		name: display,
		display_name: display,
		type: 'radio_buttons',
		config: {},
		sort_order: options.size,
		option_values: [],
	};
	const values = option.option_values as { id: number; label: string }[];
	const existing = values.find((value) => value.label === label);
	const value = existing ?? {
		id: option.id * 1000 + values.length + 1,
		label,
		sort_order: values.length,
		value_data: {},
		is_default: false,
	};
	const changed = existing ? option : { ...option, option_values: [...values, value] };
	options.set(display, store.parts.options.put(changed));
	return { id: value.id, label, option_id: option.id, option_display_name: display };
}

/** The base variant of a simple product follows the product. */
function syncBaseVariant(store: Store, product: Product): void {
	const base = product.base_variant_id === null ? undefined : store.variants.get(product.base_variant_id);
	if (!base) return;
	const calculated_price = base.price ?? product.calculated_price;
	store.variants.put({ ...base, sku: product.sku || base.sku, calculated_price });
}
